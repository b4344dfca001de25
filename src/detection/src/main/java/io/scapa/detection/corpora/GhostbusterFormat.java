package io.scapa.detection.corpora;

import io.scapa.detection.training.LabelledDocument;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ghostbuster: {@code wp/human/12.txt}, {@code reuter/gpt/AaronPressman/3.txt}, {@code essay/claude/7.txt}; beside the texts stand
 * folders of prompts, headlines and log probabilities, which are passed over.
 */
final class GhostbusterFormat implements DatasetFormat.Layout {
    private static final Pattern PLACE =
            Pattern.compile("(?:.*/)?(wp|reuter|essay)/(human|gpt|gpt_[a-z0-9]+|claude)/(?:([^/]+)/)?([0-9]+)\\.txt");
    private static final Set<String> BESIDE = Set.of("logprobs", "prompts", "headlines");

    @Override
    public boolean matches(Path file) {
        return place(file) != null;
    }

    private static @Nullable Matcher place(Path file) {
        Matcher place = PLACE.matcher(file.toString().replace('\\', '/'));
        return place.matches() && (place.group(3) == null || !BESIDE.contains(place.group(3))) ? place : null;
    }

    @Override
    public void read(Path file, Consumer<LabelledDocument> sink) throws IOException {
        Matcher place = place(file);
        if (place == null) {
            throw new IllegalArgumentException(
                    file + ": a path such as wp/human/12.txt or reuter/gpt/AUTHOR/3.txt is expected");
        }
        String author = place.group(3) == null ? "" : place.group(3) + "-";
        String writer = place.group(2);
        String group = "ghostbuster-" + place.group(1) + "-" + author + place.group(4);
        sink.accept(Rows.document(
                "ghostbuster",
                Rows.NOT_STATED,
                group + "-" + writer,
                text(file),
                writer.equals("human") ? null : writer.startsWith("gpt") ? "gpt-3.5-turbo" : writer,
                place.group(1),
                "en",
                null,
                group,
                "train"));
    }

    private static String text(Path file) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException fault) {
            throw Rows.at(file, 1, "UTF-8 is expected");
        }
    }
}
