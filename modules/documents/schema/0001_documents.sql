-- SPDX-License-Identifier: GPL-3.0-or-later
-- The files of a record. The content is in the vault; the record's entry says "document:<id>" in its code.
CREATE TABLE document (
    id {{id}},
    patient_id BIGINT NOT NULL,
    content_id {{text}} NOT NULL,
    kind {{text}} NOT NULL,
    name {{text}} NOT NULL,
    pages INTEGER NOT NULL,
    has_text INTEGER NOT NULL,
    author_name {{text}} NOT NULL,
    filed_at {{text}} NOT NULL
);
CREATE INDEX document_by_patient ON document (patient_id);
