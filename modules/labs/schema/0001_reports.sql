-- SPDX-License-Identifier: GPL-3.0-or-later
-- What laboratories sent: one row a patient of a file. The file itself is in the vault by its hash. patient_id 0: a
-- person has to say whose it is, for the reasons in `reasons`. superseded_by: the report that corrects this one.
CREATE TABLE lab_report (
    id {{id}},
    content {{text}} NOT NULL,
    part INTEGER NOT NULL,
    patient_id BIGINT NOT NULL,
    reasons {{text}} NOT NULL,
    format {{text}} NOT NULL,
    identifier {{text}} NOT NULL,
    replaces {{text}} NOT NULL,
    superseded_by BIGINT NOT NULL,
    title {{text}} NOT NULL,
    laboratory {{text}} NOT NULL,
    told_patient {{text}} NOT NULL,
    day {{text}} NOT NULL,
    partial INTEGER NOT NULL,
    doubts {{text}} NOT NULL,
    results INTEGER NOT NULL,
    abnormal INTEGER NOT NULL,
    critical INTEGER NOT NULL,
    received_at {{text}} NOT NULL,
    received_by BIGINT NOT NULL,
    received_name {{text}} NOT NULL,
    seen_at {{text}} NOT NULL,
    seen_by BIGINT NOT NULL,
    seen_name {{text}} NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE (content, part)
);
CREATE INDEX lab_report_by_patient ON lab_report (patient_id, day);
CREATE INDEX lab_report_by_identifier ON lab_report (identifier);
CREATE INDEX lab_report_by_replaced ON lab_report (replaces);
CREATE INDEX lab_report_by_seen ON lab_report (seen_at, patient_id);

-- What the table and the curves show of them; the file has the rest.
CREATE TABLE lab_result (
    id {{id}},
    report_id BIGINT NOT NULL REFERENCES lab_report (id),
    position INTEGER NOT NULL,
    path {{text}} NOT NULL,
    code {{text}} NOT NULL,
    code_system {{text}} NOT NULL,
    code_display {{text}} NOT NULL,
    label {{text}} NOT NULL,
    kind {{text}} NOT NULL,
    comparator {{text}} NOT NULL,
    value {{text}} NOT NULL,
    unit {{text}} NOT NULL,
    day {{text}} NOT NULL,
    at {{text}} NOT NULL,
    flag {{text}} NOT NULL,
    flag_source {{text}} NOT NULL,
    reference_low {{text}} NOT NULL,
    reference_high {{text}} NOT NULL,
    reference_unit {{text}} NOT NULL,
    reference_text {{text}} NOT NULL,
    specimen {{text}} NOT NULL,
    comments {{text}} NOT NULL,
    status {{text}} NOT NULL,
    doubts {{text}} NOT NULL
);
CREATE INDEX lab_result_by_report ON lab_result (report_id, position);
