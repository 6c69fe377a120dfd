-- SPDX-License-Identifier: GPL-3.0-or-later
-- How each identity came to be what it is: added to, never changed (RNIV, traçabilité). Empty text where a thing is not known.
-- before_traits, after_traits: JSON of the strict traits; empty where they did not change.
CREATE TABLE identity_event (
    id {{id}},
    patient_id BIGINT NOT NULL,
    at {{text}} NOT NULL,
    cause {{text}} NOT NULL,
    before_status {{text}} NOT NULL,
    after_status {{text}} NOT NULL,
    before_traits {{text}} NOT NULL,
    after_traits {{text}} NOT NULL,
    attributes {{text}} NOT NULL,
    reason {{text}} NOT NULL,
    document_code {{text}} NOT NULL,
    document_label {{text}} NOT NULL,
    document_trust {{text}} NOT NULL,
    presentation {{text}} NOT NULL,
    read_by {{text}} NOT NULL,
    parent_document {{text}} NOT NULL,
    valid_until {{text}} NOT NULL,
    document_number {{text}} NOT NULL,
    call_id BIGINT NOT NULL,
    author_id BIGINT NOT NULL,
    author_name {{text}} NOT NULL,
    author_role {{text}} NOT NULL,
    post {{text}} NOT NULL,
    mandator_id BIGINT NOT NULL,
    mandator_name {{text}} NOT NULL
);
CREATE INDEX identity_event_by_patient ON identity_event (patient_id, id);
-- Every question to INSi and its answer as received (guide EXI REC 07). verdict: found, nobody, several, or an error's subject.
CREATE TABLE insi_call (
    id {{id}},
    patient_id BIGINT NOT NULL,
    at {{text}} NOT NULL,
    kind {{text}} NOT NULL,
    asked {{text}} NOT NULL,
    verdict {{text}} NOT NULL,
    message_id {{text}} NOT NULL,
    answer {{bytes}} NOT NULL,
    author_id BIGINT NOT NULL,
    author_name {{text}} NOT NULL,
    mandator_id BIGINT NOT NULL,
    mandator_name {{text}} NOT NULL
);
CREATE INDEX insi_call_by_patient ON insi_call (patient_id, id);
-- Every INS that a record had: what INSi told, identically (guide EXI REC 08), and what was dropped here, with the reason.
CREATE TABLE ins_history (
    id {{id}},
    patient_id BIGINT NOT NULL,
    matricule {{text}} NOT NULL,
    oid {{text}} NOT NULL,
    valid_from {{text}} NOT NULL,
    valid_until {{text}} NOT NULL,
    source {{text}} NOT NULL,
    at {{text}} NOT NULL
);
CREATE INDEX ins_history_by_patient ON ins_history (patient_id, id);
CREATE INDEX ins_history_by_ins ON ins_history (matricule, oid);
-- The practice's own list of documents (guide EXI ID 19); empty: the usual one. Never deleted from: checks name its codes.
CREATE TABLE identity_document_kind (
    code {{text}} NOT NULL PRIMARY KEY,
    place INTEGER NOT NULL,
    label {{text}} NOT NULL,
    trust {{text}} NOT NULL,
    for_whom {{text}} NOT NULL,
    offered INTEGER NOT NULL
);
-- The COG of INSEE since 1943, replaced whole. A code may come twice, at different times. Dates: empty where it is open.
CREATE TABLE birthplace (
    code {{text}} NOT NULL,
    label {{text}} NOT NULL,
    folded {{text}} NOT NULL,
    valid_from {{text}} NOT NULL,
    valid_until {{text}} NOT NULL,
    successor {{text}} NOT NULL,
    population INTEGER NOT NULL
);
CREATE INDEX birthplace_by_code ON birthplace (code, valid_from);
CREATE INDEX birthplace_by_name ON birthplace (folded);
CREATE TABLE cog_release (
    id INTEGER NOT NULL PRIMARY KEY,
    version {{text}} NOT NULL,
    imported_at {{text}} NOT NULL,
    rows BIGINT NOT NULL,
    sha256 {{text}} NOT NULL,
    source {{text}} NOT NULL
);
