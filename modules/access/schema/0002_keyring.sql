-- SPDX-License-Identifier: GPL-3.0-or-later
-- One row: the keyring that every post of the practice takes its copy from. It is sealed in itself.
CREATE TABLE practice_keyring (
    id INTEGER NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    body {{text}} NOT NULL
);
