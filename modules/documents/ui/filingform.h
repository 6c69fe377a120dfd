// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/ui/documentspage.h>

class QComboBox;
class QDateEdit;
class QLineEdit;

namespace ambroise::uikit {
class FormField;
class Label;
class SectionTitle;
} // namespace ambroise::uikit

namespace ambroise::documents::ui {

//! What a file is to be filed as: title, day, kind. ↵ files it and goes on to the next.
class FilingForm final : public QWidget {
    Q_OBJECT
public:
    explicit FilingForm(QWidget *parent = nullptr);

    void propose(const LookedAt &file, qsizetype waiting, QDate today);
    [[nodiscard]] Filing filing() const;

Q_SIGNALS:
    void kept();
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    uikit::SectionTitle *m_heading;
    uikit::Label *m_name;
    QLineEdit *m_title;
    QDateEdit *m_day;
    QComboBox *m_kind;
    std::optional<LookedAt> m_file;
};

} // namespace ambroise::documents::ui
