/** Plans and datasets. */
@NullMarked
package io.scapa.service.datasets;

import org.jspecify.annotations.NullMarked;
