package io.scapa.curation.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.curation.recipe.PiiKind;
import io.scapa.curation.recipe.PiiSettings;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers are the published examples of their registries, or made up with the check digits worked out by hand. */
class PersonalDataTest {
    private final PersonalData all = new PersonalData(PiiSettings.allKinds());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Write to jane.doe+mail@post.example.co.uk, please.  | Write to [email], please.
            Mail a@b.io. Then wait.                             | Mail [email]. Then wait.
            Call +44 20 7946 0958 after five.                   | Call [phone] after five.
            Call (415) 555-2671 or 415-555-2671.                | Call [phone] or [phone].
            Seen from 8.8.8.8 and 2001:4860:4860:0:0:0:0:8888.  | Seen from [ip] and [ip].
            Pay to GB29 NWBK 6016 1331 9268 19 today.           | Pay to [iban] today.
            Pay to DE89370400440532013000.                      | Pay to [iban].
            Card 4111 1111 1111 1111 was used.                  | Card [card] was used.
            Card 378282246310005 was used.                      | Card [card] was used.
            Number 078-05-1120 was printed.                     | Number [ssn] was printed.
            """)
    void masks(String text, String expected) {
        assertThat(all.mask(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            user at example dot org        | an address in words
            foo@bar                        | no domain
            192.168.1.20 and 10.0.0.1      | private addresses
            127.0.0.1, 203.0.113.9         | local and documentation
            256.1.1.1 and 1.2.3.4.5        | no addresses
            version 1.2.3.04               | leading zero
            GB29 NWBK 6016 1331 9268 18    | check digits wrong
            4111 1111 1111 1112            | check digit wrong
            In 1914-1918 and 2020-2021     | years
            ISBN 978-3-16-148410-0         | a book
            000-12-3456 and 666-12-3456    | never issued
            at 12:30:45 on 2026-11-21      | a time
            pi is 3.14159265358979         | a fraction
            """)
    void leavesAlone(String text, String why) {
        assertThat(all.mask(text)).as(why).isEqualTo(text);
    }

    @Test
    void findsOnlyTheKindsThatAreAskedFor() {
        PersonalData mail = new PersonalData(EnumSet.of(PiiKind.EMAIL));

        assertThat(mail.mask("a@b.io from 8.8.8.8")).isEqualTo("[email] from 8.8.8.8");
        assertThat(mail.first("from 8.8.8.8")).isNull();
        assertThat(all.mask(all.mask("a@b.io from 8.8.8.8"))).isEqualTo("[email] from [ip]");
    }

    @Test
    void noTextMakesItSlow() {
        String hostile = "a.".repeat(50_000) + "1 ".repeat(50_000) + "1:".repeat(50_000) + "@".repeat(10_000);

        assertThat(all.mask(hostile)).isNotEmpty();
    }
}
