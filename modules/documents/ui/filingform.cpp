// SPDX-License-Identifier: GPL-3.0-or-later
#include "filingform.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>

#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>

namespace ambroise::documents::ui {
namespace {

constexpr int longestTitle = 200;

} // namespace

FilingForm::FilingForm(QWidget *parent)
    : SideForm(tr("À ranger"), tr("Ranger et suivant"), Keeps::OnEnter, parent)
    , m_name(new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text2))
    , m_title(new QLineEdit)
    , m_day(new QDateEdit)
    , m_kind(new QComboBox)
    , m_with(new QComboBox)
{
    title()->setAccented(true);
    setLeaveWord(tr("Laisser"));
    m_name->setElided(true);
    m_title->setMaxLength(longestTitle);
    m_day->setDisplayFormat(u"dd/MM/yyyy"_qs);
    m_day->setCalendarPopup(true);
    m_kind->addItems({tr("Courrier"), tr("Résultat"), tr("Document")}); // as FilingKind
    auto *form = new uikit::FormGrid(1);
    form->add(tr("Intitulé"), m_title);
    form->add(tr("Du"), m_day);
    form->add(tr("Genre"), m_kind);
    m_withField = form->add(tr("Avec la consultation"), m_with);
    addField(m_name);
    addField(form);
    setFocusProxy(m_title);
}

void FilingForm::propose(const LookedAt &file, qsizetype waiting, QDate today,
                         const QList<ConsultationRow> &consultations)
{
    m_file = file;
    title()->setRemark(QString::number(waiting));
    m_name->setText(file.name);
    m_title->setText(file.title);
    m_title->selectAll();
    m_day->setMaximumDate(today);
    m_day->setDate(file.day);
    m_kind->setCurrentIndex(int(file.kind));
    m_with->clear();
    m_with->addItem(tr("aucune"), qint64(0));
    for (const ConsultationRow &one : consultations) {
        m_with->addItem(text::frenchDate(one.day) + u"  "_qs + one.title, one.key);
        if (one.day == file.day && m_with->currentIndex() == 0)
            m_with->setCurrentIndex(m_with->count() - 1);
    }
    m_withField->setVisible(!consultations.isEmpty());
}

Filing FilingForm::filing() const
{
    return {m_file->content,
            m_file->name,
            m_title->text().simplified(),
            m_day->date(),
            FilingKind(m_kind->currentIndex()),
            m_with->currentData().toLongLong(),
            m_file->path};
}

} // namespace ambroise::documents::ui
