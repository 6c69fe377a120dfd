-- SPDX-License-Identifier: GPL-3.0-or-later
-- References of growth that the practice obtained itself, as their files are (resources/growth/README.md). One a name.
CREATE TABLE growth_reference (
    id {{id}},
    name {{text}} NOT NULL UNIQUE,
    source {{text}} NOT NULL,
    file_name {{text}} NOT NULL,
    sha256 {{text}} NOT NULL,
    content {{bytes}} NOT NULL,
    row_count BIGINT NOT NULL,
    imported_at {{text}} NOT NULL,
    author_id BIGINT NOT NULL,
    author_name {{text}} NOT NULL
);
