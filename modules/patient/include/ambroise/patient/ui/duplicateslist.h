// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/patient/duplicates.h>
#include <ambroise/uikit/theme.h>

#include <QFuture>
#include <QWidget>

#include <functional>

class QListView;

namespace ambroise::uikit {
class EmptyState;
class MessageLine;
} // namespace ambroise::uikit

namespace ambroise::patient::ui {

//! Pairs of records that may be of one person, the likeliest first. ↵ compares the chosen pair.
class DuplicatesList final : public QWidget {
    Q_OBJECT
public:
    struct Services {
        std::function<QFuture<Result<QList<DuplicatePair>>>(int limit)> find;
        std::function<QString(const Error &error)> explain;
    };
    explicit DuplicatesList(Services services, QWidget *parent = nullptr);
    ~DuplicatesList() override;

    //! Looks through the practice again; what was found before stays meanwhile.
    void refresh();
    [[nodiscard]] QListView *list() const { return m_list; }

Q_SIGNALS:
    void chosen(ambroise::PatientId first, ambroise::PatientId second);

private:
    void tell(uikit::Meaning grade, const QString &text);
    void show(const Result<QList<DuplicatePair>> &found);
    void chooseCurrent();

    Services m_services;
    QFuture<Result<QList<DuplicatePair>>> m_search;
    uikit::MessageLine *m_message;
    uikit::EmptyState *m_none;
    QListView *m_list;
    class DuplicatesModel *m_model;
};

} // namespace ambroise::patient::ui
