-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was prescribed besides drugs never changes: its PDF is the document; `content` is what a new one may be made from.
CREATE TABLE demande (
    document_id BIGINT NOT NULL PRIMARY KEY,
    patient_id BIGINT NOT NULL,
    kind {{text}} NOT NULL,
    content {{text}} NOT NULL,
    author_name {{text}} NOT NULL,
    signed_at {{text}} NOT NULL
);
CREATE INDEX demande_by_patient ON demande (patient_id, signed_at);
