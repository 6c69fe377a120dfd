-- SPDX-License-Identifier: GPL-3.0-or-later
-- Places by a word within their name: what stands after each of its blanks. Filled again with each COG.
CREATE TABLE birthplace_word (
    ending {{text}} NOT NULL,
    code {{text}} NOT NULL,
    valid_from {{text}} NOT NULL
);
CREATE INDEX birthplace_word_by_ending ON birthplace_word (ending, code, valid_from);
WITH RECURSIVE blank(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM blank WHERE i < 100)
INSERT INTO birthplace_word (ending, code, valid_from)
SELECT substr(folded, i + 1), code, valid_from FROM birthplace JOIN blank ON i < length(folded) AND substr(folded, i, 1) = ' ';
