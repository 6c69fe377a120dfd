-- SPDX-License-Identifier: GPL-3.0-or-later
-- From which level on a doctor is shown the signals of a kind; no row: from the lowest.
CREATE TABLE prescription_alert_setting (
    user_id BIGINT NOT NULL,
    kind {{text}} NOT NULL,
    level {{text}} NOT NULL,
    PRIMARY KEY (user_id, kind)
);
