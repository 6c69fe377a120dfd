// SPDX-License-Identifier: GPL-3.0-or-later
#include "confirmline.h"

#include "bindkey.h"

#include <ambroise/access/ui/notice.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/type.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ambroise::access::ui {

using namespace uikit;

ConfirmLine::ConfirmLine(QWidget *parent)
    : QWidget(parent)
    , m_notice(new Notice)
    , m_act(new Button({}, this))
    , m_back(new Button(tr("Ne rien changer"), u"Échap"_qs, this))
{
    m_act->setObjectName(u"ask"_qs);
    m_back->setObjectName(u"askBack"_qs);
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(8));
    row->addWidget(m_act);
    row->addWidget(m_back);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(scaled(8));
    layout->addWidget(m_notice);
    layout->addLayout(row);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_act, &QPushButton::clicked, this, [this] {
        const auto run = std::exchange(m_run, {});
        dismiss();
        if (run)
            run();
    });
    connect(m_back, &QPushButton::clicked, this, [this] {
        dismiss();
        Q_EMIT dismissed();
    });
    bindKey(this, Qt::Key_Escape, m_back);
    hide();
}

void ConfirmLine::ask(const QString &sentence, const QString &act, std::function<void()> run)
{
    m_run = std::move(run);
    m_notice->say(Meaning::Caution, sentence);
    m_act->setText(act);
    m_act->setAccessibleName(act);
    show();
    m_back->setFocus(Qt::OtherFocusReason);
}

void ConfirmLine::dismiss()
{
    m_run = {};
    m_notice->clear();
    hide();
}

} // namespace ambroise::access::ui
