package io.scapa.simulation.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scapa.provenance.Mixture;
import io.scapa.simulation.ScenarioException;
import org.junit.jupiter.api.Test;

class MixtureCollapseTest {
    @Test
    void aMixtureWithoutRealTextIsRiskierThanOneWithSome() throws Exception {
        MixtureCollapse none = MixtureCollapse.of(new Mixture(1, 0, 0, 0), 1000, 500_000, 20, 1);
        MixtureCollapse some = MixtureCollapse.of(new Mixture(0.6, 0.2, 0.1, 0.1), 1000, 500_000, 20, 1);
        assertThat(none.headline(20).probability()).isGreaterThan(0.2);
        assertThat(some.headline(20).upper()).isLessThan(0.02);
        assertThat(none.headline(20).lower()).isLessThan(none.headline(20).probability());
        assertThat(none.reading()).last().asString().contains("no real text");
        assertThat(some.theory())
                .isNotEmpty()
                .allSatisfy(t -> assertThat(Math.abs(t.z())).isLessThan(5));
        assertThat(new ObjectMapper().writeValueAsString(some)).contains("\"risks\"", "\"limits\"");
        assertThat(some.charts()).containsKeys("gaussian-stress", "gaussian-stress-collapse", "symbols");
    }

    @Test
    void theSameMixtureAndSeedGiveTheSameReport() {
        Mixture mixture = new Mixture(0.5, 0.3, 0.1, 0.1);
        assertThat(MixtureCollapse.of(mixture, 40, 100, 10, 5)).isEqualTo(MixtureCollapse.of(mixture, 40, 100, 10, 5));
    }

    @Test
    void refusesNonsense() {
        Mixture mixture = new Mixture(0, 0, 1, 0);
        assertThatThrownBy(() -> MixtureCollapse.of(mixture, 0, 0, 10, 1)).isInstanceOf(ScenarioException.class);
        assertThatThrownBy(() -> MixtureCollapse.of(mixture, 10, 0, 1000, 1)).isInstanceOf(ScenarioException.class);
    }
}
