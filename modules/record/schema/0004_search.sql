-- SPDX-License-Identifier: GPL-3.0-or-later
-- The words of the entries, for the search across the practice (EntryIndex).
{{text_index entry_text}};
-- Entries of an older program: those up to that id are still to be read, the latest first; 0: none.
CREATE TABLE entry_text_todo (
    last_id BIGINT NOT NULL
);
INSERT INTO entry_text_todo (last_id) SELECT COALESCE(MAX(id), 0) FROM entry;
