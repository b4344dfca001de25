/** Linear models over hashed features, the stack over them, and the bundle that holds them. */
@NullMarked
package io.scapa.detection.classifier;

import org.jspecify.annotations.NullMarked;
