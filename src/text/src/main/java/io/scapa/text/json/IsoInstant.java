package io.scapa.text.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;

/**
 * Dates as documents carry them: ISO 8601 instants, with or without offset (then UTC), or a day alone (its first moment in
 * UTC). A blank may stand for the {@code T}. A year or month alone is refused: it does not say on which side of a cutoff
 * inside it the text lies.
 */
final class IsoInstant {
    static final String EXPECTATION = "an ISO 8601 date or date-time such as 2021-06-30 or 2021-06-30T12:00:00Z";

    private IsoInstant() {}

    /**
     * Reads a date.
     *
     * @throws DateTimeParseException where it is none
     */
    static Instant parse(String text) {
        String stripped = text.strip();
        boolean blank = stripped.length() > 10 && stripped.charAt(10) == ' ';
        String iso = blank ? stripped.substring(0, 10) + 'T' + stripped.substring(11) : stripped;
        TemporalAccessor parsed = iso.length() <= 10
                ? LocalDate.parse(iso)
                : DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
        return switch (parsed) {
            case LocalDate day -> LocalDateTime.of(day, LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC);
            case OffsetDateTime moment -> moment.toInstant();
            case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
            default -> throw new DateTimeParseException("not a date", text, 0);
        };
    }
}
