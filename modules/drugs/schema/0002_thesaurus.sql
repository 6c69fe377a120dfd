-- SPDX-License-Identifier: GPL-3.0-or-later
-- The ANSM's thesaurus of interactions, in the shape of the tables that the ANSM publishes. Every
-- version that was imported stays: an old ordonnance names the one of its day.
CREATE TABLE ansm_version (
    version {{text}} NOT NULL PRIMARY KEY,
    imported_at {{text}} NOT NULL,
    sha256 {{text}} NOT NULL
);
CREATE TABLE ansm_groupe_substance (
    version {{text}} NOT NULL,
    code INTEGER NOT NULL,
    libelle {{text}} NOT NULL,
    commentaire {{text}} NOT NULL,
    PRIMARY KEY (version, code)
);
CREATE TABLE ansm_substance_groupe_substance (
    version {{text}} NOT NULL,
    code_substance {{text}} NOT NULL,
    code_groupe INTEGER NOT NULL
);
CREATE INDEX ansm_substance_by_version ON ansm_substance_groupe_substance (version);
CREATE TABLE ansm_classe_interaction (
    version {{text}} NOT NULL,
    code INTEGER NOT NULL,
    libelle {{text}} NOT NULL,
    commentaire {{text}} NOT NULL,
    PRIMARY KEY (version, code)
);
CREATE TABLE ansm_classe_groupe_substance (
    version {{text}} NOT NULL,
    code_classe INTEGER NOT NULL,
    code_groupe INTEGER NOT NULL
);
CREATE INDEX ansm_classe_by_version ON ansm_classe_groupe_substance (version);
-- A side is a group or a class. niveau: one or several of CI, AD, PE, APC, such as "CI/AD".
CREATE TABLE ansm_interaction (
    version {{text}} NOT NULL,
    place INTEGER NOT NULL,
    code_groupe_1 INTEGER,
    code_classe_1 INTEGER,
    code_groupe_2 INTEGER,
    code_classe_2 INTEGER,
    niveau {{text}} NOT NULL,
    risque {{text}} NOT NULL,
    conduite {{text}} NOT NULL,
    PRIMARY KEY (version, place)
);
