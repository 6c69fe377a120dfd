-- SPDX-License-Identifier: GPL-3.0-or-later
-- Records that are one. Nothing of theirs is moved: what belongs to the absorbed one stays under its id, and is read with the
-- kept one's as long as the merge stands. kept_before, kept_after: what the kept record told of the person, as JSON objects of its
-- columns.
CREATE TABLE patient_merge (
    id {{id}},
    kept_id BIGINT NOT NULL REFERENCES patient (id),
    absorbed_id BIGINT NOT NULL REFERENCES patient (id),
    kept_before {{text}} NOT NULL,
    kept_after {{text}} NOT NULL,
    reason {{text}} NOT NULL,
    merged_at {{text}} NOT NULL,
    merged_by BIGINT NOT NULL,
    merged_by_name {{text}} NOT NULL,
    undone_at {{text}} NOT NULL,
    undone_by BIGINT NOT NULL,
    undone_by_name {{text}} NOT NULL,
    undo_reason {{text}} NOT NULL
);
CREATE UNIQUE INDEX patient_merge_by_absorbed ON patient_merge (absorbed_id) WHERE undone_at = '';
CREATE INDEX patient_merge_by_kept ON patient_merge (kept_id);
-- Incoming documents name their patient by the INS, archived records too.
CREATE INDEX patient_by_matricule ON patient (matricule) WHERE matricule <> '';
-- Two records that somebody looked at and found to be of two persons; first_id < second_id.
CREATE TABLE patient_distinct (
    first_id BIGINT NOT NULL REFERENCES patient (id),
    second_id BIGINT NOT NULL REFERENCES patient (id),
    reason {{text}} NOT NULL,
    said_at {{text}} NOT NULL,
    said_by BIGINT NOT NULL,
    said_by_name {{text}} NOT NULL,
    PRIMARY KEY (first_id, second_id)
);
