-- SPDX-License-Identifier: GPL-3.0-or-later
-- The practice's letter templates: its own, and what it made of those that come with the program (`starter`: their
-- key), which are not here while nobody has changed or hidden them.
CREATE TABLE letter_template (
    id {{id}},
    starter {{text}} NOT NULL,
    name {{text}} NOT NULL,
    kind {{text}} NOT NULL,
    subject {{text}} NOT NULL,
    body {{text}} NOT NULL,
    hidden INTEGER NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX letter_template_by_starter ON letter_template (starter) WHERE starter <> '';
-- How often somebody signed a letter that was begun with a template.
CREATE TABLE letter_use (
    user_id BIGINT NOT NULL,
    template_key {{text}} NOT NULL,
    uses BIGINT NOT NULL,
    last_used {{text}} NOT NULL,
    PRIMARY KEY (user_id, template_key)
);
-- A signed letter never changes: its PDF is the document; `content` is what a new one may be made from.
CREATE TABLE letter (
    document_id BIGINT NOT NULL PRIMARY KEY REFERENCES document (id),
    patient_id BIGINT NOT NULL,
    kind {{text}} NOT NULL,
    subject {{text}} NOT NULL,
    recipient {{text}} NOT NULL,
    content {{text}} NOT NULL,
    author_name {{text}} NOT NULL,
    signed_at {{text}} NOT NULL
);
CREATE INDEX letter_by_patient ON letter (patient_id, signed_at);
