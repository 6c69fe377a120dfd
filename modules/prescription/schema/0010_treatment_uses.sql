-- SPDX-License-Identifier: GPL-3.0-or-later
-- For how long a prescribed treatment is taken, as a doctor said: told of its last line, as a stop is (0009). Only added to: what
-- was said last counts. `taken_as`: "chronic", "occasional", or "-", what was said is taken back.
CREATE TABLE treatment_use (
    id {{id}},
    patient_id BIGINT NOT NULL,
    number {{text}} NOT NULL,
    place INTEGER NOT NULL,
    substances {{text}} NOT NULL,
    taken_as {{text}} NOT NULL,
    said_at {{text}} NOT NULL,
    author_id BIGINT NOT NULL,
    author_name {{text}} NOT NULL
);
CREATE INDEX treatment_use_by_patient ON treatment_use (patient_id, said_at);
