// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/record/ui/recordservices.h>

#include <QWidget>

class QLineEdit;

namespace ambroise::uikit {
class Button;
class Label;
class MessageLine;
} // namespace ambroise::uikit

namespace ambroise::record::ui {

//! A line in which measures are typed as in a note, « poids 72,5 ; TA 13/8 », with their day: ↵
//! keeps them, Échap leaves it. The same line corrects one of the record.
class MeasureLine final : public QWidget {
    Q_OBJECT
public:
    //! The services and the clock outlive it.
    MeasureLine(const RecordServices &services, const Clock &clock, QWidget *parent = nullptr);

    void begin();
    //! A correction keeps what is measured; its value, position and day change.
    void correct(const Entry &entry);
    [[nodiscard]] bool isCorrecting() const { return m_corrected.id.isStored(); }

Q_SIGNALS:
    void kept(const QString &told); //!< « Poids 72,5 kg »: what is in the record now
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void clear();
    void preview();
    void keep();
    [[nodiscard]] Result<QDateTime> moment() const;
    [[nodiscard]] Status keepNew(const QList<Measure> &measures);
    [[nodiscard]] Status keepCorrection(const QList<Measure> &measures);

    const RecordServices &m_services;
    const Clock &m_clock;
    Entry m_corrected{};
    QLineEdit *m_text;
    QLineEdit *m_day;
    uikit::Button *m_keep;
    uikit::Label *m_preview;
    uikit::MessageLine *m_problem;
};

} // namespace ambroise::record::ui
