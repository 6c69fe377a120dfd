// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/ui/measurespage.h>

#include "curvechart.h"
#include "growthchoice.h"
#include "measureline.h"
#include "measuremodels.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/shortcuts.h>

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QListView>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTableView>

#include <array>

namespace ambroise::record::ui {
namespace {

constexpr std::array columnWidths = {96, 96, 96, 200, 200};
constexpr int numberWidth = 96; //!< of each column of the growth

enum Span { OneYear, FiveYears, Everything };

std::optional<MeasuredPerson> personOf(const std::optional<Examined> &examined)
{
    return examined ? std::optional(MeasuredPerson{examined->birth, examined->sex}) : std::nullopt;
}

} // namespace

MeasuresPage::MeasuresPage(RecordServices services, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_clock(clock)
    , m_age(GrowthAge::Corrected)
    , m_keys(new uikit::ActionMap(this))
    , m_list(new QListView(this))
    , m_curves(new CurveListModel(this))
    , m_centre(new QStackedWidget(this))
    , m_empty(new uikit::EmptyState(tr("Aucune mesure dans ce dossier."), this))
    , m_title(new uikit::Label({}, uikit::TextRole::Document, uikit::Token::Text, true, this))
    , m_detail(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2, false, this))
    , m_span(new uikit::Segmented(tr("Durée"), {tr("1 an"), tr("5 ans"), tr("Tout")},
                                  uikit::Segmented::Density::Dense, this))
    , m_lines(new uikit::Segmented(tr("Courbes de référence"),
                                   {tr("Écarts-types"), tr("Percentiles")},
                                   uikit::Segmented::Density::Dense, this))
    , m_choice(new QComboBox(this))
    , m_reading(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text, false, this))
    , m_line(new MeasureLine(m_services, m_clock, this))
    , m_problem(new uikit::MessageLine(uikit::Meaning::Stop, this))
    , m_chart(new CurveChart(this))
    , m_note(new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text2, false, this))
    , m_table(new QTableView(this))
    , m_readings(new ReadingsModel(this))
    , m_toast(new uikit::Toast(this))
{
    bindKeys();
    build();
    setFocusProxy(m_list);
    refill();
}

MeasuresPage::~MeasuresPage() = default;

void MeasuresPage::showMeasures(const QList<Entry> &measures,
                                const std::optional<Examined> &examined)
{
    m_measures = measures;
    m_services.examined = examined;
    m_stale = !isVisible();
    if (isVisible())
        refill();
}

void MeasuresPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    const bool imported = child() && growthReferences(m_services) != m_references;
    if (std::exchange(m_stale, false) || imported) // meanwhile, in the settings
        refill();
}

int MeasuresPage::count() const
{
    QStringList names;
    for (const Entry &one : m_measures)
        if (!names.contains(one.content.title))
            names << one.content.title;
    return int(names.size());
}

void MeasuresPage::refill()
{
    const QScopedValueRollback refilling(m_refilling, true); // drawn once, at the end
    const QString key = m_curves->keyAt(m_list->currentIndex());
    listReferences();
    m_curves->set(seriesOf(m_measures, personOf(m_services.examined)), growthCurves());
    m_centre->setCurrentIndex(m_curves->rowCount() > 0 ? 1 : 0);
    m_list->setCurrentIndex(m_curves->indexOf(key));
    showCurve();
}

CurveFigure MeasuresPage::seriesFigure(const MeasureSeries &series)
{
    constexpr int adult = 18; // the references are of adults
    const bool grown = m_services.examined && m_services.examined->age >= adult;
    CurveFigure figure = figureOf(series, grown ? referenceOf(series) : std::nullopt);
    m_readings->showSeries(series, figure);
    return figure;
}

void MeasuresPage::showCurve()
{
    m_problem->hide();
    const QModelIndex at = m_list->currentIndex();
    const GrowthCurve *growth = m_curves->growthAt(at);
    const MeasureSeries *series = m_curves->seriesAt(at);
    m_span->setVisible(!growth);
    showGrowthActs(growth);
    if (!growth && !series) {
        m_readings->clear();
        return;
    }
    const CurveFigure figure = growth ? growthFigure(*growth) : seriesFigure(*series);
    for (int column = 0; column < m_readings->columnCount() - 1; ++column)
        m_table->setColumnWidth(
            column, uikit::scaled(growth ? numberWidth : columnWidths.at(size_t(column))));
    m_title->setText(figure.title);
    m_detail->setText(figure.detail);
    m_table->setAccessibleName(tr("%1, valeurs").arg(figure.title));
    m_chart->show(figure, spanShown());
    follow(m_chart->selected());
    tellReading(m_chart->selected());
}

