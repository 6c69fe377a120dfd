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
