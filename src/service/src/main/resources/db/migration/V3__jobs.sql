CREATE TABLE jobs (
    id               uuid             PRIMARY KEY,
    kind             text             NOT NULL,
    state            text             NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    subject          uuid,
    stage            text,
    done             bigint           NOT NULL DEFAULT 0,
    total            bigint           NOT NULL DEFAULT -1,
    result           jsonb,
    problem          jsonb,
    cancel_requested boolean          NOT NULL DEFAULT false,
    attempts         integer          NOT NULL DEFAULT 0,
    lease_owner      uuid,
    lease_until      timestamptz,
    created_at       timestamptz      NOT NULL DEFAULT now(),
    started_at       timestamptz,
    finished_at      timestamptz,
    CHECK ((state = 'RUNNING') = (lease_owner IS NOT NULL)),
    CHECK ((state IN ('DONE', 'FAILED', 'CANCELLED')) = (finished_at IS NOT NULL))
);
CREATE INDEX jobs_to_do ON jobs (created_at) WHERE state IN ('QUEUED', 'RUNNING');

CREATE TABLE datasets (
    id         uuid        PRIMARY KEY,
    job_id     uuid        NOT NULL REFERENCES jobs,
    name       text        NOT NULL,
    recipe     text        NOT NULL,
    accept_shortages boolean NOT NULL DEFAULT false,
    output     text        NOT NULL,
    generation integer,
    summary    jsonb,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- Which contents a finished dataset holds: whoever erases one is told.
CREATE TABLE dataset_members (
    dataset_id uuid     NOT NULL REFERENCES datasets,
    sha256     text     NOT NULL REFERENCES contents,
    PRIMARY KEY (dataset_id, sha256)
);
CREATE INDEX dataset_members_by_content ON dataset_members (sha256);

COMMENT ON COLUMN datasets.generation IS 'the timeline''s current generation when it was made: from the next on, its members are carried over';

CREATE TABLE simulations (
    id         uuid        PRIMARY KEY,
    job_id     uuid        NOT NULL REFERENCES jobs,
    scenario   jsonb       NOT NULL,
    report     text,
    summary    text,
    charts     jsonb,
    created_at timestamptz NOT NULL DEFAULT now()
);
