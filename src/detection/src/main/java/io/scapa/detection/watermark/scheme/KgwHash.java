package io.scapa.detection.watermark.scheme;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The context hashes of lm-watermarking ({@code alternative_prf_schemes.py}), each from the key s and the tokens x, oldest
 * first, to a generator's seed. Products wrap at 64 bits as torch's do, except where the library leaves torch for Python's
 * integers; h is the fixed hash table.
 */
enum KgwHash {
    /** s times the sum. */
    ADDITIVE {
        @Override
        long seed(long s, HashTable h, int[] x, int from, int to) {
            long sum = 0;
            for (int i = from; i < to; i++) {
                sum += x[i];
            }
            return Seeds.pythonProduct(s, sum);
        }
    },
    /** s times the product. */
    MULTIPLICATIVE {
        @Override
        long seed(long s, HashTable h, int[] x, int from, int to) {
            long product = 1;
            for (int i = from; i < to; i++) {
                product *= x[i];
            }
            return Seeds.pythonProduct(s, product);
        }
    },
    /** s times the smallest. */
    MINFUNC {
        @Override
        long seed(long s, HashTable h, int[] x, int from, int to) {
            int least = Integer.MAX_VALUE;
            for (int i = from; i < to; i++) {
                least = Math.min(least, x[i]);
            }
            return Seeds.pythonProduct(s, least);
        }
    },
    /** h of the oldest. */
    SKIPGRAM {
        @Override
        long seed(long s, HashTable h, int[] x, int from, int to) {
            return h.of(s * x[from]);
        }
    },
    /** The product of h over every other token. */
    SIMPLE_SKIP {
        @Override
        long seed(long s, HashTable h, int[] x, int from, int to) {
            long product = 1;
            for (int i = from; i < to; i += 2) {
                product *= h.of(s * x[i]);
            }
            return Seeds.ofSigned(product);
        }
    },
    /** h of the oldest times h of the newest. */
    ANCHORED_SKIPGRAM {
        @Override
        long seed(long s, HashTable h, int[] x, int from, int to) {
            return Seeds.ofSigned(h.of(s * x[from]) * h.of(s * x[to - 1]));
        }
    },
    /** The smallest h. */
    MINHASH {
        @Override
        long seed(long s, HashTable h, int[] x, int from, int to) {
            long least = Long.MAX_VALUE;
            for (int i = from; i < to; i++) {
                least = Math.min(least, h.of(s * x[i]));
            }
            return least;
        }
    },
    /** The smallest s h(x_i) h(x_last). */
    ANCHORED_MINHASH {
        @Override
        long seed(long s, HashTable h, int[] x, int from, int to) {
            long anchor = h.of(x[to - 1]);
            long least = Long.MAX_VALUE;
            for (int i = from; i < to; i++) {
                least = Math.min(least, s * h.of(x[i]) * anchor);
            }
            return Seeds.ofSigned(least);
        }
    },
    /** The smallest product of two different tokens' hashes. */
    MINSKIPGRAM {
        @Override
        long seed(long s, HashTable h, int[] x, int from, int to) {
            long least = Long.MAX_VALUE;
            for (int i = from; i < to; i++) {
                for (int j = i + 1; j < to; j++) {
                    least = Math.min(least, h.of(s * x[i]) * h.of(s * x[j]));
                }
            }
            return Seeds.ofSigned(least);
        }
    },
    /** k starts as s and is folded: k h(k x) mod 2^32. */
    NONCOMM {
        @Override
        long seed(long s, HashTable h, int[] x, int from, int to) {
            long k = s;
            for (int i = from; i < to; i++) {
                k = (k * h.of(k * x[i])) & 0xFFFFFFFFL;
            }
            return k;
        }
    },
    /** The sum of s x_i (i + 1). */
    POSITION {
        @Override
        long seed(long s, HashTable h, int[] x, int from, int to) {
            long sum = 0;
            for (int i = from; i < to; i++) {
                sum += s * x[i] * (i - from + 1);
            }
            return Seeds.ofSigned(sum);
        }
    };

    /** The generator's seed for the tokens [from, to). */
    abstract long seed(long s, HashTable h, int[] x, int from, int to);

    /** The library's name, such as {@code anchored_minhash_prf}. */
    String libraryName() {
        return name().toLowerCase(Locale.ROOT) + "_prf";
    }

    /** Every library name. */
    static List<String> libraryNames() {
        return Arrays.stream(values()).map(KgwHash::libraryName).toList();
    }

    /** The hash of a library name. */
    static KgwHash of(String libraryName) {
        return Arrays.stream(values())
                .filter(hash -> hash.libraryName().equals(libraryName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown hash '" + libraryName + "', expected one of " + libraryNames()));
    }
}
