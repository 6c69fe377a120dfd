// SPDX-License-Identifier: GPL-3.0-or-later
#include "breakglassview.h"

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>

#include <QLineEdit>
#include <QVBoxLayout>

namespace ambroise::app {

BreakGlassView::BreakGlassView(QWidget *parent)
    : QWidget(parent)
    , m_reason(new QLineEdit)
    , m_problem(new uikit::MessageLine(uikit::Meaning::Stop, this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_problem->hide();
    m_reason->setMaxLength(500);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(uikit::scaled(24), uikit::scaled(16), uikit::scaled(24),
                               uikit::scaled(16));
    layout->setSpacing(uikit::scaled(12));
    layout->addWidget(new uikit::Label(tr("Bris de glace"), uikit::TextRole::Page,
                                       uikit::Token::Text, true, this));
    layout->addWidget(new uikit::Label(
        tr("Ouvre le dossier médical de ce patient, en lecture, jusqu’à la fin de la session.\n"
           "Le motif et votre nom sont inscrits au journal, que le médecin relit."),
        uikit::TextRole::Body, uikit::Token::Text, false, this));
    layout->addWidget(new uikit::FormField(tr("Motif, en une phrase"), m_reason, this));
    layout->addWidget(m_problem);
    auto *open = new uikit::PrimaryButton(tr("Ouvrir le dossier"), u"↵"_qs, this);
    auto *back = new uikit::Button(tr("Revenir"), u"Échap"_qs, this);
    auto *row = new QHBoxLayout;
    row->addWidget(open);
    row->addWidget(back);
    row->addStretch();
    layout->addLayout(row);
    layout->addStretch();
    connect(open, &QPushButton::clicked, this, [this] { Q_EMIT confirmed(m_reason->text()); });
    connect(m_reason, &QLineEdit::returnPressed, this,
            [this] { Q_EMIT confirmed(m_reason->text()); });
    connect(back, &QPushButton::clicked, this, &BreakGlassView::cancelled);
    setFocusProxy(m_reason);
}

void BreakGlassView::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->show();
    m_problem->announce();
}

} // namespace ambroise::app
