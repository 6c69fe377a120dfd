// SPDX-License-Identifier: GPL-3.0-or-later
// The signature of a note, and what may stand in its way.
#include <ambroise/record/ui/notepage.h>

#include "sectionedit.h"

#include <ambroise/core/blanks.h>
#include <ambroise/uikit/message.h>

namespace ambroise::record::ui {

std::optional<QString> NotePage::fieldLeft() const
{
    for (const NoteSection section : allNoteSections()) {
        const QString &said = m_draft.note.text(section);
        const QList<text::Blank> blanks = text::blanksIn(said);
        if (!blanks.isEmpty())
            return said.mid(blanks.first().start, blanks.first().length);
    }
    return std::nullopt;
}

void NotePage::sign()
{
    if (const auto field = fieldLeft(); field && !std::exchange(m_fieldsTold, true)) {
        m_problem->say(uikit::Meaning::Caution, tr("Champ à remplir : %1.").arg(*field),
                       tr("Ctrl ↵ de nouveau pour signer sans."));
        for (SectionEdit *edit : std::as_const(m_edits))
            if (!text::blanksIn(edit->text()).isEmpty()) {
                edit->setFocus(Qt::OtherFocusReason);
                edit->selectFirstBlank();
                break;
            }
        return;
    }
    const bool correction = isCorrecting();
    const auto id = m_services.sign(m_draft);
    if (!id.ok()) {
        if (correction && id.error().subject == u"storage.version")
            tellConflict();
        else
            tell(id.error());
        return;
    }
    m_pause.stop();
    m_problem->hide();
    m_dirty = false;
    restore();
    m_edits.first()->setFocus(Qt::OtherFocusReason);
    Q_EMIT signedAs(*id, correction);
}

//! Somebody else corrected it meanwhile: both texts are kept until one is chosen, and after.
void NotePage::tellConflict()
{
    const auto now = m_services.find(m_draft.corrects);
    if (!now.ok()) {
        tell(now.error());
        return;
    }
    m_problem->setGrade(uikit::Meaning::Caution);
    m_problem->clearActs();
    m_problem->setText(tr("Modifié par %1 à %2.")
                           .arg(now->authorName, now->writtenAt.toLocalTime().toString(u"HH:mm")),
                       tr("Les deux versions restent dans le dossier."));
    m_problem->addAct(tr("Garder la mienne"), {}, [this, version = now->version] {
        m_draft.correctedVersion = version;
        sign();
    });
    m_problem->addAct(tr("Garder la sienne"), {}, [this] { abandonCorrection(); });
    m_problem->addAct(tr("Voir"), {}, [this] { Q_EMIT conflictWith(m_draft.corrects); });
    m_problem->show();
    m_problem->announce();
}

} // namespace ambroise::record::ui
