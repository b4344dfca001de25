package io.scapa.detection.watermark.scheme;

import io.scapa.detection.watermark.Device;
import io.scapa.detection.watermark.random.CudaPermutation;
import io.scapa.detection.watermark.random.PermutationPrefix;
import io.scapa.detection.watermark.random.TorchRandom;
import java.util.Arrays;

/** Which tokens are green under a seed: part of torch's random permutation of the vocabulary. Immutable. */
sealed interface GreenList {
    /** A reader of one thread. */
    Reader reader();

    /** The green tokens of a seed in the permutation's order. */
    int[] list(long seed);

    /** Answers for one thread. */
    @FunctionalInterface
    interface Reader {
        /** Whether a token is green under a seed. */
        boolean contains(long seed, int token);
    }

    /**
     * The list of a device.
     *
     * @param last whether the last tokens of the permutation are green instead of the first (lm-watermarking's old order)
     */
    static GreenList of(Device device, int vocabulary, int size, boolean last) {
        return switch (device) {
            case Device.Cpu cpu ->
                new OnCpu(vocabulary, size, last, new PermutationPrefix(vocabulary, last ? vocabulary - size : size));
            case Device.Cuda cuda -> new OnCuda(vocabulary, size, last, permutation(cuda, vocabulary));
        };
    }

    /** The permutation that a GPU draws. */
    static CudaPermutation permutation(Device.Cuda cuda, int n) {
        return new CudaPermutation(n, cuda.multiprocessors(), cuda.threadsPerMultiprocessor(), cuda.torch27());
    }

    /** torch's CUDA generator: experimental. */
    record OnCuda(int vocabulary, int size, boolean last, CudaPermutation permutation) implements GreenList {
        @Override
        public Reader reader() {
            CudaPermutation.Ranks ranks = permutation.ranks();
            int boundary = last ? vocabulary - size : size;
            return (seed, token) -> ranks.of(seed, token) < boundary != last;
        }

        @Override
        public int[] list(long seed) {
            return part(permutation.permutation(seed), size, last);
        }
    }

    private static int[] part(int[] order, int size, boolean last) {
        return last ? Arrays.copyOfRange(order, order.length - size, order.length) : Arrays.copyOf(order, size);
    }

    /** torch's CPU generator. */
    record OnCpu(int vocabulary, int size, boolean last, PermutationPrefix prefix) implements GreenList {
        @Override
        public Reader reader() {
            PermutationPrefix.Follower follower = prefix.follower();
            return (seed, token) -> follower.contains(seed, token) != last;
        }

        @Override
        public int[] list(long seed) {
            return part(new TorchRandom(seed).permutation(vocabulary), size, last);
        }
    }
}
