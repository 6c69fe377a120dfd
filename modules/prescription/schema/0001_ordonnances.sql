-- SPDX-License-Identifier: GPL-3.0-or-later
-- A signed ordonnance never changes: its content is one canonical text, of which `sha256` is in the printed code.
CREATE TABLE ordonnance (
    id {{id}},
    number {{text}} NOT NULL UNIQUE,
    patient_id BIGINT NOT NULL,
    prescriber_id BIGINT NOT NULL,
    signed_at {{text}} NOT NULL,
    content {{text}} NOT NULL,
    sha256 {{text}} NOT NULL,
    code {{text}} NOT NULL,
    pdf {{text}} NOT NULL,
    cancelled_at {{text}} NOT NULL,
    cancelled_by {{text}} NOT NULL,
    cancel_reason {{text}} NOT NULL
);
CREATE INDEX ordonnance_by_patient ON ordonnance (patient_id, signed_at);
-- The practice's own signing key (sealed) and certificate, and the certificates of other practices that this one trusts.
CREATE TABLE practice_certificate (
    key_id {{text}} NOT NULL PRIMARY KEY,
    pem {{text}} NOT NULL,
    sealed_key {{bytes}},
    revoked INTEGER NOT NULL,
    added_at {{text}} NOT NULL
);
