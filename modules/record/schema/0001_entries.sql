-- SPDX-License-Identifier: GPL-3.0-or-later
-- The record of a patient: dated entries. A correction is a new revision; the former one is kept in entry_revision.
CREATE TABLE entry (
    id {{id}},
    patient_id BIGINT NOT NULL,
    kind {{text}} NOT NULL,
    happened {{text}} NOT NULL,
    title {{text}} NOT NULL,
    body {{text}} NOT NULL,
    code {{text}} NOT NULL,
    value {{text}} NOT NULL,
    unit {{text}} NOT NULL,
    active INTEGER NOT NULL,
    author_id BIGINT NOT NULL,
    author_name {{text}} NOT NULL,
    written_at {{text}} NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX entry_by_patient ON entry (patient_id, happened);
CREATE TABLE entry_revision (
    entry_id BIGINT NOT NULL REFERENCES entry (id),
    version BIGINT NOT NULL,
    happened {{text}} NOT NULL,
    title {{text}} NOT NULL,
    body {{text}} NOT NULL,
    code {{text}} NOT NULL,
    value {{text}} NOT NULL,
    unit {{text}} NOT NULL,
    active INTEGER NOT NULL,
    author_id BIGINT NOT NULL,
    author_name {{text}} NOT NULL,
    written_at {{text}} NOT NULL,
    PRIMARY KEY (entry_id, version)
);
-- What was asked and answered by "none": not the same as never asked.
CREATE TABLE none_known (
    patient_id BIGINT NOT NULL,
    topic {{text}} NOT NULL,
    said_at {{text}} NOT NULL,
    author_name {{text}} NOT NULL,
    PRIMARY KEY (patient_id, topic)
);
