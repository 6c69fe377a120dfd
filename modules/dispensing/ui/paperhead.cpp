// SPDX-License-Identifier: GPL-3.0-or-later
#include "paperhead.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ambroise::dispensing::ui {
namespace {

QString prescriberText(const prescription::PrescriberOnPaper &who)
{
    return (who.title.isEmpty() ? QString() : who.title + u' ') + who.givenName + u' ' +
           who.surname;
}

} // namespace

PaperHead::PaperHead(QWidget *parent)
    : QWidget(parent)
    , m_name(new uikit::Label({}, uikit::TextRole::Patient, uikit::Token::Text, true, this))
    , m_facts(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2, false, this))
    , m_prescriber(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2, false, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(uikit::scaled(16), uikit::scaled(8), uikit::scaled(16),
                            uikit::scaled(8));
    auto *who = new QVBoxLayout;
    who->addWidget(m_name);
    who->addWidget(m_facts);
    row->addLayout(who, 1);
    row->addWidget(m_prescriber);
}

void PaperHead::showHeadOf(const prescription::OrdonnanceContent &content, QDate today)
{
    const prescription::PatientOnPaper &patient = content.patient();
    m_name->setText(patient.surname + u' ' + patient.givenNames);
    const QString born = patient.sex == u"F" ? tr("née le %1") : tr("né le %1");
    QStringList facts{patient.sex, born.arg(text::frenchDate(patient.birthDate)),
                      text::frenchAge(patient.birthDate, today)};
    if (!patient.usedSurname.isEmpty())
        facts << tr("nom utilisé %1").arg(patient.usedSurname);
    m_facts->setText(facts.join(u" · "_qs));
    m_prescriber->setText(
        tr("%1\nRPPS %2").arg(prescriberText(content.prescriber()), content.prescriber().rpps));
}

} // namespace ambroise::dispensing::ui
