package io.scapa.simulation.claim;

import io.scapa.simulation.claim.ClaimCheck.Finding;
import java.util.LinkedHashMap;
import java.util.Map;

/** The checks by the id of their claim: one line each. */
final class ClaimChecks {
    private ClaimChecks() {}

    static Map<String, ClaimCheck> registered() {
        Map<String, ClaimCheck> checks = new LinkedHashMap<>();
        checks.put("moore-six-code", () -> BlogClaims.disappearsByTheSixth(true));
        checks.put("moore-six-equations", () -> BlogClaims.disappearsByTheSixth(false));
        checks.put("moore-six-direction", BlogClaims::shrinksWhateverTheSeed);
        checks.put("moore-gamma-equations", () -> BlogClaims.staysNearOne(false));
        checks.put("moore-gamma-code", () -> BlogClaims.staysNearOne(true));
        checks.put("poly-shape", BlogClaims::shapeIsLost);
        checks.put("shumailov-variance", GaussianClaims::varianceVanishes);
        checks.put("shumailov-w2", GaussianClaims::distanceGrows);
        checks.put("shumailov-absorbed", SymbolClaims::absorbed);
        checks.put("gerstgrasser-linear", GaussianClaims::riskGrowsLinearly);
        checks.put("gerstgrasser-bounded", GaussianClaims::riskIsBounded);
        checks.put("kazdan-gradual", GaussianClaims::cappedBeatsReplace);
        checks.put("capped-slow", GaussianClaims::cappedLosesSlowly);
        checks.put("mad-bias", HandlingClaims::biasLosesDiversity);
        checks.put("mad-fresh", GaussianClaims::freshIsStable);
        checks.put("suresh-bound", GaussianClaims::suresh);
        checks.put("seddik-concentration", SymbolClaims::seddik);
        checks.put("tail-mass", SymbolClaims::tailMassShrinks);
        checks.put("tail-survival", SymbolClaims::tailDies);
        checks.put("single-point", GaussianClaims::singlePointKeepsVariance);
        checks.put("single-point-good", GaussianClaims::singlePointIsGood);
        checks.put("golden-ratio", HandlingClaims::goldenRatio);
        checks.put("drayson", HandlingClaims::resampling);
        checks.put("drayson-few", HandlingClaims::resamplingFew);
        checks.put("verifier", HandlingClaims::verifierRefilled);
        checks.put("verifier-shrink", SymbolClaims::verifierShrinking);
        checks.put("ferbach-reward", HandlingClaims::curation);
        checks.put("contaminated", HandlingClaims::contaminated);
        checks.put("staleness", HandlingClaims::staleness);
        checks.put("duplicates", HandlingClaims::duplicates);
        checks.put("token-editing", GaussianClaims::tokenEditing);
        return checks;
    }

    static Finding finding(String theory, String simulated, boolean holds) {
        return new Finding(theory, simulated, holds);
    }
}
