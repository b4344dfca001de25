-- Each change of the timeline is a new version; the newest one holds.
CREATE TABLE timelines (
    version    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    generations jsonb      NOT NULL,
    current_generation integer NOT NULL CHECK (current_generation >= 1),
    created_at timestamptz NOT NULL DEFAULT now()
);

-- Keys are encrypted (AES-GCM) under a key that the database never sees.
CREATE TABLE watermark_profiles (
    name            text        PRIMARY KEY,
    settings        jsonb       NOT NULL,
    encrypted_key   bytea,
    created_at      timestamptz NOT NULL DEFAULT now()
);
