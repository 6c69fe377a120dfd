// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/ui/mergedrecords.h>

#include <ambroise/core/text.h>
#include <ambroise/uikit/askline.h>
#include <ambroise/uikit/message.h>

#include <QVBoxLayout>

namespace ambroise::patient::ui {

MergedRecords::MergedRecords(Services services, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_lines(new QVBoxLayout)
    , m_ask(new uikit::AskLine(this))
    , m_problem(new uikit::MessageLine(uikit::Meaning::Stop, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_lines->setSpacing(0);
    layout->addWidget(m_problem);
    layout->addLayout(m_lines);
    layout->addWidget(m_ask);
    m_problem->hide();
    hide();
    connect(m_ask, &uikit::AskLine::answered, this, &MergedRecords::undo);
    connect(m_ask, &uikit::AskLine::givenUp, m_ask, &uikit::AskLine::finish);
}

void MergedRecords::refresh()
{
    const auto merges = m_services.merges();
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    m_problem->setVisible(!merges.ok());
    if (!merges.ok()) {
        m_problem->setText(m_services.explain(merges.error()));
        show();
        return;
    }
    for (const Merge &merge : *merges) {
        auto *line = new uikit::MessageLine(uikit::Meaning::Info, this);
        line->setText(tr("Le dossier de %1 (nº %2) est fusionné dans celui-ci")
                          .arg(merge.absorbedName, merge.absorbed.toString()),
                      tr("le %1 par %2, « %3 »")
                          .arg(text::frenchDate(merge.at.toLocalTime().date()), merge.authorName,
                               merge.reason));
        if (m_services.undo)
            line->addAct(tr("Séparer"), {}, [this, absorbed = merge.absorbed] {
                m_asked = absorbed;
                m_ask->ask(tr("Motif de la séparation"), tr("Séparer les dossiers"));
            });
        m_lines->addWidget(line);
    }
    setVisible(!merges->isEmpty());
}

void MergedRecords::undo(const QString &reason)
{
    if (reason.isEmpty())
        return;
    const Status done = m_services.undo(m_asked, reason);
    m_ask->finish();
    if (done.ok()) {
        Q_EMIT undone(m_asked);
        return;
    }
    m_problem->setText(m_services.explain(done.error()));
    m_problem->show();
    m_problem->announce();
}

} // namespace ambroise::patient::ui
