-- SPDX-License-Identifier: GPL-3.0-or-later
-- Analyses that are to be done again by a day. answered_by: the report that has them, 0: awaited. dropped_at: nobody
-- waits for them any longer.
CREATE TABLE lab_recheck (
    id {{id}},
    patient_id BIGINT NOT NULL,
    code {{text}} NOT NULL,
    code_system {{text}} NOT NULL,
    label {{text}} NOT NULL,
    due {{text}} NOT NULL,
    because BIGINT NOT NULL,
    asked_at {{text}} NOT NULL,
    asked_by BIGINT NOT NULL,
    asked_name {{text}} NOT NULL,
    answered_by BIGINT NOT NULL,
    dropped_at {{text}} NOT NULL,
    dropped_name {{text}} NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX lab_recheck_by_patient ON lab_recheck (patient_id);
CREATE INDEX lab_recheck_by_due ON lab_recheck (answered_by, dropped_at, due);
CREATE INDEX lab_recheck_by_answer ON lab_recheck (answered_by);
