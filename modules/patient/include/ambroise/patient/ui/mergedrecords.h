// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/patient/merges.h>

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace ambroise::uikit {
class AskLine;
class MessageLine;
} // namespace ambroise::uikit

namespace ambroise::patient::ui {

//! The records that were merged into one, each with who did it and when; any of them can be made a
//! record of its own again, with a reason. Hidden where there are none.
class MergedRecords final : public QWidget {
    Q_OBJECT
public:
    struct Services {
        std::function<Result<QList<Merge>>()> merges;
        std::function<Status(PatientId absorbed, const QString &reason)> undo; //!< null: not here
        std::function<QString(const Error &error)> explain;
    };
    explicit MergedRecords(Services services, QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    void undone(ambroise::PatientId absorbed);

private:
    void undo(const QString &reason);

    Services m_services;
    PatientId m_asked; //!< whose separation is being given a reason
    QVBoxLayout *m_lines;
    uikit::AskLine *m_ask;
    uikit::MessageLine *m_problem;
};

} // namespace ambroise::patient::ui
