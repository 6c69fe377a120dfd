-- SPDX-License-Identifier: GPL-3.0-or-later
-- The ANSM's register of hybrid groups; its numbers are not those of the generic groups.
CREATE TABLE hybrid_group (
    id INTEGER NOT NULL PRIMARY KEY,
    route {{text}} NOT NULL,
    label {{text}} NOT NULL
);
CREATE TABLE hybrid_member (
    group_id INTEGER NOT NULL,
    cis INTEGER NOT NULL,
    reference INTEGER NOT NULL,
    label {{text}} NOT NULL
);
CREATE INDEX hybrid_member_by_group ON hybrid_member (group_id);
CREATE INDEX hybrid_member_by_cis ON hybrid_member (cis);
