// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/ui/journalpage.h>

#include <QLineEdit>

class QStandardItemModel;

namespace ambroise::audit::ui {

//! A patient, found by typing and chosen in the list under the field; or a record's number.
class PatientField final : public QLineEdit {
    Q_OBJECT
public:
    using Search = std::function<Result<QList<PatientChoice>>(const QString &typed)>;
    //! Without `search` a number is all that is taken.
    explicit PatientField(Search search, QWidget *parent = nullptr);

    void choose(PatientId patient, const QString &name);
    //! None: what is written names nobody (yet). Not stored: nothing is written, so everybody.
    [[nodiscard]] std::optional<PatientId> patient() const;

Q_SIGNALS:
    void chosen();
    void failed(const ambroise::Error &error); //!< of the search

private:
    void typed(const QString &text);
    void search(const QString &words);

    Search m_search;
    QStandardItemModel *m_found;
    PatientId m_patient;
};

} // namespace ambroise::audit::ui
