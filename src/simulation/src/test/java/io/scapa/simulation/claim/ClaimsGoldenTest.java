package io.scapa.simulation.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.simulation.preset.Presets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every claim of the verdict file gets the verdict that the file expects. */
class ClaimsGoldenTest {
    @TestFactory
    Stream<DynamicTest> everyClaimGetsItsExpectedVerdict() {
        List<Claim> claims = Claims.all();
        assertThat(claims).isNotEmpty();
        return claims.stream()
                .map(claim -> DynamicTest.dynamicTest(claim.id(), () -> {
                    ClaimResult result = Claims.check(claim);
                    assertThat(result.asExpected())
                            .as(Claims.table(List.of(result)))
                            .isTrue();
                }));
    }

    @Test
    void everyClaimBelongsToAPresetAndEveryCheckToAClaim() {
        List<Claim> claims = Claims.all();
        assertThat(claims).allSatisfy(claim -> assertThat(Presets.names()).contains(claim.preset()));
        assertThat(claims.stream().map(Claim::id))
                .containsExactlyInAnyOrderElementsOf(ClaimChecks.registered().keySet());
    }

    @Test
    void switchingThePublishedBugFlipsTheVerdictThatRestsOnIt() {
        assertThat(BlogClaims.disappearsByTheSixth(true).holds()).isTrue();
        assertThat(BlogClaims.disappearsByTheSixth(false).holds()).isFalse();
        assertThat(BlogClaims.staysNearOne(true).holds()).isFalse();
        assertThat(BlogClaims.staysNearOne(false).holds()).isTrue();
    }
}
