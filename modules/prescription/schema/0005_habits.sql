-- SPDX-License-Identifier: GPL-3.0-or-later
-- How often a doctor has signed a drug in that way. `drug` is its CIS, or its name where it has none.
CREATE TABLE prescription_habit (
    prescriber_id BIGINT NOT NULL,
    drug {{text}} NOT NULL,
    posology {{text}} NOT NULL,
    duration_days INTEGER NOT NULL,
    renewals INTEGER NOT NULL,
    ald INTEGER NOT NULL,
    times INTEGER NOT NULL,
    last_at {{text}} NOT NULL,
    PRIMARY KEY (prescriber_id, drug, posology, duration_days, renewals, ald)
);
