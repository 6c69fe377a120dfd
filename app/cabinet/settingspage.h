// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QVBoxLayout;
class QWidget;

namespace ambroise::app {

//! The column of a page of the settings, under its title.
QVBoxLayout *settingsColumn(QWidget *page, const QString &title);

} // namespace ambroise::app
