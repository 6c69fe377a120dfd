// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/drugs/ui/drugpage.h>

#include "drugfacts.h"
#include "sheethtml.h"

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/chip.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>

#include <QDesktopServices>
#include <QKeyEvent>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace ambroise::drugs::ui {

DrugPage::DrugPage(DrugServices services, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_back(new uikit::Button({}, tr("Échap"), this))
    , m_title(new uikit::Label({}, uikit::TextRole::Page, uikit::Token::Text, true, this))
    , m_state(new uikit::Chip(uikit::Meaning::Caution, tr("Non commercialisé"), {}, this))
    , m_problem(new uikit::MessageLine(uikit::Meaning::Stop, this))
    , m_body(new QTextBrowser(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_title->setWordWrap(true);
    m_state->hide();
    m_back->hide();
    m_problem->hide();
    m_body->setFrameShape(QFrame::NoFrame);
    m_body->setOpenLinks(false);
    m_body->document()->setDocumentMargin(0);
    m_body->setAccessibleName(tr("Fiche du médicament"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(uikit::scaled(16), uikit::scaled(12), uikit::scaled(16), 0);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_state, 0, Qt::AlignTop);
    head->addWidget(m_back, 0, Qt::AlignTop);
    layout->addLayout(head);
    layout->addWidget(m_problem);
    layout->addWidget(m_body, 1);
    setFocusProxy(m_body);
    connect(m_back, &QPushButton::clicked, this, &DrugPage::backRequested);
    connect(m_body, &QTextBrowser::anchorClicked, this, &DrugPage::follow);
}

void DrugPage::setBack(const QString &where)
{
    m_back->setText(where);
    m_back->show();
}

void DrugPage::show(const QString &cis)
{
    const auto detail = m_services.detail(cis);
    m_cis = detail.ok() ? cis : QString();
    m_detail = detail.ok() ? std::optional(*detail) : std::nullopt;
    m_problem->setVisible(!detail.ok());
    m_state->setVisible(detail.ok() && !detail->drug.value.marketed);
    m_title->setText(detail.ok() ? detail->drug.value.label : QString());
    if (!detail.ok())
        m_problem->setText(m_services.explain(detail.error()));
    m_body->setVisible(detail.ok());
    render();
    Q_EMIT shown(m_cis);
}

void DrugPage::render()
{
    if (!m_detail)
        return;
    m_body->setFont(uikit::font(uikit::TextRole::Body));
    m_body->setHtml(sheetHtml(*m_detail, uikit::Theme::of(*this)));
}

void DrugPage::follow(const QUrl &link)
{
    if (!QDesktopServices::openUrl(link)) {
        m_problem->setText(tr("Aucun navigateur n’est installé sur ce poste."), link.toString());
        m_problem->show();
    }
}

void DrugPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        render();
}

void DrugPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT backRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ambroise::drugs::ui
