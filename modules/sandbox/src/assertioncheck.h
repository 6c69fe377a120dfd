// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/sandbox/insicontract.h>

#include "xml.h"

namespace ambroise::sandbox {

//! Who says a signed SAML 2.0 assertion that everything is in order with; xmlsec verifies it. The
//! result is its NameID. Error: Denied "sandbox.assertion".
Result<QString> checkAssertion(const xml::Node &assertion, const InsiRules &rules);

} // namespace ambroise::sandbox
