// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/ui/breakglasspage.h>

#include "bindkey.h"

#include <ambroise/access/ui/notice.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>
#include <QWidget>

namespace ambroise::access::ui {
namespace {

using namespace uikit;

constexpr int widest = 640;
constexpr int longestReason = 500;

} // namespace

BreakGlassPage::BreakGlassPage(QWidget *banner, Open open, Explain explain, QWidget *parent)
    : QWidget(parent)
    , m_open(std::move(open))
    , m_explain(std::move(explain))
    , m_reason(new QLineEdit)
    , m_notice(new Notice)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(banner);
    layout->addWidget(buildForm());
    layout->addStretch(1);
    setFocusProxy(m_reason);
}

QWidget *BreakGlassPage::buildForm()
{
    m_reason->setMaxLength(longestReason);
    m_reason->setObjectName(u"reason"_qs);
    m_notice->setObjectName(u"reasonNotice"_qs);
    auto *form = new QWidget;
    form->setMaximumWidth(scaled(widest));
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16));
    layout->setSpacing(scaled(12));
    layout->addWidget(new Label(tr("Bris de glace"), TextRole::Page));
    auto *meaning = new Label(
        tr("Ouvre le dossier médical de ce patient, en lecture seule, jusqu’au prochain "
           "verrouillage. Le motif et votre nom sont inscrits au journal, que le médecin relit."));
    meaning->setWordWrap(true);
    layout->addWidget(meaning);
    layout->addWidget(new FormField(tr("Motif, en une phrase"), m_reason));
    layout->addWidget(m_notice);
    auto *open = new PrimaryButton(tr("Ouvrir le dossier"), u"↵"_qs);
    auto *back = new Button(tr("Revenir"), u"Échap"_qs);
    open->setObjectName(u"breakGlass"_qs);
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(8));
    row->addWidget(open);
    row->addWidget(back);
    row->addStretch(1);
    layout->addLayout(row);
    connect(open, &QPushButton::clicked, this, &BreakGlassPage::confirm);
    connect(m_reason, &QLineEdit::returnPressed, this, &BreakGlassPage::confirm);
    connect(m_reason, &QLineEdit::textEdited, m_notice, &Notice::clear);
    connect(back, &QPushButton::clicked, this, &BreakGlassPage::left);
    bindKey(this, Qt::CTRL | Qt::Key_Return, open);
    bindKey(this, Qt::Key_Escape, back);
    return form;
}

void BreakGlassPage::confirm()
{
    const Status opened = m_open(m_reason->text());
    if (opened.ok()) {
        Q_EMIT this->opened();
        return;
    }
    m_notice->say(Meaning::Stop, m_explain(opened.error()));
    m_reason->setFocus(Qt::OtherFocusReason);
}

} // namespace ambroise::access::ui
