-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a pharmacy did with an ordonnance, in one go. `token` makes recording it twice impossible.
CREATE TABLE dispensation (
    id {{id}},
    token {{text}} NOT NULL UNIQUE,
    number {{text}} NOT NULL,
    patient_id BIGINT NOT NULL,
    at {{text}} NOT NULL,
    author_id BIGINT NOT NULL,
    author_name {{text}} NOT NULL,
    pharmacy {{text}} NOT NULL
);
CREATE INDEX dispensation_by_number ON dispensation (number, id);
CREATE TABLE dispensation_line (
    dispensation_id BIGINT NOT NULL REFERENCES dispensation (id),
    line INTEGER NOT NULL,
    outcome {{text}} NOT NULL,
    cip13 {{text}} NOT NULL,
    label {{text}} NOT NULL,
    boxes INTEGER NOT NULL,
    substituted INTEGER NOT NULL,
    lot {{text}} NOT NULL,
    reason {{text}} NOT NULL,
    PRIMARY KEY (dispensation_id, line)
);
-- Held by who records: pharmacies at the same moment come one after the other.
CREATE TABLE dispensation_turn (
    id INTEGER NOT NULL PRIMARY KEY,
    turn BIGINT NOT NULL
);
INSERT INTO dispensation_turn (id, turn) VALUES (1, 0);
