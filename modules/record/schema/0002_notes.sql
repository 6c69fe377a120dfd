-- SPDX-License-Identifier: GPL-3.0-or-later
-- What belongs to another entry: the measures taken in a consultation, the documents filed with it.
CREATE TABLE entry_link (
    entry_id BIGINT NOT NULL REFERENCES entry (id),
    linked_id BIGINT NOT NULL REFERENCES entry (id),
    PRIMARY KEY (entry_id, linked_id)
);
CREATE INDEX entry_link_by_linked ON entry_link (linked_id);
-- What a doctor writes often, by the word that is typed for it.
CREATE TABLE note_template (
    id {{id}},
    owner_id BIGINT NOT NULL,
    name {{text}} NOT NULL,
    content {{text}} NOT NULL,
    shared INTEGER NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE (owner_id, name)
);
