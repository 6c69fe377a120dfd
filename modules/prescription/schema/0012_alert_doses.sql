-- SPDX-License-Identifier: GPL-3.0-or-later
-- The doses of an alert's drugs, as they were written then: a reason holds for these alone.
ALTER TABLE ordonnance_alert ADD COLUMN doses {{text}} NOT NULL DEFAULT '';
