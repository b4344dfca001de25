package io.scapa.detection.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DimensionTest {
    @Test
    void readsAList() {
        assertThat(Dimension.parse("month, Source,language"))
                .containsExactly(Dimension.MONTH, Dimension.SOURCE, Dimension.LANGUAGE);
    }

    @Test
    void namesWhatIsNoDimension() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dimension.parse("source,author"))
                .withMessageContaining("source, month or lang")
                .withMessageContaining("'author'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dimension.parse("lang,language"))
                .withMessageContaining("once");
    }
}
