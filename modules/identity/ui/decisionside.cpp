// SPDX-License-Identifier: GPL-3.0-or-later
#include "decisionside.h"

#include "tracemodel.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/chip.h>
#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QGridLayout>
#include <QVBoxLayout>

namespace ambroise::identity::ui {
namespace {

uikit::Meaning meaningOf(IdentityStatus status, const IdentityAttributes &attributes)
{
    if (attributes.isFictive())
        return uikit::Meaning::Fictive;
    if (attributes.isDoubtful())
        return uikit::Meaning::Doubtful;
    switch (status) {
    case IdentityStatus::Qualified:
        return uikit::Meaning::Qualified;
    case IdentityStatus::Validated:
        return uikit::Meaning::Validated;
    case IdentityStatus::Retrieved:
        return uikit::Meaning::Retrieved;
    case IdentityStatus::Provisional:
        break;
    }
    return uikit::Meaning::Provisional;
}

QString shortWord(IdentityStatus status, const IdentityAttributes &attributes)
{
    if (attributes.isFictive())
        return DecisionSide::tr("Fictive");
    if (attributes.isDoubtful())
        return DecisionSide::tr("Douteuse");
    switch (status) {
    case IdentityStatus::Qualified:
        return DecisionSide::tr("Qualifiée");
    case IdentityStatus::Validated:
        return DecisionSide::tr("Validée");
    case IdentityStatus::Retrieved:
        return DecisionSide::tr("Récupérée");
    case IdentityStatus::Provisional:
        break;
    }
    return DecisionSide::tr("Provisoire");
}

QString effectOf(IdentityStatus status)
{
    switch (status) {
    case IdentityStatus::Qualified:
        return DecisionSide::tr(
            "Le matricule INS figurera sur les documents. Les 5 traits resteront verrouillés.");
    case IdentityStatus::Validated:
        return DecisionSide::tr("La pièce est contrôlée ; l’INS manque encore.");
    case IdentityStatus::Retrieved:
        return DecisionSide::tr("Les 5 traits viennent d’INSi ; il reste à contrôler une pièce.");
    case IdentityStatus::Provisional:
        break;
    }
    return DecisionSide::tr("Ni INSi ni pièce : l’identité reste à établir.");
}

void emptyLayout(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

uikit::Chip *statusChip(IdentityStatus status, const IdentityAttributes &attributes,
                        QWidget *parent)
{
    const uikit::Meaning meaning = meaningOf(status, attributes);
    return new uikit::Chip(meaning, shortWord(status, attributes), uikit::standardIcon(meaning),
                           parent);
}

DecisionSide::DecisionSide(QWidget *parent)
    : QWidget(parent)
    , m_statuses(new QWidget(this))
    , m_effect(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2, false, this))
    , m_keptBox(new QWidget(this))
    , m_trace(new QListView(this))
    , m_model(new TraceModel(this))
    , m_label(new uikit::Button(tr("Imprimer l’étiquette INS"), u"Q"_qs, this))
    , m_withdraw(new uikit::Button(tr("Annuler le contrôle de la pièce"), this))
    , m_homonym(new uikit::Button(tr("Lever la mention « homonyme »"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, uikit::scaled(8), 0, uikit::scaled(8));
    layout->setSpacing(uikit::scaled(4));
    layout->addWidget(new uikit::SectionTitle(tr("Après cette décision"), {}, this));
    auto *statuses = new QHBoxLayout(m_statuses);
    statuses->setContentsMargins(uikit::scaled(12), 0, uikit::scaled(12), 0);
    layout->addWidget(m_statuses);
    m_effect->setWordWrap(true);
    m_effect->setContentsMargins(uikit::scaled(12), 0, uikit::scaled(12), uikit::scaled(8));
    layout->addWidget(m_effect);
    auto *keptLayout = new QVBoxLayout(m_keptBox);
    keptLayout->setContentsMargins(0, 0, 0, uikit::scaled(8));
    keptLayout->addWidget(new uikit::SectionTitle(tr("Conservé"), {}, m_keptBox));
    m_kept = new QGridLayout;
    m_kept->setContentsMargins(uikit::scaled(12), 0, uikit::scaled(12), 0);
    m_kept->setColumnStretch(0, 1);
    keptLayout->addLayout(m_kept);
    layout->addWidget(m_keptBox);
    layout->addWidget(new uikit::SectionTitle(tr("Historique de l’identité"), {}, this));
    m_trace->setModel(m_model);
    m_trace->setItemDelegate(new uikit::TwoLineDelegate(42, m_trace));
    m_trace->setAccessibleName(tr("Historique de l’identité"));
    uikit::prepareList(*m_trace, QPalette::AlternateBase);
    layout->addWidget(m_trace, 1);
    auto *acts = new QVBoxLayout;
    acts->setContentsMargins(uikit::scaled(12), uikit::scaled(4), uikit::scaled(12), 0);
    acts->setSpacing(uikit::scaled(6));
    m_label->setIcon(uikit::icon(u"upc-scan"));
    acts->addWidget(m_label);
    acts->addWidget(m_withdraw);
    acts->addWidget(m_homonym);
    layout->addLayout(acts);
    connect(m_label, &QPushButton::clicked, this, &DecisionSide::labelRequested);
    connect(m_withdraw, &QPushButton::clicked, this, &DecisionSide::withdrawRequested);
    connect(m_homonym, &QPushButton::clicked, this, &DecisionSide::homonymRequested);
}

void DecisionSide::showDecision(const Identity &now, const std::optional<IdentityStatus> &after)
{
    QLayout &row = *m_statuses->layout();
    emptyLayout(row);
    row.addWidget(statusChip(now.status(), now.attributes(), m_statuses));
    if (after && *after != now.status()) {
        row.addWidget(new uikit::Label(u"→"_qs, uikit::TextRole::Body, uikit::Token::Text2, false,
                                       m_statuses));
        row.addWidget(statusChip(*after, {}, m_statuses));
    }
    static_cast<QHBoxLayout &>(row).addStretch();
    m_effect->setText(effectOf(after.value_or(now.status())));
}

void DecisionSide::showKept(const std::optional<Evidence::Parts> &parts)
{
    emptyLayout(*m_kept);
    m_keptBox->setVisible(parts.has_value());
    if (!parts)
        return;
    int row = 0;
    const auto line = [this, &row](const QString &what, const QString &value) {
        m_kept->addWidget(
            new uikit::Label(what, uikit::TextRole::Body, uikit::Token::Text, false, m_keptBox),
            row, 0);
        auto *shown =
            new uikit::Label(value, uikit::TextRole::Body, uikit::Token::Text2, false, m_keptBox);
        shown->setElided(true);
        shown->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_kept->addWidget(shown, row++, 1);
    };
    line(tr("Type de pièce"), parts->kind.label);
    if (parts->parentKind)
        line(tr("Pièce du parent"), parts->parentKind->label);
    line(tr("Numéro de la pièce"), parts->number.isEmpty() ? tr("non") : parts->number);
    line(tr("Image"), tr("non"));
    if (parts->validUntil.isValid())
        line(tr("Fin de validité"), text::frenchDate(parts->validUntil));
}

void DecisionSide::showTrace(const QList<TraceEntry> &entries, const QList<KeptCall> &calls,
                             const QList<MergedTrace> &merged)
{
    m_model->set(entries, calls, merged);
}

void DecisionSide::setActs(const Acts &acts)
{
    m_label->setVisible(acts.print);
    m_withdraw->setVisible(acts.withdraw);
    m_homonym->setVisible(acts.liftHomonym);
}

} // namespace ambroise::identity::ui
