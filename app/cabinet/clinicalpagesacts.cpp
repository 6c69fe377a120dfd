// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinicalpages.h"

#include "signaturedialog.h"

#include <QPointer>

// The keys of the pages of a record, and what the primary act does on the page in front.
namespace ambroise::app {

using uikit::Act;

void ClinicalPages::addActs()
{
    const auto show = [this] {
        Q_EMIT pageRequested(consultationTab);
    };
    m_consultation->addNoteActs(m_frame.actions, m_frame.bar, show);
    addOrdonnanceActs();
    if (m_letters)
        m_letters->addActs(m_frame.actions, m_frame.bar,
                           [this] { Q_EMIT pageRequested(lettersTab); });
    if (m_demandes)
        m_demandes->addActs(m_frame.actions, m_frame.bar,
                            [this] { Q_EMIT pageRequested(demandesTab); });
    m_consultation->addHistoryActs(m_frame.actions, m_frame.bar, show);
    m_documents->addActs(m_frame.actions, [this] { Q_EMIT pageRequested(documentsTab); });
    if (m_personal)
        m_frame.actions.letter(Act{u"record.personal"_qs, tr("Notes personnelles"), tr("Dossier")},
                               'P', [this] { Q_EMIT pageRequested(personalTab); });
    if (m_consultation->writes())
        m_consultation->addLineActs(m_frame.actions, show);
}

SignatureSource ClinicalPages::signature()
{
    return [this] {
        return m_signature.current();
    };
}

void ClinicalPages::signByHand()
{
    const bool signs = isInFront(m_ordonnance) || (m_demandes && isInFront(m_demandes->page())) ||
                       (m_letters && isInFront(m_letters->page()));
    if (!signs || !m_primary || !m_primary->isEnabled())
        return;
    const QPointer<ClinicalPages> self(this); // either may go first: the post locks
    const QPointer<SignatureDialog> dialog(
        new SignatureDialog(m_signature.proposed(), m_frame.pages.window()));
    const bool drawn = dialog->exec() == QDialog::Accepted && dialog;
    if (drawn && self) {
        m_signature.setForOne(dialog->signature());
        runPrimary();
    }
    delete dialog;
}

void ClinicalPages::addOrdonnanceActs()
{
    const QString group = tr("Ordonnance");
    m_frame.bar.addAct(m_frame.actions.letter(
        Act{u"record.ordonnance"_qs, tr("Ordonnance"), tr("Dossier")}, 'O', [this] {
            Q_EMIT pageRequested(ordonnanceTab);
            m_ordonnance->beginLine();
        }));
    m_frame.actions.letter(Act{u"ordonnance.sheet"_qs, tr("Voir la feuille"), group}, 'V',
                           [this] { m_ordonnance->openSheet(); });
    m_frame.actions.key(Act{u"record.treatments"_qs, tr("Traitements"), tr("Dossier")},
                        Qt::CTRL | Qt::Key_T, [this] { Q_EMIT pageRequested(treatmentsTab); });
    m_frame.actions.key(
        Act{u"ordonnance.export"_qs, tr("Exporter la signature de la carte"), group},
        Qt::CTRL | Qt::SHIFT | Qt::Key_E, [this] { m_ordonnance->exportSignature(); });
    m_frame.actions.key(Act{u"ordonnance.print"_qs, tr("Imprimer"), group}, QKeySequence::Print,
                        [this] { m_ordonnance->printSheet(); });
    if (m_session.may(access::Right::Prescribe)) {
        m_frame.actions.letter(Act{u"ordonnance.card"_qs, tr("Signer par carte"), group}, 'K',
                               [this] { m_ordonnance->signByCard(); });
        m_frame.actions.key(
            Act{u"record.sign_by_hand"_qs, tr("Signer à la main, à l’écran"), tr("Dossier")},
            Qt::CTRL | Qt::Key_G, [this] { signByHand(); });
        m_frame.actions.key(Act{u"ordonnance.name"_qs, tr("DCI ou marque"), group},
                            Qt::CTRL | Qt::Key_D, [this] { m_ordonnance->changeName(); });
        m_frame.actions.key(
            Act{u"ordonnance.renew"_qs, tr("Renouveler la dernière ordonnance"), group},
            Qt::CTRL | Qt::Key_R, [this] {
                Q_EMIT pageRequested(ordonnanceTab);
                m_ordonnance->renewLast();
            });
    }
}

void ClinicalPages::followPrimary(QAction &primary)
{
    m_primary = &primary;
    connect(&m_frame.pages, &QStackedWidget::currentChanged, this, [this] {
        m_signature.forget(); // it was for the sheet that is left
        m_primary->setEnabled(!m_drugs->isSheetShown());
        m_primary->setToolTip({});
        // The results have acts of their own, on the same keys.
        if (QAction *import = m_frame.actions.action(u"document.import"_qs))
            import->setEnabled(!isInFront(m_results));
        if (QAction *demande = m_frame.actions.action(u"record.demande"_qs))
            demande->setEnabled(!isInFront(m_results));
        dressPrimary();
    });
}

//! The page's own words for it, where it is in front.
void ClinicalPages::dressPrimary()
{
    if (m_primary && isInFront(m_consultation->page()))
        m_consultation->dress(*m_primary);
    if (m_primary && m_demandes && isInFront(m_demandes->page()))
        m_demandes->dress(*m_primary);
    if (m_primary && m_letters && isInFront(m_letters->page()))
        m_letters->dress(*m_primary);
}

void ClinicalPages::runPrimary()
{
    if (isInFront(m_ordonnance))
        m_ordonnance->signAndPrint();
    else if (isInFront(m_consultation->page()))
        m_consultation->sign();
    else if (m_demandes && isInFront(m_demandes->page()))
        m_demandes->page()->signAndPrint();
    else if (m_letters && isInFront(m_letters->page()))
        m_letters->page()->signAndPrint();
}

} // namespace ambroise::app
