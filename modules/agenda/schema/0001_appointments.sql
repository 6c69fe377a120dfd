-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is expected, by whom, and how far the visit is. Nobody's (patient_id 0): time when nobody is received.
CREATE TABLE appointment (
    id {{id}},
    patient_id BIGINT NOT NULL,
    professional_id BIGINT NOT NULL,
    starts_at {{text}} NOT NULL,
    minutes INTEGER NOT NULL,
    kind {{text}} NOT NULL,
    reason {{text}} NOT NULL,
    walk_in INTEGER NOT NULL,
    state {{text}} NOT NULL,
    arrived_at {{text}} NOT NULL,
    begun_at {{text}} NOT NULL,
    ended_at {{text}} NOT NULL,
    author_id BIGINT NOT NULL,
    author_name {{text}} NOT NULL,
    written_at {{text}} NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX appointment_by_start ON appointment (starts_at);
CREATE INDEX appointment_by_patient ON appointment (patient_id, starts_at);
