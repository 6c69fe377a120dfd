-- SPDX-License-Identifier: GPL-3.0-or-later
-- The journal is read by time, whoever or whatever is asked for: each criterion finds its events in
-- that order, a slice at a time, however many there are.
DROP INDEX audit_event_by_patient;
DROP INDEX audit_event_by_user;
CREATE INDEX audit_event_by_time ON audit_event (at, seq);
CREATE INDEX audit_event_by_patient ON audit_event (patient_id, at, seq);
CREATE INDEX audit_event_by_user ON audit_event (user_id, at, seq);
CREATE INDEX audit_event_by_name ON audit_event (user_name, at, seq);
CREATE INDEX audit_event_by_action ON audit_event (action, at, seq);
