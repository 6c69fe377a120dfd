// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/cda.h>

namespace ambroise::documents {

//! The file, or the sections with their text. Error: Corrupt "cda.body".
Status readBody(const CdaElement &root, CdaDocument &out);

} // namespace ambroise::documents
