-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the last import of the public base changed. One row tells between which two versions.
CREATE TABLE drug_change_set (
    from_version {{text}} NOT NULL,
    to_version {{text}} NOT NULL
);
-- kind: 0 new, 1 removed, 2 no longer marketed, 3 marketed now, 4 another price. Prices in cents.
CREATE TABLE drug_change (
    position INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    cis INTEGER NOT NULL,
    label {{text}} NOT NULL,
    cip13 BIGINT,
    price_before BIGINT,
    price_after BIGINT
);
