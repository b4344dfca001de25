package io.scapa.service.watermark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import io.scapa.detection.watermark.WatermarkProfile;
import io.scapa.detection.watermark.WatermarkProfileJson;
import io.scapa.service.ServiceClock;
import io.scapa.text.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The watermark profiles that texts are tested for. */
@ApplicationScoped
public class WatermarkProfiles {
    private static final String KEY = "key";

    private final EntityManager entities;
    private final KeyVault vault;

    @Inject
    public WatermarkProfiles(EntityManager entities, KeyVault vault) {
        this.entities = entities;
        this.vault = vault;
    }

    /**
     * All profiles at one time.
     *
     * @param version digest of their names and settings
     */
    public record Versioned(String version, List<WatermarkProfile> profiles) {}

    /** A word that the profiles decide: profiles are added, never changed. */
    public String version() {
        return QuarkusTransaction.joiningExisting().call(() -> (String) entities.createNativeQuery(
                        "SELECT md5(coalesce(string_agg(CAST(settings AS text), ' ' ORDER BY name), '')) FROM watermark_profiles")
                .getSingleResult());
    }

    /** All profiles with their keys, by name. */
    public Versioned current() {
        return QuarkusTransaction.joiningExisting()
                .call(() -> new Versioned(
                        version(), rows().stream().map(this::profile).toList()));
    }

    private WatermarkProfile profile(WatermarkProfileRow row) {
        try {
            ObjectNode whole = row.settings.deepCopy();
            whole.set(KEY, Json.mapper().readTree(vault.open(row.name, row.encryptedKey)));
            return WatermarkProfileJson.read(whole);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the key of watermark profile '" + row.name + "' is not as it was stored");
        }
    }

    static List<WatermarkProfileRow> rows() {
        return WatermarkProfileRow.listAll(Sort.by("name"));
    }

    /** Adds a profile, within the caller's transaction. Returns whether its name was free. */
    boolean add(WatermarkProfile profile) {
        return entities.createNativeQuery("""
                INSERT INTO watermark_profiles (name, settings, encrypted_key, created_at)
                VALUES (:name, CAST(:settings AS jsonb), :key, :now) ON CONFLICT DO NOTHING""")
                        .setParameter("name", profile.name())
                        .setParameter(
                                "settings", WatermarkProfileJson.answer(profile).toString())
                        .setParameter(
                                "key",
                                vault.seal(
                                        profile.name(),
                                        WatermarkProfileJson.secret(profile)
                                                .get(KEY)
                                                .toString()))
                        .setParameter("now", ServiceClock.now())
                        .executeUpdate()
                == 1;
    }
}
