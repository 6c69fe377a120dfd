-- SPDX-License-Identifier: GPL-3.0-or-later
-- Empty text where a thing is not known; the order of the columns is that of src/fields.cpp.
CREATE TABLE patient (
    id {{id}},
    birth_surname {{text}} NOT NULL,
    given_names {{text}} NOT NULL,
    first_given_name {{text}} NOT NULL,
    sex {{text}} NOT NULL,
    birth_date {{text}} NOT NULL,
    birth_date_interpreted INTEGER NOT NULL,
    birth_place_code {{text}} NOT NULL,
    birth_place_label {{text}} NOT NULL,
    matricule {{text}} NOT NULL,
    oid {{text}} NOT NULL,
    insi_retrieved INTEGER NOT NULL,
    coherence_checked INTEGER NOT NULL,
    attributes {{text}} NOT NULL,
    used_surname {{text}} NOT NULL,
    used_given_name {{text}} NOT NULL,
    phones {{text}} NOT NULL,
    email {{text}} NOT NULL,
    street {{text}} NOT NULL,
    postal_code {{text}} NOT NULL,
    city {{text}} NOT NULL,
    country {{text}} NOT NULL,
    medecin_traitant {{text}} NOT NULL,
    deceased_on {{text}} NOT NULL,
    notes {{text}} NOT NULL,
    sort {{text}} NOT NULL,
    archived_at {{text}} NOT NULL,
    version BIGINT NOT NULL,
    created_at {{text}} NOT NULL,
    updated_at {{text}} NOT NULL,
    updated_by BIGINT NOT NULL,
    updated_by_name {{text}} NOT NULL
);
CREATE INDEX patient_by_birth_date ON patient (birth_date);
-- One INS belongs to one active record (RNIV, doublons).
CREATE UNIQUE INDEX patient_by_ins ON patient (matricule, oid) WHERE matricule <> '' AND archived_at = '';
-- What a record was before each change: the columns above as a JSON object, and who had written them when.
CREATE TABLE patient_revision (
    patient_id BIGINT NOT NULL REFERENCES patient (id),
    version BIGINT NOT NULL,
    written_at {{text}} NOT NULL,
    written_by BIGINT NOT NULL,
    written_by_name {{text}} NOT NULL,
    body {{text}} NOT NULL,
    PRIMARY KEY (patient_id, version)
);
CREATE TABLE patient_term (
    term {{text}} NOT NULL,
    kind INTEGER NOT NULL,
    weight INTEGER NOT NULL,
    sort {{text}} NOT NULL,
    owner BIGINT NOT NULL
);
CREATE INDEX patient_term_by_term ON patient_term (term, kind, weight, sort, owner);
CREATE INDEX patient_term_by_owner ON patient_term (owner, term);
