-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a professional notes for themselves of a patient: no part of the record, read by its owner alone, never exported with it.
CREATE TABLE personal_note (
    patient_id BIGINT NOT NULL,
    owner_id BIGINT NOT NULL,
    body {{text}} NOT NULL,
    version BIGINT NOT NULL,
    written_at {{text}} NOT NULL,
    journaled_at {{text}} NOT NULL,
    PRIMARY KEY (patient_id, owner_id)
);
