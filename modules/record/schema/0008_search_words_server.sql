-- SPDX-License-Identifier: GPL-3.0-or-later
-- The words that the entries have, on the server too.
{{text_index_words_server entry_text}};
