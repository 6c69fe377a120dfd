-- SPDX-License-Identifier: GPL-3.0-or-later
-- The handwritten signature of who prescribes, as they drew it (HandSignature), and whether it is put on what they sign unless
-- they say otherwise. One a person.
CREATE TABLE account_signature (
    account_id BIGINT NOT NULL PRIMARY KEY REFERENCES account (id),
    strokes {{text}} NOT NULL,
    by_default INTEGER NOT NULL,
    drawn_at {{text}} NOT NULL
);
