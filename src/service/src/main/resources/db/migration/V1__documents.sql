-- A content is a text, known by the SHA-256 of its clean view; a tombstone keeps the hash and nothing else.
CREATE TABLE contents (
    sha256      text        PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    clean_text  text,
    characters  integer     NOT NULL CHECK (characters > 0),
    first_seen  timestamptz NOT NULL DEFAULT now(),
    erased_at   timestamptz,
    CHECK ((clean_text IS NULL) = (erased_at IS NOT NULL))
);

-- Where and when a content was seen. What could name a person is nullable: erasing takes it away.
CREATE TABLE sightings (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sha256          text        NOT NULL REFERENCES contents,
    source          text        NOT NULL,
    client_id       text,
    original_text   text,
    uri             text,
    published_at    timestamptz,
    crawled_at      timestamptz,
    language        text,
    license         text,
    media_type      text,
    headers         jsonb       NOT NULL DEFAULT '{}',
    declared_origin text        CHECK (declared_origin IN ('HUMAN', 'SYNTHETIC', 'EDITED', 'UNDETERMINED')),
    generator       text,
    metadata        jsonb       NOT NULL DEFAULT '{}',
    seen_at         timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sightings_by_content ON sightings (sha256, id);
CREATE INDEX sightings_by_source ON sightings (source, sha256);
COMMENT ON COLUMN sightings.original_text IS 'the text as received, where it differs from the clean view';

-- A client's id within a source means one content for ever; another text under it is a conflict.
CREATE TABLE document_names (
    source    text     NOT NULL,
    client_id text     NOT NULL,
    sha256    text     NOT NULL REFERENCES contents DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (source, client_id)
);
CREATE INDEX document_names_by_id ON document_names (client_id);
CREATE INDEX document_names_by_content ON document_names (sha256);

CREATE TABLE releases (
    id          text        PRIMARY KEY,
    first_used  timestamptz NOT NULL DEFAULT now()
);

-- What a detector release found in the text alone.
CREATE TABLE assessments (
    id            bigint           GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sha256        text             NOT NULL REFERENCES contents,
    release       text             NOT NULL REFERENCES releases,
    profiles      text             NOT NULL,
    language      text,
    tokens        integer          NOT NULL CHECK (tokens >= 0),
    score         double precision NOT NULL,
    prior         double precision NOT NULL,
    probability   double precision NOT NULL CHECK (probability BETWEEN 0 AND 1),
    lower_bound   double precision NOT NULL,
    upper_bound   double precision NOT NULL,
    human_p_value double precision,
    verdict       text             NOT NULL CHECK (verdict IN ('HUMAN', 'SYNTHETIC', 'EDITED', 'UNDETERMINED')),
    reason        text,
    evidence      jsonb            NOT NULL,
    assessed_at   timestamptz      NOT NULL DEFAULT now(),
    UNIQUE (sha256, release, profiles)
);
COMMENT ON COLUMN assessments.profiles IS 'digest of the watermark profiles that it was tested for';

-- Where text, sightings, assertions and timeline together place a content. Derived: can be computed again from the others.
CREATE TABLE placements (
    sha256             text             PRIMARY KEY REFERENCES contents,
    assessment_id      bigint           NOT NULL REFERENCES assessments,
    timeline_version   bigint           NOT NULL,
    origin             text             NOT NULL CHECK (origin IN ('HUMAN', 'SYNTHETIC', 'EDITED', 'UNDETERMINED')),
    generation         integer,
    alpha              double precision NOT NULL,
    beta               double precision NOT NULL,
    gamma              double precision NOT NULL,
    eta                double precision NOT NULL,
    split_without_date double precision NOT NULL,
    pool               text             NOT NULL CHECK (pool IN ('alpha', 'beta', 'gamma', 'eta')),
    probability        double precision NOT NULL
);
CREATE INDEX placements_by_origin ON placements (origin, sha256);
CREATE INDEX placements_by_pool ON placements (pool, sha256);

-- The append-only history of what is known about a content's origin.
CREATE TABLE assertions (
    id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sha256   text        NOT NULL REFERENCES contents,
    kind     text        NOT NULL CHECK (kind IN ('SIGHTING', 'ASSESSMENT', 'ASSERTION', 'ERASURE')),
    origin   text        CHECK (origin IN ('HUMAN', 'SYNTHETIC', 'EDITED', 'UNDETERMINED')),
    agent    text        NOT NULL,
    evidence jsonb       NOT NULL DEFAULT '{}',
    made_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX assertions_by_content ON assertions (sha256, id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END;
$$;
CREATE TRIGGER assertions_are_append_only BEFORE UPDATE OR DELETE ON assertions
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER assertions_are_never_truncated BEFORE TRUNCATE ON assertions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
