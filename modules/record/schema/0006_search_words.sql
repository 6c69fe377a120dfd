-- SPDX-License-Identifier: GPL-3.0-or-later
-- The words that the entries have: a search by a word's beginning names them.
{{text_index_words entry_text}};
