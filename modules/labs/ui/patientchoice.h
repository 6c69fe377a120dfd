// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/labs/ui/labservices.h>

#include <QWidget>

class QListView;

namespace ambroise::uikit {
class Label;
class SearchField;
} // namespace ambroise::uikit

namespace ambroise::labs::ui {

//! Whose report it is: what the laboratory tells of the person, the records that are near and why
//! they are not sure, and a search among all. Nothing is chosen before a person does.
class PatientChoice final : public QWidget {
    Q_OBJECT
public:
    explicit PatientChoice(LabServices services, QWidget *parent = nullptr);

    void show(const KeptReport &report, const LabReport &read);
    [[nodiscard]] uikit::SearchField *field() const { return m_field; }
    [[nodiscard]] QListView *list() const { return m_list; }

Q_SIGNALS:
    void chosen(ambroise::PatientId patient, const QString &name);

private:
    void search(const QString &typed);
    void accept();

    LabServices m_services;
    QList<patient::MatchCandidate> m_near;
    uikit::Label *m_told;
    uikit::Label *m_more;
    uikit::SearchField *m_field;
    QListView *m_list;
    class NearModel *m_model;
};

} // namespace ambroise::labs::ui
