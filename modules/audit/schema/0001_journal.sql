-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE audit_event (
    seq BIGINT NOT NULL PRIMARY KEY,
    at {{text}} NOT NULL,
    user_id BIGINT NOT NULL,
    user_name {{text}} NOT NULL,
    role {{text}} NOT NULL,
    post {{text}} NOT NULL,
    action {{text}} NOT NULL,
    subject {{text}} NOT NULL,
    subject_id BIGINT NOT NULL,
    patient_id BIGINT NOT NULL,
    detail {{text}} NOT NULL,
    reason {{text}} NOT NULL,
    hash {{bytes}} NOT NULL
);
CREATE INDEX audit_event_by_patient ON audit_event (patient_id, seq);
CREATE INDEX audit_event_by_user ON audit_event (user_id, seq);
-- The end of the chain, sealed: without it a journal cut short would look whole.
CREATE TABLE audit_head (
    id INTEGER NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    hash {{bytes}} NOT NULL,
    seal {{bytes}} NOT NULL
);
INSERT INTO audit_head (id, seq, hash, seal) VALUES (1, 0, '', '');
