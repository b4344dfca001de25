-- Which dataset a re-mix changes, and where in object storage a dataset was put.
ALTER TABLE datasets ADD COLUMN earlier uuid REFERENCES datasets;
ALTER TABLE datasets ADD COLUMN published text;
CREATE UNIQUE INDEX datasets_by_place ON datasets (published);

-- An audit is the recipe whose cells are sampled; its sample follows from that and from the labels that are there.
CREATE TABLE audits (
    id         uuid        PRIMARY KEY,
    name       text        NOT NULL,
    recipe     text        NOT NULL,
    per_pool   integer     NOT NULL CHECK (per_pool > 0),
    created_at timestamptz NOT NULL DEFAULT now()
);

-- What a person said of a text as the recipe has it, which need not be a stored content: personal data may be masked in it.
CREATE TABLE audit_labels (
    sha256      text             NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    labelled_by text             NOT NULL,
    labelled_on date             NOT NULL,
    audit_id    uuid             NOT NULL REFERENCES audits,
    alpha       double precision NOT NULL,
    beta        double precision NOT NULL,
    gamma       double precision NOT NULL,
    eta         double precision NOT NULL,
    PRIMARY KEY (sha256, labelled_by, labelled_on)
);
CREATE INDEX audit_labels_by_audit ON audit_labels (audit_id);
