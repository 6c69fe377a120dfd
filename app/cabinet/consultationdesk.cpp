// SPDX-License-Identifier: GPL-3.0-or-later
#include "consultationdesk.h"

#include "recordwiring.h"

#include <ambroise/record/ui/notepage.h>
#include <ambroise/uikit/shell/actionbar.h>
#include <ambroise/uikit/shortcuts.h>

#include <QAction>

namespace ambroise::app {

using uikit::Act;

ConsultationDesk::ConsultationDesk(Practice &practice, const access::Session &session,
                                   const patient::Patient &patient, WritingAids &aids,
                                   QWidget *parent)
    : QObject(parent)
    , m_page(new record::ui::RecordPage(recordServices(practice, session, patient, aids),
                                        practice.clock(), parent))
{
    connect(m_page, &record::ui::RecordPage::summaryChanged, this,
            &ConsultationDesk::summaryChanged);
    connect(m_page, &record::ui::RecordPage::fileWanted, this, &ConsultationDesk::fileWanted);
    connect(m_page, &record::ui::RecordPage::problem, this, &ConsultationDesk::problem);
    record::ui::NotePage *note = m_page->note();
    if (!note)
        return;
    note->restore();
    connect(note, &record::ui::NotePage::signedAs, this,
            [this](record::EntryId, bool correction) { Q_EMIT signedAs(correction); });
    connect(note, &record::ui::NotePage::stateChanged, this, &ConsultationDesk::changed);
}

void ConsultationDesk::addNoteActs(uikit::ActionMap &actions, uikit::ActionBar &bar,
                                   const std::function<void()> &show)
{
    record::ui::NotePage *note = m_page->note();
    if (!note)
        return;
    const QString group = tr("Consultation");
    bar.addAct(actions.letter(Act{u"record.note"_qs, tr("Note"), group}, 'N', [this, show] {
        show();
        m_page->note()->focusNote();
    }));
    auto *own = new uikit::ActionMap(m_page); // while it is in front
    own->key(Act{u"note.template"_qs, tr("Modèle"), group}, Qt::Key_F4,
             [note] { note->chooseTemplate(); });
    own->key(Act{u"note.make_template"_qs, tr("Faire un modèle"), group}, Qt::SHIFT | Qt::Key_F4,
             [note] { note->makeTemplate(); });
    own->key(Act{u"note.measures"_qs, tr("Retenir les mesures proposées"), group},
             Qt::SHIFT | Qt::Key_F7, [note] { note->takeProposed(); });
    own->letter(Act{u"note.measure_row"_qs, tr("Mesures de la note"), group}, 'M',
                [note] { note->focusMeasures(); });
}

void ConsultationDesk::addHistoryActs(uikit::ActionMap &actions, uikit::ActionBar &bar,
                                      const std::function<void()> &show)
{
    const QString group = tr("Dossier");
    bar.addAct(
        actions.letter(Act{u"record.history"_qs, tr("Historique"), group}, 'I', [this, show] {
            show();
            m_page->focusHistory();
        }));
    bar.addAct(actions.letter(Act{u"record.summary"_qs, tr("Résumé"), group}, 'S', [this, show] {
        show();
        m_page->focusSummary();
    }));
    actions.letter(Act{u"record.search"_qs, tr("Chercher dans le dossier"), group, u"search"_qs},
                   '/', [this, show] {
                       show();
                       m_page->focusSearch();
                   });
}

void ConsultationDesk::dress(QAction &primary) const
{
    const record::ui::NotePage *note = m_page->note();
    primary.setVisible(note != nullptr);
    if (!note)
        return;
    primary.setText(note->isCorrecting() ? tr("Signer la correction") : tr("Terminer"));
    primary.setEnabled(!note->isEmpty());
    primary.setToolTip(note->isEmpty() ? tr("Écrire la note d’abord") : tr("Signer la note"));
}

void ConsultationDesk::begin()
{
    if (m_page->note())
        m_page->note()->focusNote();
    else
        m_page->focusHistory();
}

void ConsultationDesk::sign()
{
    if (m_page->isWritingLine())
        m_page->keepLine();
    else if (m_page->note() && !m_page->note()->isEmpty())
        m_page->note()->sign();
}

Status ConsultationDesk::keepDraft()
{
    return m_page->note() ? m_page->note()->keepDraft() : done();
}

//! From the palette, and by no key: each of them is in the summary.
void ConsultationDesk::addLineActs(uikit::ActionMap &actions, const std::function<void()> &show)
{
    using record::EntryKind;
    const QString group = tr("Résumé");
    const auto line = [&](const QString &id, const QString &text, EntryKind kind) {
        actions.key(Act{id, text, group, u"pencil"_qs}, {}, [this, show, kind] {
            show();
            m_page->addLine(kind);
        });
    };
    line(u"line.problem"_qs, tr("Ajouter un problème"), EntryKind::Problem);
    line(u"line.allergy"_qs, tr("Ajouter une allergie"), EntryKind::Allergy);
    line(u"line.treatment"_qs, tr("Ajouter un traitement"), EntryKind::Treatment);
    line(u"line.antecedent"_qs, tr("Ajouter un antécédent"), EntryKind::Antecedent);
    line(u"line.family"_qs, tr("Ajouter un antécédent familial"), EntryKind::FamilyAntecedent);
    line(u"line.risk"_qs, tr("Ajouter un risque ou un mode de vie"), EntryKind::RiskFactor);
    line(u"line.pregnancy"_qs, tr("Ajouter une grossesse"), EntryKind::Pregnancy);
    line(u"line.implant"_qs, tr("Ajouter un implant"), EntryKind::Implant);
}

} // namespace ambroise::app
