package io.scapa.detection.watermark;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the marking library drew its random numbers: torch gives other lists on a CPU than on a GPU. */
public sealed interface Device {
    /** torch's CPU generator: exact. */
    record Cpu() implements Device {
        @Override
        public String toString() {
            return "cpu";
        }
    }

    /**
     * torch's CUDA generator, derived from its sources and not confirmed on hardware: experimental. The lists of large
     * vocabularies depend on the GPU's geometry.
     *
     * @param multiprocessors streaming multiprocessors of the GPU
     * @param threadsPerMultiprocessor most resident threads of one of them
     * @param torch27 whether torch is 2.7 or newer; matters only for vocabularies up to 30,083
     */
    record Cuda(int multiprocessors, int threadsPerMultiprocessor, boolean torch27) implements Device {
        public Cuda {
            if (multiprocessors < 1 || multiprocessors > 1024) {
                throw new IllegalArgumentException("a GPU has 1 to 1024 multiprocessors, got " + multiprocessors);
            }
            if (threadsPerMultiprocessor < 256 || threadsPerMultiprocessor > 4096) {
                throw new IllegalArgumentException(
                        "a multiprocessor holds 256 to 4096 threads, got " + threadsPerMultiprocessor);
            }
        }

        @Override
        public String toString() {
            return "cuda(" + multiprocessors + "," + threadsPerMultiprocessor + (torch27 ? ")" : ",torch<2.7)");
        }
    }

    /** The processor. */
    Device CPU = new Cpu();

    /** The geometries of common GPUs by their short names. */
    Map<String, Cuda> KNOWN_GPUS = Map.of(
            "t4", new Cuda(40, 1024, true),
            "l4", new Cuda(58, 1536, true),
            "a10g", new Cuda(80, 1536, true),
            "v100", new Cuda(80, 2048, true),
            "a100", new Cuda(108, 2048, true),
            "h100-pcie", new Cuda(114, 2048, true),
            "h100", new Cuda(132, 2048, true),
            "h200", new Cuda(132, 2048, true));

    /**
     * Reads {@code cpu}, {@code cuda:h100} or {@code cuda(132,2048)}; {@code cuda(132,2048,torch<2.7)} for older torch.
     *
     * @throws IllegalArgumentException where it is none of them
     */
    static Device parse(String text) {
        String device = text.trim().toLowerCase(Locale.ROOT);
        if (device.equals("cpu")) {
            return CPU;
        }
        if (device.startsWith("cuda:") && KNOWN_GPUS.containsKey(device.substring(5))) {
            return KNOWN_GPUS.get(device.substring(5));
        }
        Matcher geometry = Pattern.compile("cuda\\((\\d{1,4}),(\\d{1,4})(,torch<2\\.7)?\\)")
                .matcher(device);
        if (geometry.matches()) {
            return new Cuda(
                    Integer.parseInt(geometry.group(1)),
                    Integer.parseInt(geometry.group(2)),
                    geometry.group(3) == null);
        }
        throw new IllegalArgumentException("a device is cpu, cuda(multiprocessors,threads) or cuda: followed by one of "
                + new java.util.TreeSet<>(KNOWN_GPUS.keySet()) + ", got '" + text + "'");
    }
}
