-- SPDX-License-Identifier: GPL-3.0-or-later
-- That a treatment was stopped, told of the last line that prescribed it: `place` in the ordonnance `number`, 0 the first.
-- `substances` finds it again where that ordonnance is cancelled. Only added to; one that is taken back is marked.
CREATE TABLE treatment_stop (
    id {{id}},
    patient_id BIGINT NOT NULL,
    number {{text}} NOT NULL,
    place INTEGER NOT NULL,
    substances {{text}} NOT NULL,
    stopped_on {{text}} NOT NULL,
    reason {{text}} NOT NULL,
    words {{text}} NOT NULL,
    said_at {{text}} NOT NULL,
    author_id BIGINT NOT NULL,
    author_name {{text}} NOT NULL,
    taken_back_at {{text}} NOT NULL,
    taken_back_by {{text}} NOT NULL
);
CREATE INDEX treatment_stop_by_patient ON treatment_stop (patient_id, said_at);
