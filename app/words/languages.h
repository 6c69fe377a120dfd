// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

class QCoreApplication;

namespace ambroise::app {

//! From now on the application speaks this language, and no other that was installed here: English,
//! or else French, the language of the sources, whose file only holds the plurals. Widgets that are
//! already built keep their words. Qt's own dialogs speak it too where Qt's translations are
//! installed, else English.
void installLanguage(QCoreApplication &application, QLocale::Language language);

//! English where the system has another language than French. A system without any, as in a
//! script, has French.
[[nodiscard]] QLocale::Language systemLanguage();

} // namespace ambroise::app
