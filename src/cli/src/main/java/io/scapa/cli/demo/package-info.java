/** The whole job once, over HTTP: what a newcomer runs first. */
@NullMarked
package io.scapa.cli.demo;

import org.jspecify.annotations.NullMarked;
