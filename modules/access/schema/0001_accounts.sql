-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE account (
    id {{id}},
    login {{text}} NOT NULL UNIQUE,
    title {{text}} NOT NULL,
    surname {{text}} NOT NULL,
    given_name {{text}} NOT NULL,
    role {{text}} NOT NULL,
    rpps {{text}} NOT NULL,
    am_number {{text}} NOT NULL,
    specialty {{text}} NOT NULL,
    phone {{text}} NOT NULL,
    email {{text}} NOT NULL,
    active INTEGER NOT NULL,
    version BIGINT NOT NULL
);
-- One row: the practice that the accounts belong to.
CREATE TABLE practice_profile (
    id INTEGER NOT NULL PRIMARY KEY,
    name {{text}} NOT NULL,
    street {{text}} NOT NULL,
    postal_code {{text}} NOT NULL,
    city {{text}} NOT NULL,
    phone {{text}} NOT NULL,
    email {{text}} NOT NULL,
    finess {{text}} NOT NULL,
    demonstration INTEGER NOT NULL,
    version BIGINT NOT NULL
);
CREATE TABLE preference (
    account_id BIGINT NOT NULL REFERENCES account (id),
    name {{text}} NOT NULL,
    value {{text}} NOT NULL,
    PRIMARY KEY (account_id, name)
);
-- What is being typed and not yet kept elsewhere.
CREATE TABLE draft (
    account_id BIGINT NOT NULL REFERENCES account (id),
    kind {{text}} NOT NULL,
    subject_id BIGINT NOT NULL,
    body {{text}} NOT NULL,
    saved_at {{text}} NOT NULL,
    PRIMARY KEY (account_id, kind, subject_id)
);
