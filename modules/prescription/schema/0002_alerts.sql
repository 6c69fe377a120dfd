-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the checks said of an ordonnance when it was signed, in their order. Only added to.
CREATE TABLE ordonnance_alert (
    id {{id}},
    number {{text}} NOT NULL,
    position INTEGER NOT NULL,
    kind {{text}} NOT NULL,
    level {{text}} NOT NULL,
    drugs {{text}} NOT NULL,
    rule {{text}} NOT NULL,
    source {{text}} NOT NULL,
    source_version {{text}} NOT NULL,
    folded INTEGER NOT NULL,
    reason {{text}} NOT NULL,
    at {{text}} NOT NULL,
    author_id BIGINT NOT NULL,
    author_name {{text}} NOT NULL
);
CREATE INDEX ordonnance_alert_by_number ON ordonnance_alert (number, position);