std::optional<double> MeasuresPage::spanShown() const
{
    if (m_span->isHidden() || m_span->current() == Everything)
        return std::nullopt;
    return m_span->current() == OneYear ? 366 : 5 * 365.25;
}

void MeasuresPage::showSpan()
{
    const auto days = spanShown();
    days ? m_chart->showLast(*days) : m_chart->showAll();
}

void MeasuresPage::follow(int reading)
{
    const int row = m_readings->rowCount() - 1 - reading;
    if (reading >= 0 && row != m_table->currentIndex().row())
        m_table->setCurrentIndex(m_readings->index(row, 0));
}

void MeasuresPage::tellReading(int reading)
{
    const QList<CurveReading> &all = m_chart->figure().readings;
    QString told = reading < 0 || reading >= all.size() ? QString() : all.at(reading).told;
    const Entry *entry = chosen();
    if (entry && entry->version > 1) // what it was before each correction
        if (const auto former = m_services.revisions(entry->id); former.ok())
            for (const Revision &one : *former)
                told +=
                    one.content.value == entry->content.value
                        ? QString()
                        : tr(", avant correction %1 (%2)")
                              .arg(QString(one.content.value).replace(u'.', u','), one.authorName);
    m_reading->setText(told);
}

const Entry *MeasuresPage::chosen() const
{
    return m_readings->entryAt(m_table->currentIndex().row());
}

void MeasuresPage::addMeasure()
{
    m_line->begin();
}

bool MeasuresPage::isOfNote(const Entry &entry)
{
    const auto note = m_services.noteOf(entry.id);
    if (!note.ok()) {
        tell(note.error());
        return true;
    }
    if (!*note)
        return false;
    m_problem->setGrade(uikit::Meaning::Info);
    m_problem->clearActs();
    m_problem->setText(tr("Cette mesure est dans la note du %1.")
                           .arg(text::frenchDate((*note)->content.happened.toLocalTime().date())),
                       tr("Elle se corrige avec elle."));
    m_problem->addAct(tr("Corriger la note"), {},
                      [this, found = **note] { Q_EMIT correctionWanted(found); });
    m_problem->show();
    m_problem->announce();
    return true;
}

void MeasuresPage::correct()
{
    m_problem->hide();
    const Entry *entry = chosen();
    if (!entry || !m_services.mayWrite)
        return;
    if (!Measure::of(entry->content)) // of a kind, or a value, that this program does not know
        tell({ErrorCode::Invalid, u"measure.kind"_qs, {}});
    else if (!isOfNote(*entry))
        m_line->correct(*entry);
}

void MeasuresPage::strike()
{
    m_problem->hide();
    const Entry *entry = chosen();
    if (!entry || !m_services.mayWrite || isOfNote(*entry))
        return;
    Entry struck = *entry;
    struck.content.active = false;
    if (const Status done = m_services.keepLine(struck); !done.ok()) {
        tell(done.error());
        return;
    }
    ++struck.version;
    m_toast->say(tr("%1 du %2 : rayé.")
                     .arg(struck.content.title,
                          text::frenchDate(struck.content.happened.toLocalTime().date())),
                 [this, struck] {
                     Entry back = struck;
                     back.content.active = true;
                     if (const Status done = m_services.keepLine(back); !done.ok())
                         tell(done.error());
                     Q_EMIT changed();
                 });
    Q_EMIT changed();
}

void MeasuresPage::saveImage()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Enregistrer la courbe"), m_title->text() + u".png"_qs, tr("Images (*.png)"));
    if (!path.isEmpty() && !m_chart->image().save(path, "PNG"))
        tell({ErrorCode::Unavailable, u"lab.image"_qs, {}});
}

void MeasuresPage::copyImage()
{
    if (m_centre->currentIndex() == 0)
        return;
    QGuiApplication::clipboard()->setImage(m_chart->image());
    m_toast->say(tr("Courbe copiée."));
}

void MeasuresPage::tell(const Error &error)
{
    m_problem->say(uikit::Meaning::Stop, m_services.explain(error));
}

bool MeasuresPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == m_list && enter && m_curves->rowCount() > 0) {
        m_chart->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (watched == m_table && enter) {
        correct();
        return true;
    }
    if (watched == m_table && key->key() == Qt::Key_Delete) {
        strike();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ambroise::record::ui
