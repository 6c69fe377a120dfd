// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/ui/feedbackpage.h>

#include "checkwords.h"
#include "countlist.h"
#include "monthchart.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/type.h>
#include <ambroise/uikit/whendone.h>

#include <QVBoxLayout>

#include <array>

namespace ambroise::prescription::ui {
namespace {

constexpr std::array periods = {3, 12, 36}; //!< months
constexpr int chartHeight = 190;

//! "40 % (12)"; nothing of nothing.
QString share(int part, int whole)
{
    if (whole == 0)
        return u"0"_qs;
    return u"%1\u202F% (%2)"_qs.arg(text::frenchNumber(100.0 * part / whole, 0)).arg(part);
}

QString cell(QString value)
{
    return u'"' + value.replace(u'"', u"\"\""_qs) + u'"';
}

} // namespace

FeedbackPage::FeedbackPage(FeedbackServices services, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_clock(clock)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    build();
    connect(m_period, &uikit::Segmented::currentChanged, this, &FeedbackPage::refresh);
    connect(m_whose, &uikit::Segmented::currentChanged, this, &FeedbackPage::refresh);
}

void FeedbackPage::build()
{
    m_period = new uikit::Segmented(tr("Période"), {tr("3 mois"), tr("12 mois"), tr("3 ans")});
    m_whose = new uikit::Segmented(tr("Prescripteur"), {tr("Moi"), tr("Tout le cabinet")});
    auto *write = new uikit::Button(tr("Exporter"), this);
    connect(write, &QPushButton::clicked, this, [this] {
        const Status written = m_services.write(csv());
        m_problem->setVisible(!written.ok());
        if (!written.ok())
            m_problem->setText(m_services.explain(written.error()));
    });
    auto *head = new QHBoxLayout;
    head->setSpacing(uikit::scaled(12));
    head->addWidget(new uikit::Label(tr("Bilan de prescription"), uikit::TextRole::Page,
                                     uikit::Token::Text, true));
    head->addStretch();
    head->addWidget(m_whose);
    head->addWidget(m_period);
    head->addWidget(write);
    m_problem = new uikit::MessageLine(uikit::Meaning::Stop);
    m_figures = new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text, true);
    m_shares = new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2);
    m_months = new MonthChart;
    m_months->setFixedHeight(uikit::scaled(chartHeight));
    m_classes = new CountList(tr("Classes (ATC)"));
    m_substances = new CountList(tr("Substances"));
    m_alerts = new CountList(tr("Signaux montrés à la signature"));
    auto *lists = new QHBoxLayout;
    lists->setSpacing(uikit::scaled(24));
    for (CountList *list : {m_classes, m_substances, m_alerts})
        lists->addWidget(list, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(uikit::scaled(16), uikit::scaled(12), uikit::scaled(16),
                               uikit::scaled(8));
    layout->setSpacing(uikit::scaled(8));
    layout->addLayout(head);
    layout->addWidget(m_problem);
    layout->addWidget(m_figures);
    layout->addWidget(m_shares);
    layout->addWidget(m_months);
    layout->addLayout(lists, 1);
    m_problem->hide();
}

QDate FeedbackPage::firstDay() const
{
    const QDate today = m_clock.today();
    const QDate begin = today.addMonths(1 - periods.at(size_t(m_period->current())));
    return {begin.year(), begin.month(), 1};
}

void FeedbackPage::refresh()
{
    const int asked = ++m_asked;
    m_figures->setText(tr("Lecture des ordonnances…"));
    uikit::whenDone(this, m_services.read(m_whose->current() == 0, firstDay(), m_clock.today()),
                    [this, asked](const Result<PrescribingFeedback> &read) {
                        if (asked != m_asked)
                            return;
                        m_problem->setVisible(!read.ok());
                        if (!read.ok())
                            m_problem->setText(m_services.explain(read.error()));
                        show(read.ok() ? *read : PrescribingFeedback());
                        Q_EMIT shown();
                    });
}

void FeedbackPage::show(const PrescribingFeedback &feedback)
{
    m_feedback = feedback;
    m_figures->setText(feedback.ordonnances == 0
                           ? tr("Aucune ordonnance signée dans cette période.")
                           : tr("%1 · %2 · %3")
                                 .arg(tr("%n ordonnance(s)", nullptr, feedback.ordonnances),
                                      tr("%n ligne(s)", nullptr, feedback.lines),
                                      tr("%n annulée(s)", nullptr, feedback.cancelled)));
    m_shares->setText(tr("En dénomination commune : %1 · dans un groupe générique : %2 · non "
                         "substituables : %3 · "
                         "en rapport avec une ALD : %4")
                          .arg(share(feedback.byDenomination, feedback.lines),
                               share(feedback.inGenericGroup, feedback.lines),
                               share(feedback.nonSubstitutable, feedback.lines),
                               share(feedback.ald, feedback.lines)));
    m_months->show(feedback.months);
    QList<CountRow> classes;
    for (const PrescribingFeedback::Count &one : feedback.classes)
        classes.append({one.name, one.examples.join(u", "_qs).toLower(), one.lines});
    if (feedback.unclassed > 0)
        classes.append({tr("Sans classe connue"), {}, feedback.unclassed});
    m_classes->show(classes);
    QList<CountRow> substances;
    for (const PrescribingFeedback::Count &one : feedback.substances)
        substances.append({one.name.toLower(), {}, one.lines});
    m_substances->show(substances);
    QList<CountRow> alerts;
    for (const PrescribingFeedback::Alerts &one : feedback.alerts)
        alerts.append({kindWord(one.kind),
                       one.passed == 0 ? QString() : tr("%n avec motif", nullptr, one.passed),
                       one.shown});
    m_alerts->show(alerts);
}

QByteArray FeedbackPage::csv() const
{
    QStringList lines;
    const auto add = [&](const QString &group, const QString &name, int count) {
        lines << cell(group) + u';' + cell(name) + u';' + QString::number(count);
    };
    lines << cell(tr("Groupe")) + u';' + cell(tr("Nom")) + u';' + cell(tr("Lignes"));
    add(tr("Total"), tr("Ordonnances"), m_feedback.ordonnances);
    add(tr("Total"), tr("Lignes"), m_feedback.lines);
    add(tr("Total"), tr("En dénomination commune"), m_feedback.byDenomination);
    add(tr("Total"), tr("Dans un groupe générique"), m_feedback.inGenericGroup);
    add(tr("Total"), tr("Non substituables"), m_feedback.nonSubstitutable);
    add(tr("Total"), tr("En rapport avec une ALD"), m_feedback.ald);
    for (const PrescribingFeedback::Month &month : m_feedback.months)
        add(tr("Mois"), month.first.toString(u"yyyy-MM"_qs), month.lines);
    for (const PrescribingFeedback::Count &one : m_feedback.classes)
        add(tr("Classes (ATC)"), one.name, one.lines);
    for (const PrescribingFeedback::Count &one : m_feedback.substances)
        add(tr("Substances"), one.name, one.lines);
    for (const PrescribingFeedback::Alerts &one : m_feedback.alerts)
        add(tr("Signaux"), kindWord(one.kind), one.shown);
    return QByteArray("\xEF\xBB\xBF") + lines.join(u"\r\n"_qs).toUtf8() + "\r\n";
}

} // namespace ambroise::prescription::ui
