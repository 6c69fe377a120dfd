// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/identity/vitalereader.h>

#include <QWidget>

#include <functional>

class QListView;

namespace ambroise::uikit {
class MessageLine;
}

namespace ambroise::app {

//! The post's reader of cartes Vitale, or why there is none.
using VitaleSource = std::function<Result<identity::VitaleReader *>()>;

//! Reads a carte Vitale at the place of the act: says what happens, and of several beneficiaries
//! has one chosen (↵), none beforehand. Hidden while nothing is read. Échap gives up.
class VitaleLine final : public QWidget {
    Q_OBJECT
public:
    //! The clock and what `source` gives outlive it.
    VitaleLine(VitaleSource source, const Clock &clock, QWidget *parent = nullptr);
    ~VitaleLine() override;

    void read();
    void tell(const Error &error);
    //! Something to be confirmed, at the same place; a reading that is too old is told instead.
    void confirm(const QString &question, const QString &act, std::function<void()> run);
    void finish(); //!< nothing is read any more

Q_SIGNALS:
    void chosen(const ambroise::identity::VitaleBeneficiary &beneficiary);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void say(const QString &strong, const QString &rest = {});
    void showReading(const Result<identity::VitaleReading> &read);
    void choose(int row);
    [[nodiscard]] bool holds() const;

    VitaleSource m_source;
    const Clock &m_clock;
    QFuture<Result<identity::VitaleReading>> m_reading;
    int m_count = 0; //!< which reading is waited for
    identity::VitaleReading m_read;
    QDateTime m_holdsUntil; //!< UTC; what is done with it later is too late
    uikit::MessageLine *m_message;
    QListView *m_list;
    class BeneficiaryModel *m_model;
};

} // namespace ambroise::app
