-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lines that a doctor prescribes together, made by the doctor alone. `body` is a draft of their lines.
CREATE TABLE prescription_protocol (
    id {{id}},
    owner_id BIGINT NOT NULL,
    name {{text}} NOT NULL,
    folded_name {{text}} NOT NULL,
    body {{text}} NOT NULL,
    UNIQUE (owner_id, folded_name)
);
