-- SPDX-License-Identifier: GPL-3.0-or-later
-- One stop of a line holds at a time, however many posts say one at the same instant: who comes second is told of the first, and may
-- take it back for their own. Of those that were kept so before, the last one holds; the others stay as taken back.
UPDATE treatment_stop SET taken_back_at = said_at, taken_back_by = author_name
WHERE taken_back_at = '' AND EXISTS (
    SELECT 1 FROM treatment_stop AS later
    WHERE later.number = treatment_stop.number AND later.place = treatment_stop.place AND later.taken_back_at = ''
    AND (later.said_at > treatment_stop.said_at OR (later.said_at = treatment_stop.said_at AND later.id > treatment_stop.id)));
CREATE UNIQUE INDEX treatment_stop_that_holds ON treatment_stop (number, place) WHERE taken_back_at = '';
