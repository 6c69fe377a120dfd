-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was given; given_on is "2025-03-14", "2025-03", "2025", or '' where nobody knows. Nothing is overwritten: what is
-- wrong is marked removed, and written anew.
CREATE TABLE vaccination (
    id {{id}},
    patient_id BIGINT NOT NULL,
    given_on {{text}} NOT NULL,
    vaccine {{text}} NOT NULL,
    cis {{text}} NOT NULL,
    cip13 {{text}} NOT NULL,
    valences {{text}} NOT NULL,
    lot {{text}} NOT NULL,
    expiry {{text}} NOT NULL,
    site {{text}} NOT NULL,
    dose {{text}} NOT NULL,
    given_by {{text}} NOT NULL,
    here INTEGER NOT NULL,
    author_id BIGINT NOT NULL,
    author_name {{text}} NOT NULL,
    written_at {{text}} NOT NULL,
    removed_at {{text}} NOT NULL,
    removed_by {{text}} NOT NULL
);
CREATE INDEX vaccination_by_patient ON vaccination (patient_id, removed_at);
CREATE INDEX vaccination_by_lot ON vaccination (lot);

-- What was decided or done of a rule of resources/prevention.
CREATE TABLE prevention_act (
    id {{id}},
    patient_id BIGINT NOT NULL,
    rule {{text}} NOT NULL,
    step {{text}} NOT NULL,
    state {{text}} NOT NULL,
    on_day {{text}} NOT NULL,
    reason {{text}} NOT NULL,
    author_id BIGINT NOT NULL,
    author_name {{text}} NOT NULL,
    written_at {{text}} NOT NULL,
    removed_at {{text}} NOT NULL,
    removed_by {{text}} NOT NULL
);
CREATE INDEX prevention_act_by_patient ON prevention_act (patient_id, removed_at);
CREATE INDEX prevention_act_by_rule ON prevention_act (rule, removed_at);
