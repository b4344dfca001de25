package io.scapa.curation.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {
    /** Samples of RFC 8785, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "4.9E-324, 5e-324",
        "-4.9E-324, -5e-324",
        "1.7976931348623157E308, 1.7976931348623157e+308",
        "9007199254740992.0, 9007199254740992",
        "2.95147905179352825856E20, 295147905179352830000",
        "9.999999999999997E22, 9.999999999999997e+22",
        "1.0E23, 1e+23",
        "1.0000000000000001E23, 1.0000000000000001e+23",
        "999999999999999700000.0, 999999999999999700000",
        "9.999999999999999E20, 999999999999999900000",
        "1.0E21, 1e+21",
        "0.000001, 0.000001",
        "9.999999999999997E-7, 9.999999999999997e-7",
        "333333333.33333329, 333333333.3333333",
        "-1.5, -1.5"
    })
    void printsNumbersAsEcmaScriptDoes(double value, String printed) {
        assertThat(CanonicalJson.number(value)).isEqualTo(printed);
    }

    @Test
    void sortsMembersAndKeepsListsInOrder() throws Exception {
        assertThat(CanonicalJson.write(
                        new ObjectMapper().readTree("{\"b\": [3, 1, 2.0], \"a\": {\"d\": null, \"c\": true}}")))
                .isEqualTo("{\"a\":{\"c\":true,\"d\":null},\"b\":[3,1,2]}");
    }

    @Test
    void escapesOnlyWhatMustBe() throws Exception {
        assertThat(CanonicalJson.write(new ObjectMapper().readTree("\"\\u20ac$\\u000f\\nA'\\u0042\\\"\\\\/\"")))
                .isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\/\"");
    }

    @Test
    void refusesWhatJsonDoesNotHave() {
        assertThatThrownBy(() -> CanonicalJson.number(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
