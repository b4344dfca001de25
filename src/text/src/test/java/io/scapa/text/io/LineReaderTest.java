package io.scapa.text.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.statistics.SeededStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    /** Against the slow obvious twin: split everything, decode each part strictly. */
    @Test
    void linesAreThoseOfSplittingTheWhole() throws IOException {
        RandomGenerator random = new SeededStreams(31).stream("lines", 0);
        byte[] alphabet = {
            'a',
            ' ',
            '\n',
            '\r',
            '{',
            (byte) 0xC3,
            (byte) 0xA9,
            (byte) 0xED,
            (byte) 0xA0,
            (byte) 0x80,
            (byte) 0xF0,
            (byte) 0xF4,
            (byte) 0x90,
            (byte) 0xE0,
            (byte) 0xC0,
            (byte) 0xFF
        };
        for (int round = 0; round < 3000; round++) {
            byte[] bytes = new byte[random.nextInt(round % 300 == 0 ? 300_000 : 60)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = alphabet[random.nextInt(alphabet.length)];
            }
            assertThat(read(bytes, 40)).isEqualTo(twin(bytes, 40));
        }
    }

    @Test
    void everyCodePointPassesAndNothingElse() {
        for (int c = 0; c < 0x110000; c++) {
            if (c < 0xD800 || c > 0xDFFF) {
                byte[] bytes = Character.toString(c).getBytes(StandardCharsets.UTF_8);
                assertThat(Utf8.firstInvalid(bytes, 0, bytes.length)).isEqualTo(-1);
            }
        }
        RandomGenerator random = new SeededStreams(32).stream("bytes", 0);
        for (int round = 0; round < 300_000; round++) {
            byte[] bytes = new byte[1 + random.nextInt(5)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt() : 0x80 + random.nextInt(0x80));
            }
            assertThat(Utf8.firstInvalid(bytes, 0, bytes.length) < 0).isEqualTo(decodes(bytes));
        }
    }

    private static List<String> read(byte[] bytes, int limit) throws IOException {
        List<String> lines = new ArrayList<>();
        try (LineReader reader = LineReader.of(new ByteArrayInputStream(bytes), new ReadLimits(limit))) {
            while (reader.hasNext()) {
                lines.add(
                        switch (reader.next()) {
                            case RawLine.Utf8 line ->
                                line.number() + " " + new String(line.bytes(), StandardCharsets.UTF_8);
                            case RawLine.Broken line ->
                                line.number() + (line.reason().startsWith("longer") ? " too long" : " not UTF-8");
                        });
            }
        }
        return lines;
    }

    private static List<String> twin(byte[] bytes, int limit) {
        List<String> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int number = 1;
        for (int i = 0; i <= bytes.length; i++) {
            if (i < bytes.length && bytes[i] != '\n') {
                line.write(bytes[i]);
                continue;
            }
            byte[] whole = line.toByteArray();
            String text = new String(whole, StandardCharsets.UTF_8);
            if (whole.length > limit) {
                lines.add(number + " too long");
            } else if (!text.isBlank()) {
                lines.add(number + (decodes(whole) ? " " + text : " not UTF-8"));
            }
            line.reset();
            number++;
        }
        return lines;
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
