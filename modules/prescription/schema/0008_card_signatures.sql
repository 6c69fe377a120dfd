-- SPDX-License-Identifier: GPL-3.0-or-later
-- The prescriber's own signature, made by a card, of an ordonnance that the practice's key has signed.
CREATE TABLE ordonnance_card_signature (
    number {{text}} NOT NULL PRIMARY KEY,
    cades {{bytes}} NOT NULL,
    kept_at {{text}} NOT NULL
);
