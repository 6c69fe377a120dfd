// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/ui/demandepage.h>

#include "demandeform.h"
#include "demandeitems.h"
#include "demandewords.h"
#include "signeddemandes.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/column.h>
#include <ambroise/uikit/draftkeeper.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/pickline.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/type.h>
#include <ambroise/uikit/whendone.h>

#include <QLineEdit>
#include <QVBoxLayout>

namespace ambroise::prescription::ui {

using documents::DocumentId;

DemandePage::DemandePage(DemandeServices services, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_clock(clock)
{
    build();
    m_keeper =
        new uikit::DraftKeeper({[this] { return isEmpty() ? QString() : m_draft.toText(); },
                                m_services.saveDraft, m_services.explain, m_saved, m_problem},
                               m_clock, this);
    load({});
}

void DemandePage::build()
{
    auto *centre = new QWidget;
    centre->setBackgroundRole(QPalette::Base);
    centre->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(uikit::scaled(16), uikit::scaled(10), uikit::scaled(16), 0);
    column->setSpacing(uikit::scaled(8));
    m_signedList = new SignedDemandes;
    buildCentre(*column);
    m_columns = new uikit::Column(nullptr, centre, m_signedList, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_columns);
    connect(m_kind, &uikit::Segmented::currentChanged, this,
            [this](int index) { setKind(DemandeKind(index)); });
    connect(m_search, &uikit::PickLine::taken, this, [this](int row) {
        if (row >= 0 && row < m_found.size())
            take(m_found.at(row).items);
    });
    connect(m_search, &uikit::PickLine::keepRequested, this, [this] {
        if (const QString typed = m_search->line()->text().trimmed(); !typed.isEmpty())
            take({DemandeItem{{}, typed}});
    });
    connect(m_items, &DemandeItems::edited, this, &DemandePage::follow);
    connect(m_form, &DemandeForm::edited, this, &DemandePage::follow);
    connect(m_signedList, &SignedDemandes::chosen, this, &DemandePage::showSigned);
}

void DemandePage::buildCentre(QVBoxLayout &layout)
{
    QStringList kinds;
    for (const DemandeKind kind : allDemandeKinds())
        kinds << kindWord(kind);
    m_kind = new uikit::Segmented(tr("Genre"), kinds, uikit::Segmented::Density::Dense);
    m_search = new uikit::PickLine(
        [this](const QString &typed) {
            const auto found = m_services.find(m_draft.kind, typed);
            m_found = found.ok() ? *found : QList<CatalogueEntry>();
            if (!found.ok())
                tell(found.error());
            QStringList lines;
            for (const CatalogueEntry &entry : m_found)
                lines << (entry.isPanel()
                              ? tr("%1 (%n analyse(s))", nullptr, int(entry.items.size()))
                                    .arg(entry.label)
                              : entry.label);
            return lines;
        },
        tr("Actes trouvés"));
    m_search->line()->setPlaceholderText(
        tr("Examen, soin ou matériel ; ↵ garde ce qui n’est pas dans "
           "la liste"));
    m_search->line()->setAccessibleName(tr("Acte à demander"));
    m_search->line()->setMaxLength(300);
    m_search->line()->setMinimumHeight(uikit::scaled(34));
    m_items = new DemandeItems;
    m_form = new DemandeForm;
    m_saved = new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text3);
    m_problem = new uikit::MessageLine(uikit::Meaning::Stop);
    m_warnings = new QWidget;
    auto *warnings = new QVBoxLayout(m_warnings);
    warnings->setContentsMargins(0, 0, 0, 0);
    warnings->setSpacing(0);
    m_sheet = new uikit::MessageLine(uikit::Meaning::Info);
    m_toast = new uikit::Toast;
    layout.addWidget(m_kind);
    layout.addWidget(m_problem);
    layout.addWidget(m_sheet);
    layout.addWidget(m_search);
    layout.addWidget(m_items, 1);
    layout.addWidget(m_warnings);
    layout.addWidget(m_form);
    layout.addStretch();
    layout.addWidget(m_saved);
    layout.addWidget(m_toast);
    for (QWidget *line : std::initializer_list<QWidget *>{m_problem, m_warnings, m_sheet})
        line->hide();
}

void DemandePage::restore()
{
    const auto body = m_services.findDraft();
    if (body.ok() && body->isEmpty())
        return;
    const auto draft =
        body.ok() ? DemandeDraft::fromText(*body) : Result<DemandeDraft>(body.error());
    if (!draft.ok()) {
        m_keeper->holdBack(draft.error(), {m_kind, m_search, m_items, m_form},
                           tr("Repartir d’une demande vide"), [this] { begin(); });
        return;
    }
    load(*draft);
    m_keeper->tellFound();
}

void DemandePage::refresh()
{
    const auto all = m_services.signedOnes();
    if (!all.ok()) {
        tell(all.error());
        return;
    }
    m_signed = *all;
    m_signedList->set(m_signed);
}

void DemandePage::begin()
{
    if (hasItems(m_draft.kind))
        m_search->line()->setFocus(Qt::ShortcutFocusReason);
    else
        m_form->focusFirst();
}

void DemandePage::load(const DemandeDraft &draft)
{
    m_draft = draft;
    m_keeper->forget();
    m_problem->hide();
    m_toast->dismiss(); // what it would bring back is of another draft
    {
        const QSignalBlocker quiet(m_kind);
        m_kind->setCurrent(int(draft.kind));
    }
    m_search->setText({});
    m_search->setVisible(hasItems(draft.kind));
    m_items->setVisible(hasItems(draft.kind));
    m_items->show(draft.kind, draft.items);
    m_form->show(draft, m_clock.today());
    forgetSigned();
    check();
    Q_EMIT stateChanged();
}

//! What somebody wrote comes back by one key.
void DemandePage::replaceBy(const DemandeDraft &draft, const QString &said)
{
    const DemandeDraft before = m_draft;
    load(draft);
    m_keeper->keep();
    if (before.isEmpty())
        return;
    m_toast->say(said, [this, before] {
        load(before);
        m_keeper->keep();
        begin();
    });
}

//! Why it is asked for stays: it is the same patient, who came for the same reason.
void DemandePage::setKind(DemandeKind kind)
{
    if (kind == m_draft.kind)
        return;
    DemandeDraft next{kind};
    const QString why = m_draft.value(DemandeField::Indication);
    if (!why.isEmpty() && fieldsOf(kind).contains(DemandeField::Indication))
        next.values.insert(DemandeField::Indication, why);
    const bool worth = !m_draft.items.isEmpty();
    if (worth)
        replaceBy(next, tr("Demande remplacée."));
    else
        load(next);
    begin();
}

void DemandePage::chooseKind(int by)
{
    const int count = m_kind->count();
    setKind(DemandeKind((int(m_draft.kind) + by + count) % count));
}

void DemandePage::take(const QList<DemandeItem> &items)
{
    int last = -1;
    for (const DemandeItem &item : items) {
        const auto same = [&](const DemandeItem &one) {
            return one.label == item.label;
        };
        const auto found = std::find_if(m_draft.items.cbegin(), m_draft.items.cend(), same);
        last = int(found - m_draft.items.cbegin());
        if (last == m_draft.items.size())
            m_draft.items << item;
    }
    m_search->setText({});
    m_items->show(m_draft.kind, m_draft.items, last);
    follow();
    m_search->line()->setFocus(Qt::OtherFocusReason);
}

void DemandePage::follow()
{
    m_draft.items = m_items->items();
    m_draft.values = m_form->values();
    m_keeper->typed();
    m_problem->hide();
    forgetSigned();
    check();
    Q_EMIT stateChanged();
}

void DemandePage::check()
{
    qDeleteAll(m_warnings->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    const auto warnings = m_services.warnings(m_draft);
    const QStringList sentences =
        warnings.ok() ? *warnings : QStringList{m_services.explain(warnings.error())};
    for (const QString &sentence : sentences)
        addWarning(sentence);
    m_warnings->setVisible(!sentences.isEmpty());
}

void DemandePage::addWarning(const QString &sentence)
{
    auto *line = new uikit::MessageLine(uikit::Meaning::Caution, m_warnings);
    line->setText(sentence);
    m_warnings->layout()->addWidget(line);
    line->show();
}

Status DemandePage::keepDraft()
{
    return m_keeper->flush();
}

void DemandePage::showSigned(int row)
{
    const SignedDemande &one = m_signed.at(row);
    m_shown = one.document;
    m_sheet->setText(
        tr("%1, signée le %2")
            .arg(kindWord(one.content.kind), text::frenchDate(one.signedAt.toLocalTime().date())),
        one.authorName);
    m_sheet->clearActs();
    m_sheet->addAct(tr("Voir la feuille"), u"V"_qs, [this] { preview(); });
    m_sheet->addAct(tr("Reprendre"), u"M"_qs, [this] { takeUp(); });
    m_sheet->addAct(tr("Imprimer"), u"Ctrl P"_qs, [this] { printSigned(); });
    m_sheet->show();
}

void DemandePage::forgetSigned()
{
    if (!m_shown.isStored())
        return;
    m_shown = {};
    m_sheet->hide();
    m_signedList->forget();
}

void DemandePage::takeUp()
{
    for (const SignedDemande &one : std::as_const(m_signed)) {
        if (one.document != m_shown)
            continue;
        const DemandeDraft content = one.content;
        replaceBy(content, tr("Demande remplacée."));
        begin();
        return;
    }
}

void DemandePage::removeSelected()
{
    m_items->removeSelected();
}

void DemandePage::toggleAld()
{
    m_items->toggleAld();
}

void DemandePage::empty()
{
    if (isEmpty())
        return;
    replaceBy(DemandeDraft{m_draft.kind}, tr("Demande effacée."));
    begin();
}

void DemandePage::preview()
{
    const Status shown =
        m_shown.isStored() ? m_services.open(m_shown) : m_services.preview(m_draft);
    if (!shown.ok())
        tell(shown.error());
}

void DemandePage::signAndPrint()
{
    if (!m_kind->isEnabled())
        return;
    forgetSigned();
    const auto demande = m_services.sign(m_draft);
    if (!demande.ok()) {
        tell(demande.error());
        return;
    }
    load(DemandeDraft{m_draft.kind});
    m_last = *demande;
    refresh();
    print(*demande, true);
    begin();
    Q_EMIT signedAs(*demande);
}

void DemandePage::print(DocumentId demande, bool justSigned)
{
    uikit::whenDone(this, m_services.print(demande),
                    [this, demande, justSigned](const Result<QString> &printer) {
                        if (justSigned)
                            tellSigned(demande, printer);
                        else if (printer.ok())
                            m_toast->say(tr("Envoyée à %1.").arg(*printer));
                        else
                            tell(printer.error());
                    });
}

//! Without a printer it is signed all the same, and may be printed later.
void DemandePage::tellSigned(DocumentId demande, const Result<QString> &printer)
{
    if (printer.ok()) {
        m_toast->say(tr("Signée, rangée dans le dossier, envoyée à %1.").arg(*printer));
        return;
    }
    m_problem->say(uikit::Meaning::Caution, tr("Signée, rangée dans le dossier."),
                   m_services.explain(printer.error()));
    m_problem->addAct(tr("Imprimer"), u"Ctrl P"_qs, [this, demande] { print(demande, false); });
}

void DemandePage::printSigned()
{
    const DocumentId wanted = m_shown.isStored() ? m_shown : m_last;
    if (wanted.isStored())
        print(wanted, false);
}

void DemandePage::tell(const Error &error)
{
    m_problem->say(uikit::Meaning::Stop, m_services.explain(error));
}

} // namespace ambroise::prescription::ui
