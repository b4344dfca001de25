/** Tokenizers read from Hugging Face {@code tokenizer.json} files. */
@NullMarked
package io.scapa.text.token.hf;

import org.jspecify.annotations.NullMarked;
