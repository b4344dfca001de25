@NullMarked
package io.scapa.cli.batch;

import org.jspecify.annotations.NullMarked;
