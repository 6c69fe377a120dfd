// SPDX-License-Identifier: GPL-3.0-or-later
#include "measureline.h"

#include <ambroise/core/partialdate.h>
#include <ambroise/core/text.h>
#include <ambroise/record/measureseries.h>
#include <ambroise/record/measuretext.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ambroise::record::ui {
namespace {

constexpr int dayWidth = 96;

QString told(const QList<Measure> &measures)
{
    QStringList texts;
    for (const Measure &one : measures)
        texts << typed(one);
    return texts.join(u", "_qs);
}

} // namespace

MeasureLine::MeasureLine(const RecordServices &services, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_clock(clock)
    , m_text(new QLineEdit(this))
    , m_day(new QLineEdit(this))
    , m_keep(new uikit::Button(tr("Ajouter"), u"↵"_qs, this))
    , m_preview(new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text2, false, this))
    , m_problem(new uikit::MessageLine(uikit::Meaning::Stop, this))
{
    m_text->setPlaceholderText(tr("Nouvelle mesure : poids 72,5 ; TA 13/8"));
    m_text->setAccessibleName(tr("Nouvelle mesure"));
    m_day->setAccessibleName(tr("Date de la mesure"));
    m_day->setFixedWidth(uikit::scaled(dayWidth));
    m_keep->setFocusPolicy(Qt::NoFocus);
    m_preview->setElided(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(uikit::scaled(8));
    row->addWidget(m_text, 1);
    row->addWidget(m_day);
    row->addWidget(m_keep);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(uikit::scaled(4));
    layout->addLayout(row);
    layout->addWidget(m_preview);
    layout->addWidget(m_problem);
    for (QLineEdit *field : {m_text, m_day}) {
        field->installEventFilter(this);
        connect(field, &QLineEdit::returnPressed, this, &MeasureLine::keep);
        connect(field, &QLineEdit::textEdited, this, &MeasureLine::preview);
    }
    connect(m_keep, &QPushButton::clicked, this, &MeasureLine::keep);
    clear();
}

void MeasureLine::clear()
{
    m_corrected = {};
    m_text->clear();
    m_day->setText(text::frenchDate(m_clock.today()));
    m_keep->setText(tr("Ajouter"));
    m_preview->clear();
    m_preview->hide();
    m_problem->hide();
}

void MeasureLine::begin()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void MeasureLine::correct(const Entry &entry)
{
    const auto measure = Measure::of(entry.content);
    clear();
    if (!measure)
        return;
    m_corrected = entry;
    m_text->setText(typed(*measure));
    m_day->setText(text::frenchDate(entry.content.happened.toLocalTime().date()));
    m_keep->setText(tr("Corriger"));
    preview();
    begin();
}

void MeasureLine::preview()
{
    m_problem->hide();
    const auto measures = measuresTyped(m_text->text());
    QString shown = measures.ok() ? told(*measures) : QString();
    if (isCorrecting())
        shown = tr("Correction de %1, %2").arg(m_corrected.content.title.toLower(), shown);
    m_preview->setText(shown);
    m_preview->setVisible(!shown.isEmpty());
}

Result<QDateTime> MeasureLine::moment() const
{
    AMBROISE_TRY(const PartialDate date, PartialDate::parse(m_day->text(), m_clock.today()));
    const auto day = date.whole();
    if (!day)
        return Error{ErrorCode::Invalid, u"entry.date"_qs, {}};
    if (isCorrecting() && *day == m_corrected.content.happened.toLocalTime().date())
        return m_corrected.content.happened;
    const bool known = m_services.examined && m_services.examined->birthExact;
    return momentOf(*day, m_clock.now(), known ? m_services.examined->birth : QDate());
}

Status MeasureLine::keepNew(const QList<Measure> &measures)
{
    AMBROISE_TRY(const QDateTime at, moment());
    return m_services.addMeasures(measures, at);
}

Status MeasureLine::keepCorrection(const QList<Measure> &measures)
{
    const auto kind = measureKindOf(m_corrected.content.title);
    if (measures.size() != 1 || measures.first().kind() != kind)
        return Error{ErrorCode::Invalid, u"measure.kind"_qs, {}};
    AMBROISE_TRY(const QDateTime at, moment());
    Entry after = m_corrected;
    after.content = measures.first().entry(at);
    return m_services.keepLine(after);
}

void MeasureLine::keep()
{
    const auto measures = measuresTyped(m_text->text());
    const Status done = !measures.ok()   ? Status(measures.error())
                        : isCorrecting() ? keepCorrection(*measures)
                                         : keepNew(*measures);
    if (!done.ok()) {
        m_problem->setText(m_services.explain(done.error()));
        m_problem->show();
        m_problem->announce();
        return;
    }
    const QString what = told(*measures);
    clear();
    Q_EMIT kept(what);
}

bool MeasureLine::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        clear();
        Q_EMIT left();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ambroise::record::ui
