// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/drugs/ui/druginspector.h>

#include "drugfacts.h"
#include "druglists.h"

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/tip.h>
#include <ambroise/uikit/type.h>

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>

#include <memory>

namespace ambroise::drugs::ui {
namespace {

constexpr int labelWidth = 84;
constexpr int rowHeight = 46;
constexpr int rowsShown = 9;

QVBoxLayout *bareColumn(QWidget *widget)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(uikit::scaled(6));
    return layout;
}

uikit::Label *wrapped(uikit::TextRole role, uikit::Token ink, QWidget *parent)
{
    auto *label = new uikit::Label({}, role, ink, false, parent);
    label->setWordWrap(true);
    return label;
}

//! The dates of what is shown, each once: « BDPM, 26/05/2026 ».
QString sourcesOf(const QList<Fact> &facts)
{
    QStringList sources;
    for (const Fact &fact : facts)
        sources << sourceWords(fact.source);
    sources.removeAll(QString());
    sources.removeDuplicates();
    return sources.join(QStringLiteral(" · "));
}

} // namespace

DrugInspector::DrugInspector(DrugServices services, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_sheet(new QWidget(this))
    , m_group(new QWidget(this))
    , m_members(new MemberModel(this))
{
    build();
    show({});
}

void DrugInspector::build()
{
    auto *layout = bareColumn(this);
    layout->addWidget(m_sheet);
    layout->addWidget(m_group);
    layout->addStretch();
    auto *sheet = bareColumn(m_sheet);
    m_title = wrapped(uikit::TextRole::Document, uikit::Token::Text, m_sheet);
    m_form = wrapped(uikit::TextRole::Small, uikit::Token::Text2, m_sheet);
    sheet->addWidget(m_title);
    sheet->addWidget(m_form);
    m_facts = new QGridLayout; // a form layout gives a long fact the height of a short one
    m_facts->setHorizontalSpacing(uikit::scaled(8));
    m_facts->setVerticalSpacing(uikit::scaled(4));
    m_facts->setColumnStretch(1, 1);
    sheet->addLayout(m_facts);
    auto *acts = new QHBoxLayout;
    m_openSheet = new uikit::Button(tr("Fiche"), u"F2"_qs, m_sheet);
    m_openGroup = new uikit::Button(tr("Autres du groupe"), u"F3"_qs, m_sheet);
    acts->addWidget(m_openSheet);
    acts->addWidget(m_openGroup);
    acts->addStretch();
    sheet->addLayout(acts);
    m_always = new QWidget(m_sheet);
    auto *always = bareColumn(m_always);
    always->setContentsMargins(0, uikit::scaled(8), 0, uikit::scaled(8));
    always->addWidget(new uikit::Label(tr("Absent de cette fiche"), uikit::TextRole::Small,
                                       uikit::Token::Text2, true, m_always));
    m_unchecked = wrapped(uikit::TextRole::Body, uikit::Token::Text, m_always);
    m_unchecked->setText(uncheckedWords());
    m_sources = wrapped(uikit::TextRole::Small, uikit::Token::Text3, m_always);
    always->addWidget(m_unchecked);
    always->addWidget(m_sources);
    sheet->addWidget(m_always);

    auto *group = bareColumn(m_group);
    m_groupTitle = new uikit::SectionTitle(tr("Autres du groupe"), {}, m_group);
    m_groupTitle->setInset(0);
    m_list = new QListView(m_group);
    m_list->setModel(m_members);
    auto *delegate = new uikit::TwoLineDelegate(rowHeight, m_list);
    delegate->setInset(6);
    m_list->setItemDelegate(delegate);
    m_list->setAccessibleName(tr("Autres médicaments du groupe générique"));
    uikit::prepareList(*m_list, QPalette::AlternateBase);
    group->addWidget(m_groupTitle);
    group->addWidget(m_list);
    connect(m_openSheet, &QPushButton::clicked, this, &DrugInspector::sheetRequested);
    connect(m_openGroup, &QPushButton::clicked, this, &DrugInspector::groupRequested);
    connect(m_list, &QListView::activated, this, &DrugInspector::choose);
}

void DrugInspector::show(const QString &cis, const QString &label)
{
    showGroup(false);
    m_cis.clear();
    m_members->set({});
    m_hasGroup = false;
    clearFacts();
    setVisible(!cis.isEmpty() || !label.isEmpty());
    if (cis.isEmpty()) {
        showNothingKnown(label, tr("Absent de la base : rien n’en est connu ici."));
        return;
    }
    const auto detail = m_services.detail(cis);
    if (!detail.ok()) {
        showNothingKnown(label, m_services.explain(detail.error()));
        return;
    }
    m_cis = cis;
    m_members->set(othersByPrice(*detail));
    m_hasGroup = m_members->rowCount() > 0;
    showFacts(*detail);
}

void DrugInspector::clearFacts()
{
    while (const std::unique_ptr<QLayoutItem> item{m_facts->takeAt(0)})
        delete item->widget();
}

void DrugInspector::setTitle(const QString &title, const QString &whole)
{
    m_title->setText(title);
    m_title->setToolTip(uikit::plainTip(whole));
    m_title->setAccessibleDescription(whole);
}

void DrugInspector::showNothingKnown(const QString &title, const QString &why)
{
    setTitle(title, {});
    m_form->setText(why);
    m_openSheet->hide();
    m_openGroup->hide();
    m_sources->setText({});
}

void DrugInspector::showFacts(const DrugDetail &detail)
{
    const Drug &drug = detail.drug.value;
    setTitle(drug.label.section(u',', 0, 0), drug.label);
    const QString routes = drug.routes.join(u", "_qs);
    const QString form = drug.form.simplified();
    m_form->setText(routes.isEmpty() ? form : form + u" · "_qs + routes);
    const QList<Fact> facts = briefFacts(detail, m_services.today());
    int row = 0;
    for (const Fact &fact : facts) {
        auto *label = new uikit::Label(fact.label, uikit::TextRole::Body, uikit::Token::Text2,
                                       false, m_sheet);
        label->setFixedWidth(uikit::scaled(labelWidth));
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        auto *text = wrapped(uikit::TextRole::Body, uikit::Token::Text, m_sheet);
        text->setText(fact.text);
        text->setToolTip(uikit::plainTip(sourceWords(fact.source)));
        text->setAccessibleName(fact.label + u" : "_qs + fact.text);
        text->setAccessibleDescription(tr("Source : %1").arg(sourceWords(fact.source)));
        if (fact.meaning) {
            text->setInk(*fact.meaning);
            text->setRole(uikit::TextRole::Body, true);
        }
        m_facts->addWidget(label, row, 0, Qt::AlignTop);
        m_facts->addWidget(text, row, 1);
        ++row;
    }
    m_openSheet->show();
    m_openGroup->setVisible(hasGroup());
    m_sources->setText(tr("Source : %1").arg(sourcesOf(facts)));
}

void DrugInspector::showGroup(bool shown)
{
    m_sheet->setVisible(!shown);
    m_group->setVisible(shown);
}

void DrugInspector::openGroup()
{
    if (!hasGroup())
        return;
    m_groupTitle->setRemark(QString::number(m_members->rowCount()));
    m_list->setFixedHeight(uikit::scaled(rowHeight) * std::min(rowsShown, m_members->rowCount()));
    m_focusBefore = QApplication::focusWidget();
    showGroup(true);
    m_list->setCurrentIndex(m_members->index(0));
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void DrugInspector::choose(const QModelIndex &index)
{
    if (!index.isValid() || !m_mayReplace)
        return;
    const GroupMember chosen = m_members->members().at(index.row()).member;
    showGroup(false);
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    Q_EMIT replacementChosen(chosen.cis.toString(), chosen.label);
}

void DrugInspector::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || m_group->isHidden()) {
        QWidget::keyPressEvent(event);
        return;
    }
    showGroup(false);
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

} // namespace ambroise::drugs::ui
