// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

class QWidget;

namespace ambroise::app {

//! The settings' page *Pièces d’identité*, over the practice.
QWidget *documentKindsPage(Practice &practice, const access::Session &session);

} // namespace ambroise::app
