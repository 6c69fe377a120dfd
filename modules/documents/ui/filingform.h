// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/ui/documentspage.h>
#include <ambroise/uikit/sideform.h>

class QComboBox;
class QDateEdit;
class QLineEdit;

namespace ambroise::uikit {
class FormField;
class Label;
} // namespace ambroise::uikit

namespace ambroise::documents::ui {

//! What a file is to be filed as: title, day, kind, the consultation that it came with. ↵ files it
//! and goes on to the next.
class FilingForm final : public uikit::SideForm {
    Q_OBJECT
public:
    explicit FilingForm(QWidget *parent = nullptr);

    //! `consultations`: the newest first; the one of that day is proposed.
    void propose(const LookedAt &file, qsizetype waiting, QDate today,
                 const QList<ConsultationRow> &consultations);
    [[nodiscard]] Filing filing() const;

private:
    uikit::Label *m_name;
    QLineEdit *m_title;
    QDateEdit *m_day;
    QComboBox *m_kind;
    QComboBox *m_with;
    uikit::FormField *m_withField = nullptr;
    std::optional<LookedAt> m_file;
};

} // namespace ambroise::documents::ui
