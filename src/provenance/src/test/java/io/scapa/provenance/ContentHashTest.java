package io.scapa.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContentHashTest {
    @Test
    void knownHashes() {
        assertThat(ContentHash.ofCleanText("").hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(ContentHash.ofCleanText("abc").hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void piecesOfALongTextHashAsTheWholeWhereverPairsAndLoneSurrogatesFall() {
        Random random = new Random(3);
        for (int shift = 0; shift < 4; shift++) {
            StringBuilder text = new StringBuilder("x".repeat((1 << 20) - 2 + shift));
            text.append("\ud83d\ude00\ud83d\ude00\ude00\ud83d");
            while (text.length() < 2_200_000) {
                text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            }
            byte[] whole = ContentHash.sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
            assertThat(ContentHash.ofCleanText(text.toString()).hex())
                    .isEqualTo(HexFormat.of().formatHex(whole));
        }
    }
}
