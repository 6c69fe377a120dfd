-- A practice as a released program left it: README.md. Never changed.
CREATE TABLE schema_step (module {{text}} NOT NULL, number BIGINT NOT NULL, name {{text}} NOT NULL, sha256 {{text}} NOT NULL, applied_at {{text}} NOT NULL, PRIMARY KEY (module, number));
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Documents of a practice on a server; an embedded practice keeps them in files beside its database.
CREATE TABLE vault_blob (
    id {{text}} NOT NULL PRIMARY KEY,
    sealed {{bytes}} NOT NULL
);

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

-- SPDX-License-Identifier: GPL-3.0-or-later
-- The journal is read by time, whoever or whatever is asked for: each criterion finds its events in
-- that order, a slice at a time, however many there are.
DROP INDEX audit_event_by_patient;
DROP INDEX audit_event_by_user;
CREATE INDEX audit_event_by_time ON audit_event (at, seq);
CREATE INDEX audit_event_by_patient ON audit_event (patient_id, at, seq);
CREATE INDEX audit_event_by_user ON audit_event (user_id, at, seq);
CREATE INDEX audit_event_by_name ON audit_event (user_name, at, seq);
CREATE INDEX audit_event_by_action ON audit_event (action, at, seq);

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

-- SPDX-License-Identifier: GPL-3.0-or-later
-- One row: the keyring that every post of the practice takes its copy from. It is sealed in itself.
CREATE TABLE practice_keyring (
    id INTEGER NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    body {{text}} NOT NULL
);

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

-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a référentiel is made of, and since when it is here.
CREATE TABLE referential (
    kind {{text}} NOT NULL PRIMARY KEY,
    version {{text}} NOT NULL,
    imported_at {{text}} NOT NULL,
    rows BIGINT NOT NULL,
    sha256 {{text}} NOT NULL,
    source {{text}} NOT NULL
);
CREATE TABLE referential_file (
    kind {{text}} NOT NULL,
    file {{text}} NOT NULL,
    dated {{text}} NOT NULL,
    rows BIGINT NOT NULL,
    sha256 {{text}} NOT NULL,
    PRIMARY KEY (kind, file)
);
-- The tables below are replaced whole. The publisher's files point to drugs that are no longer in
-- the list, so nothing here refers to anything by a constraint.
-- standing: 0 marketed, 1 not, 2 homeopathic; place: of the label among all, standing first.
CREATE TABLE drug (
    cis INTEGER NOT NULL PRIMARY KEY,
    label {{text}} NOT NULL,
    form {{text}} NOT NULL,
    routes {{text}} NOT NULL,
    authorisation {{text}} NOT NULL,
    procedure {{text}} NOT NULL,
    marketing {{text}} NOT NULL,
    authorised_on {{text}},
    watch {{text}} NOT NULL,
    eu_number {{text}} NOT NULL,
    holder {{text}} NOT NULL,
    monitored INTEGER NOT NULL,
    standing INTEGER NOT NULL,
    place INTEGER NOT NULL,
    folded {{text}} NOT NULL
);
-- Prices in cents.
CREATE TABLE drug_presentation (
    cis INTEGER NOT NULL,
    cip7 {{text}} NOT NULL,
    label {{text}} NOT NULL,
    status {{text}} NOT NULL,
    marketing {{text}} NOT NULL,
    declared_on {{text}},
    cip13 BIGINT NOT NULL,
    agreement {{text}} NOT NULL,
    rates {{text}} NOT NULL,
    price BIGINT,
    public_price BIGINT,
    fee BIGINT,
    indications {{text}} NOT NULL
);
CREATE INDEX drug_presentation_by_cis ON drug_presentation (cis);
CREATE INDEX drug_presentation_by_cip13 ON drug_presentation (cip13);
CREATE TABLE drug_component (
    cis INTEGER NOT NULL,
    place INTEGER NOT NULL,
    element {{text}} NOT NULL,
    code {{text}} NOT NULL,
    name {{text}} NOT NULL,
    dosage {{text}} NOT NULL,
    per {{text}} NOT NULL,
    nature {{text}} NOT NULL,
    link INTEGER NOT NULL
);
CREATE INDEX drug_component_by_cis ON drug_component (cis);
CREATE TABLE generic_group (
    id INTEGER NOT NULL PRIMARY KEY,
    label {{text}} NOT NULL
);
CREATE TABLE generic_member (
    group_id INTEGER NOT NULL,
    cis INTEGER NOT NULL,
    role INTEGER NOT NULL,
    place INTEGER NOT NULL
);
CREATE INDEX generic_member_by_group ON generic_member (group_id);
CREATE INDEX generic_member_by_cis ON generic_member (cis);
CREATE TABLE drug_condition (
    cis INTEGER NOT NULL,
    wording {{text}} NOT NULL
);
CREATE INDEX drug_condition_by_cis ON drug_condition (cis);
CREATE TABLE drug_class (
    cis INTEGER NOT NULL PRIMARY KEY,
    atc {{text}} NOT NULL,
    link {{text}} NOT NULL
);
-- cip13 is null where every presentation is concerned.
CREATE TABLE drug_availability (
    cis INTEGER NOT NULL,
    cip13 BIGINT,
    state INTEGER NOT NULL,
    started_on {{text}},
    updated_on {{text}},
    back_on {{text}},
    link {{text}} NOT NULL
);
CREATE INDEX drug_availability_by_cis ON drug_availability (cis);
-- rating: 0 SMR, 1 ASMR.
CREATE TABLE drug_opinion (
    cis INTEGER NOT NULL,
    rating INTEGER NOT NULL,
    dossier {{text}} NOT NULL,
    reason {{text}} NOT NULL,
    given_on {{text}},
    value {{text}} NOT NULL,
    wording {{text}} NOT NULL
);
CREATE INDEX drug_opinion_by_cis ON drug_opinion (cis);
CREATE TABLE opinion_link (
    dossier {{text}} NOT NULL,
    link {{text}} NOT NULL
);
CREATE INDEX opinion_link_by_dossier ON opinion_link (dossier);
CREATE TABLE drug_notice (
    cis INTEGER NOT NULL,
    from_day {{text}},
    to_day {{text}},
    wording {{text}} NOT NULL,
    link {{text}} NOT NULL
);
CREATE INDEX drug_notice_by_cis ON drug_notice (cis);
CREATE TABLE drug_term (
    term {{text}} NOT NULL,
    kind INTEGER NOT NULL,
    weight INTEGER NOT NULL DEFAULT 0,
    sort {{text}} NOT NULL,
    owner BIGINT NOT NULL
);
CREATE INDEX drug_term_by_term ON drug_term (term, kind, weight, sort, owner);
CREATE INDEX drug_term_by_owner ON drug_term (owner, term);

