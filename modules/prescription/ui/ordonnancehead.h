// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/ui/ordonnancepage.h>

namespace ambroise::prescription::ui {

//! What the ordonnance is, above its lines: its day, how many lines, what they cost, when it was
//! kept; under it, what an ordonnance that is renewed had and this one has not.
class OrdonnanceHead final : public QWidget {
    Q_OBJECT
public:
    explicit OrdonnanceHead(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setCount(int lines);
    void setSaved(const QString &when);
    //! Nothing where prices are not known at all. Answers the price of each line.
    QList<std::optional<Money>> showPrices(const OrdonnanceServices &services,
                                           const QList<Line> &lines);
    //! Empty: nothing was stopped.
    void setStopped(QDate since, const QList<Line> &lines);

private:
    void setTotal(const Result<Prices> &prices);

    uikit::Label *m_title;
    uikit::Label *m_count;
    uikit::Label *m_total;
    uikit::Label *m_saved;
    uikit::Label *m_stopped;
};

} // namespace ambroise::prescription::ui
