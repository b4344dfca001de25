package io.scapa.detection.watermark.scheme;

import io.scapa.detection.watermark.Device;
import io.scapa.detection.watermark.WatermarkProfile;
import io.scapa.detection.watermark.WatermarkProfileException;
import io.scapa.detection.watermark.random.MersenneTwister;
import io.scapa.detection.watermark.random.TorchRandom;

/** Elements of {@code torch.rand(V)} on the CPU: the draw of a token under a seed. For one thread. */
final class TorchUniforms {
    private final MersenneTwister words = new MersenneTwister(0);

    /** The uniform of a token: its place in the stream, reached by whole blocks. */
    float at(long seed, int token) {
        words.seed(seed);
        for (int skipped = token / MersenneTwister.BLOCK; skipped > 0; skipped--) {
            words.nextBlock();
        }
        return (words.nextBlock()[token % MersenneTwister.BLOCK] & 0xFFFFFF) * 0x1p-24f;
    }

    /** The uniforms of the whole vocabulary. */
    static float[] all(long seed, int vocabulary) {
        TorchRandom random = new TorchRandom(seed);
        float[] uniforms = new float[vocabulary];
        for (int i = 0; i < vocabulary; i++) {
            uniforms[i] = random.nextFloat();
        }
        return uniforms;
    }

    /** Refuses a device whose uniforms nobody has reproduced. */
    static void requireCpu(WatermarkProfile profile) {
        if (!(profile.device() instanceof Device.Cpu)) {
            throw new WatermarkProfileException(profile.name(), "device", profile.device(), "cpu for this scheme");
        }
    }
}
