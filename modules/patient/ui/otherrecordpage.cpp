// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/ui/otherrecordpage.h>

#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QKeyEvent>
#include <QVBoxLayout>

namespace ambroise::patient::ui {

OtherRecordPage::OtherRecordPage(const SearchServices &services, const Clock &clock,
                                 QWidget *parent)
    : QWidget(parent)
    , m_title(new uikit::Label({}, uikit::TextRole::Document, uikit::Token::Text, true, this))
    , m_search(new PatientSearchPage(withoutRecord(services), clock, this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_title->setElided(true);
    m_search->setMayCreate(false);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(uikit::scaled(16), uikit::scaled(12), uikit::scaled(16), 0);
    head->addWidget(m_title, 1);
    head->addWidget(new uikit::Label(tr("↵ : comparer les deux dossiers · Échap : revenir"),
                                     uikit::TextRole::Body, uikit::Token::Text2, false, this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_search, 1);
    setFocusProxy(m_search);
    connect(m_search, &PatientSearchPage::openRequested, this,
            [this](PatientId other) { Q_EMIT chosen(m_record, other); });
}

SearchServices OtherRecordPage::withoutRecord(const SearchServices &services) const
{
    const auto without = [this](Result<QList<PatientSummary>> found) {
        if (found.ok())
            found->removeIf([this](const PatientSummary &one) { return one.id == m_record; });
        return found;
    };
    SearchServices others = services;
    others.search = [search = services.search, without](const QString &typed) {
        return without(search(typed));
    };
    others.recent = [recent = services.recent, without] {
        return without(recent());
    };
    return others;
}

void OtherRecordPage::beginFor(const Patient &record)
{
    m_record = record.id;
    m_title->setText(
        tr("Avec quel dossier fusionner celui de %1 ?").arg(displayName(record.details)));
    m_search->beginWith(record.details.identity.traits().surname().text());
}

void OtherRecordPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ambroise::patient::ui
