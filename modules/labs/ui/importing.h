// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/labs/ui/labservices.h>

#include <QMimeData>

class QWidget;

namespace ambroise::uikit {
class MessageLine;
}

namespace ambroise::labs::ui {

//! Asks which files; empty where none is chosen.
[[nodiscard]] QStringList chosenFiles(QWidget &parent);
//! The files of this machine among what is dropped.
[[nodiscard]] QStringList droppedFiles(const QMimeData &dropped);
//! « Lecture des résultats… », once it takes longer than one waits for.
void beginImport(uikit::MessageLine &line);
//! The first file that was refused and why; how many more there are.
void tellRefused(uikit::MessageLine &line, const Imported &imported,
                 const std::function<QString(const Error &)> &explain);

} // namespace ambroise::labs::ui
