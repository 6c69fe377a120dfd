// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/record/ui/recordservices.h>

#include <QWidget>

class QComboBox;
class QLayout;
class QListView;
class QStackedWidget;
class QTableView;

namespace ambroise::uikit {
class ActionMap;
class Button;
class EmptyState;
class Label;
class MessageLine;
class Segmented;
class Toast;
} // namespace ambroise::uikit

namespace ambroise::record {
struct GrowthChild;
struct MeasureSeries;
enum class GrowthAge;
} // namespace ambroise::record

namespace ambroise::record::ui {

class CurveChart;
struct CurveFigure;
class CurveListModel;
struct GrowthCurve;
class MeasureLine;
class ReadingsModel;

//! The measures of a record as curves over the years, those of a child on the WHO's curves of
//! growth or on those that the practice imported, and the same points as a table. The growth of a
//! child born before term is read by the corrected age, by the civil one with G. Here they are
//! entered without a note, corrected and struck; those of a note are corrected in it.
class MeasuresPage final : public QWidget {
    Q_OBJECT
public:
    MeasuresPage(RecordServices services, const Clock &clock, QWidget *parent = nullptr);
    ~MeasuresPage() override;

    //! Newest first, as Overview has them, and whose they are. The curve in front stays there;
    //! drawn once the page is seen.
    void showMeasures(const QList<Entry> &measures, const std::optional<Examined> &examined);
    [[nodiscard]] int count() const; //!< how many curves of measures there are

Q_SIGNALS:
    void changed(); //!< the record is to be read again
    void correctionWanted(const ambroise::record::Entry &note);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *buildCentre();
    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] QLayout *buildGrowth();
    void bindKeys();
    void refill();
    void showCurve();
    [[nodiscard]] std::optional<GrowthChild> child() const; //!< nothing: no growth is shown
    [[nodiscard]] QList<GrowthCurve> growthCurves() const;
    [[nodiscard]] CurveFigure growthFigure(const GrowthCurve &growth);
    [[nodiscard]] QString growthNote(const GrowthCurve &growth) const;
    void listReferences();
    void chooseReference(int index); //!< of those that can be chosen
    void turnAge();
    void showGrowthActs(const GrowthCurve *growth); //!< null: another curve is in front
    [[nodiscard]] CurveFigure seriesFigure(const MeasureSeries &series);
    void showSpan();
    [[nodiscard]] std::optional<double> spanShown() const; //!< in days; nothing: all of it
    void follow(int reading);                              //!< of the chart, in the table
    void tellReading(int reading);
    void addMeasure();
    void correct();
    void strike();
    [[nodiscard]] const Entry *chosen() const;
    //! Whether it stands in a note, which is then told.
    [[nodiscard]] bool isOfNote(const Entry &entry);
    void saveImage();
    void copyImage();
    void tell(const Error &error);

    RecordServices m_services;
    const Clock &m_clock;
    QList<Entry> m_measures;
    bool m_refilling = false;
    bool m_stale = false;                //!< what is drawn is not yet what was read
    QList<GrowthReference> m_references; //!< that can be chosen, the WHO's first; of a child alone
    GrowthReference m_reference;         //!< that is chosen
    GrowthAge m_age;
    uikit::ActionMap *m_keys;
    QListView *m_list;
    CurveListModel *m_curves;
    QStackedWidget *m_centre;
    uikit::EmptyState *m_empty;
    uikit::Label *m_title;
    uikit::Label *m_detail;
    uikit::Segmented *m_span;
    uikit::Segmented *m_lines;
    QComboBox *m_choice; //!< of the references; hidden where there is one alone
    uikit::Label *m_reading;
    MeasureLine *m_line;
    uikit::MessageLine *m_problem;
    CurveChart *m_chart;
    uikit::Label *m_note; //!< which references, and which are not there
    QTableView *m_table;
    ReadingsModel *m_readings;
    uikit::Toast *m_toast;
    uikit::Button *m_ageAct = nullptr;
    uikit::Button *m_correct = nullptr;
    uikit::Button *m_strike = nullptr;
};

} // namespace ambroise::record::ui