-- SPDX-License-Identifier: GPL-3.0-or-later
-- A signed ordonnance never changes: its content is one canonical text, of which `sha256` is in the printed code.
CREATE TABLE ordonnance (
    id {{id}},
    number {{text}} NOT NULL UNIQUE,
    patient_id BIGINT NOT NULL,
    prescriber_id BIGINT NOT NULL,
    signed_at {{text}} NOT NULL,
    content {{text}} NOT NULL,
    sha256 {{text}} NOT NULL,
    code {{text}} NOT NULL,
    pdf {{text}} NOT NULL,
    cancelled_at {{text}} NOT NULL,
    cancelled_by {{text}} NOT NULL,
    cancel_reason {{text}} NOT NULL
);
CREATE INDEX ordonnance_by_patient ON ordonnance (patient_id, signed_at);
-- The practice's own signing key (sealed) and certificate, and the certificates of other practices that this one trusts.
CREATE TABLE practice_certificate (
    key_id {{text}} NOT NULL PRIMARY KEY,
    pem {{text}} NOT NULL,
    sealed_key {{bytes}},
    revoked INTEGER NOT NULL,
    added_at {{text}} NOT NULL
);

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

DELETE FROM schema_step;
INSERT INTO schema_step (module, number, name, sha256, applied_at) VALUES ('storage', 1, '0001_vault', '0ba7b48d23623e32bcf77eebd1ba03dc91360c1e3772c1998f2f36ac22a51e93', '2026-11-24T09:00:00.000Z');
INSERT INTO schema_step (module, number, name, sha256, applied_at) VALUES ('audit', 1, '0001_journal', '1bbf9a3438d36bbb43e3f644e63ddb6038f5ea66e69f27faa34488261d5c0cac', '2026-11-24T09:00:00.000Z');
INSERT INTO schema_step (module, number, name, sha256, applied_at) VALUES ('audit', 2, '0002_listing', '60c76ed115053e976e4408939ef94b9beeebe7be6496483b5b3ed8aa0c71b812', '2026-11-24T09:00:00.000Z');
INSERT INTO schema_step (module, number, name, sha256, applied_at) VALUES ('access', 1, '0001_accounts', 'dc55cdb506a04bdfcef27731dd230f75a67ea041e29f9ec4a59531e2b5a2ccdf', '2026-11-24T09:00:00.000Z');
INSERT INTO schema_step (module, number, name, sha256, applied_at) VALUES ('access', 2, '0002_keyring', '8b59047cbf3042ed7dba99e0544813d4a6edfdd41ea25853965116dbcf1d80c5', '2026-11-24T09:00:00.000Z');
INSERT INTO schema_step (module, number, name, sha256, applied_at) VALUES ('patient', 1, '0001_patients', '79373c6ff5ac8fa44ac2cdf58370cfee14cf5cbde7dd75e66960a9fc0a3634db', '2026-11-24T09:00:00.000Z');
INSERT INTO schema_step (module, number, name, sha256, applied_at) VALUES ('record', 1, '0001_entries', '3f05da1b4a32611a672fb79f2eabfd7a426be2c33fc38548d4cd7a7cbe1f3ced', '2026-11-24T09:00:00.000Z');
INSERT INTO schema_step (module, number, name, sha256, applied_at) VALUES ('drugs', 1, '0001_drugs', '9e29424ee6824a6af3c5f1017af5285f726055833d04bff52a47faaf60b7b58a', '2026-11-24T09:00:00.000Z');
INSERT INTO schema_step (module, number, name, sha256, applied_at) VALUES ('prescription', 1, '0001_ordonnances', '5260bfa8c3cca9610617e048204f374181c64f7cb1889575ca2639755768bd3c', '2026-11-24T09:00:00.000Z');
INSERT INTO schema_step (module, number, name, sha256, applied_at) VALUES ('dispensing', 1, '0001_dispensations', '868af92eef79e41debaf92212351dabb3e46dd1d1a1b92d8577f02ea80269303', '2026-11-24T09:00:00.000Z');
DELETE FROM vault_blob;
INSERT INTO vault_blob (id, sealed) VALUES ('f16d8194e795272380fde39a85d590c8cd7f1c277a050b0ae27a1d3d33e220fd', {{x:01e3fa26c2c0d71d8f664afc123b939ec01cd8863f2f808de7abbbcafd5abf85ba17ac1447e93a6b6597a791}});
DELETE FROM audit_event;
INSERT INTO audit_event (seq, at, user_id, user_name, role, post, action, subject, subject_id, patient_id, detail, reason, hash) VALUES (1, '2026-11-24T09:00:00.000Z', 0, 'Ambroise', 'program', 'Cabinet 1', 'create', 'user', 1, 0, 'medecin medecin', '', {{x:c32c950de2d08cb65f4d9bf5fe1b6c724a2b7cdc2c5c465985ef70b88363b379}});
INSERT INTO audit_event (seq, at, user_id, user_name, role, post, action, subject, subject_id, patient_id, detail, reason, hash) VALUES (2, '2026-11-24T09:00:00.000Z', 0, 'Ambroise', 'program', 'Cabinet 1', 'create', 'practice', 1, 0, '', '', {{x:8c82dace056c78b44073ab7d7325aa92d8b786416a9f7603b7995ba5b9819a76}});
INSERT INTO audit_event (seq, at, user_id, user_name, role, post, action, subject, subject_id, patient_id, detail, reason, hash) VALUES (3, '2026-11-24T09:00:00.000Z', 1, 'Dr Claire Fontanel', 'medecin', 'Cabinet 1', 'create', 'patient', 1, 1, '', '', {{x:b45f3cc2e96dcad8e10ec6feae65b86d17af46e8213751c3dd65c8da7a82c66e}});
INSERT INTO audit_event (seq, at, user_id, user_name, role, post, action, subject, subject_id, patient_id, detail, reason, hash) VALUES (4, '2026-11-24T09:00:00.000Z', 1, 'Dr Claire Fontanel', 'medecin', 'Cabinet 1', 'read', 'patient', 1, 1, '', '', {{x:5215b574bbbf4a96f3112422197f984bbff6a3852ebd47cba87e10de5ce27fe6}});
INSERT INTO audit_event (seq, at, user_id, user_name, role, post, action, subject, subject_id, patient_id, detail, reason, hash) VALUES (5, '2026-11-24T09:00:00.000Z', 1, 'Dr Claire Fontanel', 'medecin', 'Cabinet 1', 'update', 'patient', 1, 1, 'notes', '', {{x:215b6c95d782f7718bdcb7647622b17b9e26be270e31dca842ed1cc74bb08187}});
INSERT INTO audit_event (seq, at, user_id, user_name, role, post, action, subject, subject_id, patient_id, detail, reason, hash) VALUES (6, '2026-11-24T09:00:00.000Z', 1, 'Dr Claire Fontanel', 'medecin', 'Cabinet 1', 'create', 'patient', 2, 2, '', '', {{x:c87596717e507c370c9c2aebce0a21e864a4137847802e1966167836564c8fa3}});
INSERT INTO audit_event (seq, at, user_id, user_name, role, post, action, subject, subject_id, patient_id, detail, reason, hash) VALUES (7, '2026-11-24T09:00:00.000Z', 1, 'Dr Claire Fontanel', 'medecin', 'Cabinet 1', 'remove', 'patient', 2, 2, 'archived', '', {{x:ee379141a553e9decde74af158912df7365372724f65eed8a75d9e905321e43b}});
INSERT INTO audit_event (seq, at, user_id, user_name, role, post, action, subject, subject_id, patient_id, detail, reason, hash) VALUES (8, '2026-11-24T09:00:00.000Z', 1, 'Dr Claire Fontanel', 'medecin', 'Cabinet 1', 'create', 'entry', 1, 1, 'consultation', '', {{x:7aa2067266d3624971f73c41b868e3c36f22dea0e7f478ba5c67d4eadf16dab9}});
INSERT INTO audit_event (seq, at, user_id, user_name, role, post, action, subject, subject_id, patient_id, detail, reason, hash) VALUES (9, '2026-11-24T09:00:00.000Z', 1, 'Dr Claire Fontanel', 'medecin', 'Cabinet 1', 'create', 'entry', 2, 1, 'problem', '', {{x:c0a1ebd8bbc0c0d93af3a3b8a3b493bf8a45a5c70571304d3015dc1076a0643f}});
INSERT INTO audit_event (seq, at, user_id, user_name, role, post, action, subject, subject_id, patient_id, detail, reason, hash) VALUES (10, '2026-11-24T09:00:00.000Z', 1, 'Dr Claire Fontanel', 'medecin', 'Cabinet 1', 'update', 'entry', 1, 1, 'consultation', '', {{x:6cf59f9742550b50ceab078c80d67b5815315f26460332fe85b601c4c9313d2a}});
INSERT INTO audit_event (seq, at, user_id, user_name, role, post, action, subject, subject_id, patient_id, detail, reason, hash) VALUES (11, '2026-11-24T09:00:00.000Z', 1, 'Dr Claire Fontanel', 'medecin', 'Cabinet 1', 'update', 'patient', 1, 1, 'no_known_allergy', '', {{x:d575b06e8d18d806cfa505dbca8090c953f9467a33be288408967e71d5d2b34c}});
INSERT INTO audit_event (seq, at, user_id, user_name, role, post, action, subject, subject_id, patient_id, detail, reason, hash) VALUES (12, '2026-11-24T09:00:00.000Z', 1, 'Dr Claire Fontanel', 'medecin', 'Cabinet 1', 'create', 'practice', 1, 0, 'certificate', '', {{x:e7664586c2277f11378f424cd49436511480f4749aa2801c8697e48eec4bb436}});
INSERT INTO audit_event (seq, at, user_id, user_name, role, post, action, subject, subject_id, patient_id, detail, reason, hash) VALUES (13, '2026-11-24T09:00:00.000Z', 1, 'Dr Claire Fontanel', 'medecin', 'Cabinet 1', 'sign', 'ordonnance', 1, 1, '5VQ1JG8TEHTYV3V9GH', '', {{x:8f3c8ad8149a4f1e9781f046b7538fd5bf5ff63d9522c7880a096c964459a494}});
INSERT INTO audit_event (seq, at, user_id, user_name, role, post, action, subject, subject_id, patient_id, detail, reason, hash) VALUES (14, '2026-11-24T09:00:00.000Z', 1, 'Dr Claire Fontanel', 'medecin', 'Cabinet 1', 'dispense', 'ordonnance', 1, 1, '5VQ1JG8TEHTYV3V9GH', '', {{x:d8e5a3841f2c13b57c28384c0ee40ea20fc328cc8d796ce43117e79525a70658}});
DELETE FROM audit_head;
INSERT INTO audit_head (id, seq, hash, seal) VALUES (1, 14, {{x:d8e5a3841f2c13b57c28384c0ee40ea20fc328cc8d796ce43117e79525a70658}}, {{x:208e4c57c3d717d21dffeee99ec2c6837ba0f5b9fd97e23f74b47e7de1fabdd8}});
DELETE FROM account;
INSERT INTO account (id, login, title, surname, given_name, role, rpps, am_number, specialty, phone, email, active, version) VALUES (1, 'medecin', 'Dr', 'Fontanel', 'Claire', 'medecin', '89970021848', '', '', '', '', 1, 1);
DELETE FROM practice_profile;
INSERT INTO practice_profile (id, name, street, postal_code, city, phone, email, finess, demonstration, version) VALUES (1, 'Cabinet médical des Tilleuls', '', '', '', '', '', '', 0, 1);
DELETE FROM preference;
INSERT INTO preference (account_id, name, value) VALUES (1, 'language', 'fr');
INSERT INTO preference (account_id, name, value) VALUES (1, 'lock', '10');
INSERT INTO preference (account_id, name, value) VALUES (1, 'appearance', 'light');
INSERT INTO preference (account_id, name, value) VALUES (1, 'text', '120');
DELETE FROM draft;
INSERT INTO draft (account_id, kind, subject_id, body, saved_at) VALUES (1, 'ordonnance', 1, '{"typed":"dolip"}', '2026-11-24T09:00:00.000Z');
DELETE FROM practice_keyring;
INSERT INTO practice_keyring (id, version, body) VALUES (1, 1, '{"ambroise":"keyring","format":1,"practice":"BwcHBwcHBwcHBwcHBwcHBw==","seal":"vMsyuy36UnPCatlzfBloZ4V3rTVbp0HH9N89rHiIkjU=","slots":[],"version":1}');
DELETE FROM patient;
INSERT INTO patient (id, birth_surname, given_names, first_given_name, sex, birth_date, birth_date_interpreted, birth_place_code, birth_place_label, matricule, oid, insi_retrieved, coherence_checked, attributes, used_surname, used_given_name, phones, email, street, postal_code, city, country, medecin_traitant, deceased_on, notes, sort, archived_at, version, created_at, updated_at, updated_by, updated_by_name) VALUES (1, 'VASSEUR', 'MADELEINE', 'MADELEINE', 'F', '1958-03-14', 0, '', '', '', '', 0, 0, '', 'd’Œuvre', '', '+33639980123', '', '', '', '', '', '', '', 'Sonne deux fois', 'VASSEUR MADELEINE 1958-03-14', '', 2, '2026-11-24T09:00:00.000Z', '2026-11-24T09:00:00.000Z', 1, 'Dr Claire Fontanel');
INSERT INTO patient (id, birth_surname, given_names, first_given_name, sex, birth_date, birth_date_interpreted, birth_place_code, birth_place_label, matricule, oid, insi_retrieved, coherence_checked, attributes, used_surname, used_given_name, phones, email, street, postal_code, city, country, medecin_traitant, deceased_on, notes, sort, archived_at, version, created_at, updated_at, updated_by, updated_by_name) VALUES (2, 'PARTI', 'MADELEINE', 'MADELEINE', 'F', '1958-03-14', 0, '', '', '', '', 0, 0, '', 'd’Œuvre', '', '+33639980123', '', '', '', '', '', '', '', '', 'PARTI MADELEINE 1958-03-14', '2026-11-24T09:00:00.000Z', 2, '2026-11-24T09:00:00.000Z', '2026-11-24T09:00:00.000Z', 1, 'Dr Claire Fontanel');
DELETE FROM patient_revision;
INSERT INTO patient_revision (patient_id, version, written_at, written_by, written_by_name, body) VALUES (1, 1, '2026-11-24T09:00:00.000Z', 1, 'Dr Claire Fontanel', '{"attributes":"","birth_date":"1958-03-14","birth_date_interpreted":"0","birth_place_code":"","birth_place_label":"","birth_surname":"VASSEUR","city":"","coherence_checked":"0","country":"","deceased_on":"","email":"","first_given_name":"MADELEINE","given_names":"MADELEINE","insi_retrieved":"0","matricule":"","medecin_traitant":"","notes":"","oid":"","phones":"+33639980123","postal_code":"","sex":"F","street":"","used_given_name":"","used_surname":"d’Œuvre"}');
INSERT INTO patient_revision (patient_id, version, written_at, written_by, written_by_name, body) VALUES (2, 1, '2026-11-24T09:00:00.000Z', 1, 'Dr Claire Fontanel', '{"attributes":"","birth_date":"1958-03-14","birth_date_interpreted":"0","birth_place_code":"","birth_place_label":"","birth_surname":"PARTI","city":"","coherence_checked":"0","country":"","deceased_on":"","email":"","first_given_name":"MADELEINE","given_names":"MADELEINE","insi_retrieved":"0","matricule":"","medecin_traitant":"","notes":"","oid":"","phones":"+33639980123","postal_code":"","sex":"F","street":"","used_given_name":"","used_surname":"d’Œuvre"}');
DELETE FROM patient_term;
INSERT INTO patient_term (term, kind, weight, sort, owner) VALUES ('VASSEUR', 0, 0, 'VASSEUR MADELEINE 1958-03-14', 1);
INSERT INTO patient_term (term, kind, weight, sort, owner) VALUES ('OEUVRE', 1, 1, 'VASSEUR MADELEINE 1958-03-14', 1);
INSERT INTO patient_term (term, kind, weight, sort, owner) VALUES ('DOEUVRE', 1, 0, 'VASSEUR MADELEINE 1958-03-14', 1);
INSERT INTO patient_term (term, kind, weight, sort, owner) VALUES ('MADELEINE', 2, 0, 'VASSEUR MADELEINE 1958-03-14', 1);
INSERT INTO patient_term (term, kind, weight, sort, owner) VALUES ('@19580314', 4, 0, 'VASSEUR MADELEINE 1958-03-14', 1);
INSERT INTO patient_term (term, kind, weight, sort, owner) VALUES ('=14031958', 4, 0, 'VASSEUR MADELEINE 1958-03-14', 1);
INSERT INTO patient_term (term, kind, weight, sort, owner) VALUES ('#0639980123', 5, 0, 'VASSEUR MADELEINE 1958-03-14', 1);
DELETE FROM entry;
INSERT INTO entry (id, patient_id, kind, happened, title, body, code, value, unit, active, author_id, author_name, written_at, version) VALUES (1, 1, 'consultation', '2026-11-24T09:58:00.000Z', 'Toux sèche', 'L’été, « tout va ».', '', '', '', 1, 1, 'Dr Claire Fontanel', '2026-11-24T09:00:00.000Z', 2);
INSERT INTO entry (id, patient_id, kind, happened, title, body, code, value, unit, active, author_id, author_name, written_at, version) VALUES (2, 1, 'problem', '2026-11-24T09:58:00.000Z', 'Hypertension', 'L’été, « tout va ».', '', '', '', 1, 1, 'Dr Claire Fontanel', '2026-11-24T09:00:00.000Z', 1);
DELETE FROM entry_revision;
INSERT INTO entry_revision (entry_id, version, happened, title, body, code, value, unit, active, author_id, author_name, written_at) VALUES (1, 1, '2026-11-24T09:58:00.000Z', 'Toux', 'L’été, « tout va ».', '', '', '', 1, 1, 'Dr Claire Fontanel', '2026-11-24T09:00:00.000Z');
DELETE FROM none_known;
INSERT INTO none_known (patient_id, topic, said_at, author_name) VALUES (1, 'allergy', '2026-11-24T09:00:00.000Z', 'Dr Claire Fontanel');
DELETE FROM referential;
INSERT INTO referential (kind, version, imported_at, rows, sha256, source) VALUES ('bdpm', '2026-05-18', '2026-11-24T09:00:00.000Z', 2603, '1e2384f3cbec4caa2e13eea9bbb59c1deef7c469ddf76ae5199c4ed3946123d0', 'ANSM, HAS, UNCAM : base de données publique des médicaments');
DELETE FROM referential_file;
INSERT INTO referential_file (kind, file, dated, rows, sha256) VALUES ('bdpm', 'CIS_bdpm.txt', '2026-05-18', 401, '727f304028e72328dfadd56ee2d7c36ac28039de84dc8330541b28aec7a576c9');
INSERT INTO referential_file (kind, file, dated, rows, sha256) VALUES ('bdpm', 'CIS_CIP_bdpm.txt', '2026-05-18', 401, '05036c7a25b31c64972197c44ba557b7140879f8647c86b58c0ad789a963138a');
INSERT INTO referential_file (kind, file, dated, rows, sha256) VALUES ('bdpm', 'CIS_COMPO_bdpm.txt', '2026-05-18', 401, '7f7375dc5ad8d9bdaf836e84c7df3a77b2711cb95941130a0aa34baa82451193');
INSERT INTO referential_file (kind, file, dated, rows, sha256) VALUES ('bdpm', 'CIS_GENER_bdpm.txt', '2026-05-18', 400, '2d8b35bf0bb2cdd574469a26f2aa00d0a5f8fc7f28af418a3c5c67199a577f12');
INSERT INTO referential_file (kind, file, dated, rows, sha256) VALUES ('bdpm', 'CIS_CPD_bdpm.txt', '2026-05-18', 400, 'bf5f4146cad3420a8c21cb316bbca821acca8f7157640bf13616f4c5691c7ce2');
INSERT INTO referential_file (kind, file, dated, rows, sha256) VALUES ('bdpm', 'CIS_MITM.txt', '2026-05-18', 400, '89ecdeb826d3009d960d36a77c6684a12070ea524246d90c2bc9e27d9cc55256');
INSERT INTO referential_file (kind, file, dated, rows, sha256) VALUES ('bdpm', 'CIS_CIP_Dispo_Spec.txt', '2026-05-18', 200, 'fccafafd103d8396361d7ec70b7d579f81b8f87b1fcaed44f4e3e17d6ad1d774');
DELETE FROM drug;
INSERT INTO drug (cis, label, form, routes, authorisation, procedure, marketing, authorised_on, watch, eu_number, holder, monitored, standing, place, folded) VALUES (61000000, 'REMPLISSAGE 1 mg, comprimé', 'comprimé', 'orale', 'Autorisation active', 'Procédure nationale', 'Commercialisée', '1998-03-12', '', '', 'LABORATOIRE', 0, 0, 1, 'REMPLISSAGE 1 MG COMPRIME');
INSERT INTO drug (cis, label, form, routes, authorisation, procedure, marketing, authorised_on, watch, eu_number, holder, monitored, standing, place, folded) VALUES (62345678, 'DOLIPRANE 1000 mg, comprimé', 'comprimé', 'orale', 'Autorisation active', 'Procédure nationale', 'Commercialisée', '1998-03-12', '', '', 'LABORATOIRE', 0, 0, 0, 'DOLIPRANE 1000 MG COMPRIME');
DELETE FROM drug_presentation;
INSERT INTO drug_presentation (cis, cip7, label, status, marketing, declared_on, cip13, agreement, rates, price, public_price, fee, indications) VALUES (61000000, '3000000', 'plaquette de 8 comprimé(s)', 'Présentation active', 'Déclaration de commercialisation', '2011-03-16', 3400930000007, 'oui', '65', 116, 218, 102, '');
INSERT INTO drug_presentation (cis, cip7, label, status, marketing, declared_on, cip13, agreement, rates, price, public_price, fee, indications) VALUES (62345678, '3000400', 'plaquette de 8 comprimé(s)', 'Présentation active', 'Déclaration de commercialisation', '2011-03-16', 3400930004005, 'oui', '65', 116, 218, 102, '');
DELETE FROM drug_component;
INSERT INTO drug_component (cis, place, element, code, name, dosage, per, nature, link) VALUES (61000000, 0, 'comprimé', '12345', 'REMPLISSOL', '1 mg', 'un comprimé', 'SA', 1);
INSERT INTO drug_component (cis, place, element, code, name, dosage, per, nature, link) VALUES (62345678, 400, 'comprimé', '12345', 'PARACÉTAMOL', '1000 mg', 'un comprimé', 'SA', 1);
DELETE FROM generic_group;
INSERT INTO generic_group (id, label) VALUES (1, 'REMPLISSOL - groupe 0');
DELETE FROM generic_member;
INSERT INTO generic_member (group_id, cis, role, place) VALUES (1, 61000000, 0, 1);
DELETE FROM drug_condition;
INSERT INTO drug_condition (cis, wording) VALUES (61000000, 'liste II');
DELETE FROM drug_class;
INSERT INTO drug_class (cis, atc, link) VALUES (61000000, 'N02BE01', 'https://example.invalid/extrait.php?specid=61000000');
DELETE FROM drug_availability;
INSERT INTO drug_availability (cis, cip13, state, started_on, updated_on, back_on, link) VALUES (61000000, NULL, 4, '2026-04-14', '2026-05-18', NULL, 'https://example.invalid/61000000');
DELETE FROM drug_term;
INSERT INTO drug_term (term, kind, weight, sort, owner) VALUES ('1', 3, 0, '000000', 62345678);
INSERT INTO drug_term (term, kind, weight, sort, owner) VALUES ('1000', 2, 0, '000000', 62345678);
INSERT INTO drug_term (term, kind, weight, sort, owner) VALUES ('3000400', 4, 0, '000000', 62345678);
INSERT INTO drug_term (term, kind, weight, sort, owner) VALUES ('3400930004005', 4, 0, '000000', 62345678);
INSERT INTO drug_term (term, kind, weight, sort, owner) VALUES ('62345678', 4, 0, '000000', 62345678);
INSERT INTO drug_term (term, kind, weight, sort, owner) VALUES ('COMPRIME', 2, 0, '000000', 62345678);
INSERT INTO drug_term (term, kind, weight, sort, owner) VALUES ('DOLIPRANE', 0, 0, '000000', 62345678);
INSERT INTO drug_term (term, kind, weight, sort, owner) VALUES ('G', 3, 0, '000000', 62345678);
INSERT INTO drug_term (term, kind, weight, sort, owner) VALUES ('LABORATOIRE', 6, 0, '000000', 62345678);
INSERT INTO drug_term (term, kind, weight, sort, owner) VALUES ('MG', 2, 0, '000000', 62345678);
INSERT INTO drug_term (term, kind, weight, sort, owner) VALUES ('PARACETAMOL', 1, 0, '000000', 62345678);
INSERT INTO drug_term (term, kind, weight, sort, owner) VALUES ('1', 2, 0, '000001', 61000000);
INSERT INTO drug_term (term, kind, weight, sort, owner) VALUES ('3000000', 4, 0, '000001', 61000000);
INSERT INTO drug_term (term, kind, weight, sort, owner) VALUES ('3400930000007', 4, 0, '000001', 61000000);
INSERT INTO drug_term (term, kind, weight, sort, owner) VALUES ('61000000', 4, 0, '000001', 61000000);
INSERT INTO drug_term (term, kind, weight, sort, owner) VALUES ('COMPRIME', 2, 0, '000001', 61000000);
INSERT INTO drug_term (term, kind, weight, sort, owner) VALUES ('LABORATOIRE', 6, 0, '000001', 61000000);
INSERT INTO drug_term (term, kind, weight, sort, owner) VALUES ('MG', 2, 0, '000001', 61000000);
INSERT INTO drug_term (term, kind, weight, sort, owner) VALUES ('N02BE01', 5, 0, '000001', 61000000);
INSERT INTO drug_term (term, kind, weight, sort, owner) VALUES ('REMPLISSAGE', 0, 0, '000001', 61000000);
INSERT INTO drug_term (term, kind, weight, sort, owner) VALUES ('REMPLISSOL', 1, 0, '000001', 61000000);
DELETE FROM ordonnance;
INSERT INTO ordonnance (id, number, patient_id, prescriber_id, signed_at, content, sha256, code, pdf, cancelled_at, cancelled_by, cancel_reason) VALUES (1, '5VQ1JG8TEHTYV3V9GH', 1, 1, '2026-11-24T09:00:00.000Z', '{"format":1,"lines":[{"cis":"62345678","duration_days":7,"label":"DOLIPRANE 1000 mg, comprimé","posology":"1 comprimé matin et soir","renewals":2}],"number":"5VQ1JG8TEHTYV3V9GH","patient":{"birth_date":"1958-03-14","given_names":"MADELEINE","sex":"F","surname":"VASSEUR","used_surname":"Mercadier","weight_kg":74.2},"prescriber":{"address":"12 rue des Tilleuls, 63999 Saint-Ambroise-les-Prés","am_number":"","city":"Saint-Ambroise-les-Prés","email":"contact@tilleuls.example","given_name":"Claire","phone":"04 65 71 99 20","practice":"Cabinet médical des Tilleuls","rpps":"99700218896","specialty":"Médecin généraliste","surname":"Fontanel","title":"Dr"},"signed_at":"2026-11-24T09:00:00Z"}', '13a32210bcb988a23bd54115820f457ec07fe721dc7632c3490b297b5e472bc5', 'AMB1:DB0/VAHCO2XHKO3:*0:*0:*0:*0:*0:*0:*00-02-AIA6709ITAL69ADB2M6%A7R49000H20CU0K122SK952LKN-MK8/QGW2*-131GS7GSC4I.E/UOMI1$QF*:8//OA/EPUFK8N:NJC+7T+OIB9044L/SY.BY*HH+1UEKH-DAHCOW9T+6C5RS6C/MVZSVFP52%FD97F61.9GRSM81K3JIB02BNGB0', 'f16d8194e795272380fde39a85d590c8cd7f1c277a050b0ae27a1d3d33e220fd', '', '', '');
DELETE FROM practice_certificate;
INSERT INTO practice_certificate (key_id, pem, sealed_key, revoked, added_at) VALUES ('fc54b8c0058c481c', '-----BEGIN CERTIFICATE-----{{n}}MIIBczCCASWgAwIBAgIQf6Oh4FykNUlruMYHikOjajAFBgMrZXAwOzERMA8GA1UE{{n}}CgwIQW1icm9pc2UxJjAkBgNVBAMMHUNhYmluZXQgbcOpZGljYWwgZGVzIFRpbGxl{{n}}dWxzMB4XDTI2MTEyNDA5MDAwMFoXDTM2MTEyNDA5MDAwMFowOzERMA8GA1UECgwI{{n}}QW1icm9pc2UxJjAkBgNVBAMMHUNhYmluZXQgbcOpZGljYWwgZGVzIFRpbGxldWxz{{n}}MCowBQYDK2VwAyEAuqViukNXm4rUvFFwCTXqBJ8zChGm9xGANYfe/cioAIOjPzA9{{n}}MAwGA1UdEwEB/wQCMAAwDgYDVR0PAQH/BAQDAgbAMB0GA1UdDgQWBBQqZelmq95Y{{n}}Hh379X0+rb4grz1RYzAFBgMrZXADQQCchXrtajtqL3kwv+PnN1Be4iWDq/QVWzH3{{n}}SWvXUqlgO6TUrmIIszjtJtibaq3BmCaHb0kqbFHDGt1SPx6Jdz8L{{n}}-----END CERTIFICATE-----{{n}}', NULL, 0, '2026-11-24T09:00:00.000Z');
DELETE FROM dispensation;
INSERT INTO dispensation (id, token, number, patient_id, at, author_id, author_name, pharmacy) VALUES (1, 'golden', '5VQ1JG8TEHTYV3V9GH', 1, '2026-11-24T09:00:00.000Z', 1, 'Dr Claire Fontanel', 'Officine');
DELETE FROM dispensation_line;
INSERT INTO dispensation_line (dispensation_id, line, outcome, cip13, label, boxes, substituted, lot, reason) VALUES (1, 0, 'dispensed', '', 'DOLIPRANE 1000 mg', 2, 0, '', '');
DELETE FROM dispensation_turn;
INSERT INTO dispensation_turn (id, turn) VALUES (1, 1);
