-- Lengths of texts in tokenizers that recipes ask for, counted once; the release's own is in the assessment.
CREATE TABLE token_counts (
    sha256    text    NOT NULL REFERENCES contents,
    tokenizer text    NOT NULL,
    tokens    integer NOT NULL CHECK (tokens >= 0),
    PRIMARY KEY (sha256, tokenizer)
);
