// SPDX-License-Identifier: GPL-3.0-or-later
#include "filingform.h"

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace ambroise::documents::ui {
namespace {

constexpr int longestTitle = 200;

} // namespace

FilingForm::FilingForm(QWidget *parent)
    : QWidget(parent)
    , m_heading(new uikit::SectionTitle(tr("À ranger"), {}, this))
    , m_name(new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text2, false, this))
    , m_title(new QLineEdit(this))
    , m_day(new QDateEdit(this))
    , m_kind(new QComboBox(this))
{
    m_heading->setAccented(true);
    m_name->setElided(true);
    m_title->setMaxLength(longestTitle);
    m_day->setDisplayFormat(u"dd/MM/yyyy"_qs);
    m_day->setCalendarPopup(true);
    m_kind->addItems({tr("Courrier"), tr("Résultat"), tr("Document")}); // as FilingKind
    auto *form = new uikit::FormGrid(1, this);
    form->add(tr("Intitulé"), m_title);
    form->add(tr("Du"), m_day);
    form->add(tr("Genre"), m_kind);
    auto *keep = new uikit::Button(tr("Ranger et suivant"), u"↵"_qs, this);
    auto *leave = new uikit::Button(tr("Laisser"), u"Échap"_qs, this);
    connect(keep, &QPushButton::clicked, this, &FilingForm::kept);
    connect(leave, &QPushButton::clicked, this, &FilingForm::left);
    auto *acts = new QHBoxLayout;
    acts->addWidget(leave);
    acts->addStretch();
    acts->addWidget(keep);
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(uikit::scaled(12), uikit::scaled(4), uikit::scaled(12), 0);
    inner->setSpacing(uikit::scaled(10));
    inner->addWidget(m_name);
    inner->addWidget(form);
    inner->addLayout(acts);
    inner->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, uikit::scaled(8), 0, 0);
    layout->addWidget(m_heading);
    layout->addLayout(inner, 1);
    setFocusProxy(m_title);
}

void FilingForm::propose(const LookedAt &file, qsizetype waiting, QDate today)
{
    m_file = file;
    m_heading->setRemark(QString::number(waiting));
    m_name->setText(file.name);
    m_title->setText(file.title);
    m_title->selectAll();
    m_day->setMaximumDate(today);
    m_day->setDate(file.day);
}

Filing FilingForm::filing() const
{
    return {m_file->content, m_file->name, m_title->text().simplified(), m_day->date(),
            FilingKind(m_kind->currentIndex())};
}

void FilingForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT kept();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ambroise::documents::ui
