/** The folder where a service without other configuration keeps all that is its own. */
@NullMarked
package io.scapa.service.home;

import org.jspecify.annotations.NullMarked;
