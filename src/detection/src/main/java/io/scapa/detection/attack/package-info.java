/** What people do to a text to slip past a detector, as seeded transformations for training and evaluation. */
@NullMarked
package io.scapa.detection.attack;

import org.jspecify.annotations.NullMarked;
