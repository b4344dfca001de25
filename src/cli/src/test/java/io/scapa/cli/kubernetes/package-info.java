/** Specifies the kustomize base. */
@NullMarked
package io.scapa.cli.kubernetes;

import org.jspecify.annotations.NullMarked;
