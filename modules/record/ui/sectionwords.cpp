// SPDX-License-Identifier: GPL-3.0-or-later
#include "sectionwords.h"

#include <QCoreApplication>

namespace ambroise::record::ui {
namespace {

class Sections {
    Q_DECLARE_TR_FUNCTIONS(Sections)
};

} // namespace

QString wordOf(NoteSection section)
{
    switch (section) {
    case NoteSection::Reason:
        return Sections::tr("Motif");
    case NoteSection::Subjective:
        return Sections::tr("Interrogatoire");
    case NoteSection::Objective:
        return Sections::tr("Examen");
    case NoteSection::Assessment:
        return Sections::tr("Conclusion");
    case NoteSection::Plan:
        return Sections::tr("Conduite");
    }
    return {};
}

} // namespace ambroise::record::ui
