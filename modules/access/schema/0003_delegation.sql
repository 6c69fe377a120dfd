-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who qualifies identities in a doctor's name, from when to when; ended before its time: ended_at. Never removed.
CREATE TABLE delegation (
    id {{id}},
    mandator_id BIGINT NOT NULL,
    delegate_id BIGINT NOT NULL,
    starts_on {{text}} NOT NULL,
    ends_on {{text}} NOT NULL,
    ended_at {{text}} NOT NULL,
    given_at {{text}} NOT NULL
);
CREATE INDEX delegation_by_delegate ON delegation (delegate_id, ends_on);
