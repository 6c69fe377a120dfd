// SPDX-License-Identifier: GPL-3.0-or-later
// The templates of a note: put in, and made of what it says.
#include <ambroise/record/ui/notepage.h>

#include "sectionedit.h"

#include <ambroise/core/blanks.h>
#include <ambroise/uikit/askline.h>
#include <ambroise/uikit/message.h>

#include <QMenu>
#include <QTextDocumentFragment>

namespace ambroise::record::ui {

QList<NoteTemplate> NotePage::templates()
{
    const auto found = m_services.templates();
    if (!found.ok()) {
        tell(found.error());
        return {};
    }
    return *found;
}

void NotePage::insertSections(const NoteTemplate &one)
{
    NewEntry content;
    content.body = one.text;
    const Note parts = Note::of(content);
    SectionEdit *first = nullptr;
    for (SectionEdit *edit : std::as_const(m_edits)) {
        const QString &said = parts.text(edit->section());
        if (said.isEmpty())
            continue;
        edit->append(said);
        if (!first && !text::blanksIn(said).isEmpty())
            first = edit;
    }
    if (!first)
        return;
    first->setFocus(Qt::OtherFocusReason);
    first->selectFirstBlank();
}

void NotePage::chooseTemplate()
{
    SectionEdit *target = m_edits.at(qsizetype(NoteSection::Subjective));
    for (SectionEdit *edit : std::as_const(m_edits))
        if (edit->hasFocus())
            target = edit;
    const QList<NoteTemplate> all = templates();
    QMenu menu;
    for (const NoteTemplate &one : all) {
        QString preview = one.text.simplified();
        preview.truncate(50);
        menu.addAction(one.name + u"   "_qs + preview.replace(u"&"_qs, u"&&"_qs),
                       [target, one] { target->insertTemplate(one); });
    }
    if (all.isEmpty())
        menu.addAction(tr("Aucun modèle"))->setEnabled(false);
    menu.addSeparator();
    QAction *make =
        menu.addAction(tr("Faire un modèle de cette note…"), this, &NotePage::makeTemplate);
    make->setEnabled(!isEmpty());
    target->setFocus(Qt::OtherFocusReason);
    menu.exec(target->mapToGlobal(target->cursorRect().bottomLeft()));
}

void NotePage::makeTemplate()
{
    QString content;
    for (const SectionEdit *edit : std::as_const(m_edits))
        if (const QString chosen = edit->textCursor().selection().toPlainText(); !chosen.isEmpty())
            content = chosen;
    if (content.isEmpty()) {
        NewEntry whole = m_draft.note.entry(m_draft.begun);
        content = whole.body;
    }
    m_ask->disconnect(this);
    connect(m_ask, &uikit::AskLine::answered, this, [this, content](const QString &name) {
        const Status kept = m_services.keepTemplate(name, content);
        if (!kept.ok()) {
            tell(kept.error());
            return;
        }
        m_ask->finish();
        m_problem->hide();
        focusNote();
    });
    connect(m_ask, &uikit::AskLine::givenUp, this, [this] {
        m_ask->finish();
        focusNote();
    });
    m_ask->ask(tr("Nom du modèle, un mot à taper après /"), tr("Garder"));
}

} // namespace ambroise::record::ui
