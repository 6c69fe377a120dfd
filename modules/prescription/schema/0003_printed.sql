-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which pages of the printed form go on which paper ("ordinary=2;secured=1"), and when it was first handed to a printer: what is
-- printed after that is a duplicata. `bases`: what was known of drugs on the day ("bdpm 2026-05-26;ansm 2023-09-15").
ALTER TABLE ordonnance ADD COLUMN supports {{text}} NOT NULL DEFAULT '';
ALTER TABLE ordonnance ADD COLUMN printed_at {{text}} NOT NULL DEFAULT '';
ALTER TABLE ordonnance ADD COLUMN bases {{text}} NOT NULL DEFAULT '';
