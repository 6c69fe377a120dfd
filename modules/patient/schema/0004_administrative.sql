-- SPDX-License-Identifier: GPL-3.0-or-later
-- The practice's address book.
CREATE TABLE correspondent (
    id {{id}},
    title {{text}} NOT NULL,
    surname {{text}} NOT NULL,
    given_name {{text}} NOT NULL,
    profession {{text}} NOT NULL,
    rpps {{text}} NOT NULL,
    phone {{text}} NOT NULL,
    email {{text}} NOT NULL,
    mss_address {{text}} NOT NULL,
    street {{text}} NOT NULL,
    postal_code {{text}} NOT NULL,
    city {{text}} NOT NULL,
    country {{text}} NOT NULL,
    note {{text}} NOT NULL,
    sort {{text}} NOT NULL,
    archived INTEGER NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX correspondent_by_sort ON correspondent (sort);
CREATE TABLE correspondent_term (
    term {{text}} NOT NULL,
    kind INTEGER NOT NULL,
    weight INTEGER NOT NULL,
    sort {{text}} NOT NULL,
    owner BIGINT NOT NULL
);
CREATE INDEX correspondent_term_by_term ON correspondent_term (term, kind, weight, sort, owner);
CREATE INDEX correspondent_term_by_owner ON correspondent_term (owner, term);
-- The lines of the administrative file: every version of each is a row, the last one holds.
CREATE TABLE administrative_line (
    id {{id}},
    patient_id BIGINT NOT NULL REFERENCES patient (id)
);
CREATE TABLE related_person (
    line_id BIGINT NOT NULL REFERENCES administrative_line (id),
    version BIGINT NOT NULL,
    patient_id BIGINT NOT NULL REFERENCES patient (id),
    removed INTEGER NOT NULL,
    written_at {{text}} NOT NULL,
    written_by BIGINT NOT NULL,
    written_by_name {{text}} NOT NULL,
    name {{text}} NOT NULL,
    link {{text}} NOT NULL,
    roles {{text}} NOT NULL,
    phone {{text}} NOT NULL,
    email {{text}} NOT NULL,
    address {{text}} NOT NULL,
    designated_on {{text}} NOT NULL,
    note {{text}} NOT NULL,
    PRIMARY KEY (line_id, version)
);
CREATE INDEX related_person_by_patient ON related_person (patient_id);
CREATE TABLE care_member (
    line_id BIGINT NOT NULL REFERENCES administrative_line (id),
    version BIGINT NOT NULL,
    patient_id BIGINT NOT NULL REFERENCES patient (id),
    removed INTEGER NOT NULL,
    written_at {{text}} NOT NULL,
    written_by BIGINT NOT NULL,
    written_by_name {{text}} NOT NULL,
    correspondent_id BIGINT NOT NULL REFERENCES correspondent (id),
    medecin_traitant INTEGER NOT NULL,
    since {{text}} NOT NULL,
    note {{text}} NOT NULL,
    PRIMARY KEY (line_id, version)
);
CREATE INDEX care_member_by_patient ON care_member (patient_id);
CREATE TABLE coverage (
    line_id BIGINT NOT NULL REFERENCES administrative_line (id),
    version BIGINT NOT NULL,
    patient_id BIGINT NOT NULL REFERENCES patient (id),
    removed INTEGER NOT NULL,
    written_at {{text}} NOT NULL,
    written_by BIGINT NOT NULL,
    written_by_name {{text}} NOT NULL,
    kind {{text}} NOT NULL,
    label {{text}} NOT NULL,
    number {{text}} NOT NULL,
    since {{text}} NOT NULL,
    until {{text}} NOT NULL,
    note {{text}} NOT NULL,
    PRIMARY KEY (line_id, version)
);
CREATE INDEX coverage_by_patient ON coverage (patient_id);
-- What was answered, one day: another answer is another row.
CREATE TABLE consent (
    id {{id}},
    patient_id BIGINT NOT NULL REFERENCES patient (id),
    topic {{text}} NOT NULL,
    agreed INTEGER NOT NULL,
    given_on {{text}} NOT NULL,
    means {{text}} NOT NULL,
    teller {{text}} NOT NULL,
    note {{text}} NOT NULL,
    recorded_at {{text}} NOT NULL,
    recorded_by BIGINT NOT NULL,
    recorded_by_name {{text}} NOT NULL
);
CREATE INDEX consent_by_patient ON consent (patient_id);
