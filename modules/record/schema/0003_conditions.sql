-- SPDX-License-Identifier: GPL-3.0-or-later
-- The labels of CIM-10, imported from a file of the user's.
CREATE TABLE cim10_label (
    code {{text}} PRIMARY KEY,
    label {{text}} NOT NULL
);
CREATE TABLE cim10_release (
    id INTEGER PRIMARY KEY,
    imported_at {{text}} NOT NULL,
    row_count BIGINT NOT NULL,
    sha256 {{text}} NOT NULL,
    source {{text}} NOT NULL
);
