-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is to be done about identities, without reading every record.
CREATE INDEX patient_by_identity ON patient (archived_at, insi_retrieved, coherence_checked, attributes, updated_at);
