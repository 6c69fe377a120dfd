-- SPDX-License-Identifier: GPL-3.0-or-later
-- Documents of a practice on a server; an embedded practice keeps them in files beside its database.
CREATE TABLE vault_blob (
    id {{text}} NOT NULL PRIMARY KEY,
    sealed {{bytes}} NOT NULL
);
