// SPDX-License-Identifier: GPL-3.0-or-later
#include "welcome.h"

#include <practice/demo.h>
#include <words/sentences.h>

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>

#include <QFileDialog>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace ambroise::app {

Welcome::Welcome(crypto::Argon2Params params, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_params(params)
    , m_clock(clock)
    , m_problem(new uikit::MessageLine(uikit::Meaning::Stop, this))
{
    auto *column = new QVBoxLayout;
    column->setSpacing(uikit::scaled(12));
    column->addStretch(2);
    auto *mark = new uikit::Label(u"Ambroise"_qs, uikit::TextRole::Patient, uikit::Token::Accent,
                                  true, this);
    column->addWidget(mark);
    column->addWidget(new uikit::Label(tr("Aucun cabinet n’est ouvert sur ce poste."),
                                       uikit::TextRole::Body, uikit::Token::Text2, false, this));
    m_problem->hide();
    column->addWidget(m_problem);
    auto *open = new uikit::Button(tr("Ouvrir un cabinet"), {}, this);
    connect(open, &QPushButton::clicked, this, &Welcome::chooseFolder);
    column->addWidget(open, 0, Qt::AlignLeft);
    column->addStretch(3);
    auto *row = new QHBoxLayout(this);
    row->addStretch();
    row->addLayout(column, 1);
    row->addStretch();
}

void Welcome::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void Welcome::chooseFolder()
{
    const QString path = QFileDialog::getExistingDirectory(this, tr("Dossier du cabinet"));
    if (!path.isEmpty())
        Q_EMIT folderChosen(path);
}

} // namespace ambroise::app
