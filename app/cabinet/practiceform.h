// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/practiceprofile.h>

#include <QHash>
#include <QWidget>

class QLineEdit;

namespace ambroise::uikit {
class FormField;
class FormGrid;
} // namespace ambroise::uikit

namespace ambroise::app {

//! What the practice prints of itself on every ordonnance: its fields, and what is wrong with them
//! under each.
class PracticeForm final : public QWidget {
    Q_OBJECT
public:
    explicit PracticeForm(QWidget *parent = nullptr);

    void set(const access::PracticeProfile &profile);
    //! What is typed, over what was set. Errors: Invalid "practice.name", "practice.postal_code",
    //! "practice.city", those of PhoneNumber, EmailAddress and Finess; the field has the caret.
    Result<access::PracticeProfile> profile();
    //! Says under each field what another person wrote there, where it is not what is typed.
    void compareWith(const access::PracticeProfile &other);
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void edited();

private:
    struct Field {
        QLineEdit *edit = nullptr;
        uikit::FormField *form = nullptr;
        QString access::PracticeProfile::*value = nullptr;
    };
    void add(uikit::FormGrid &grid, const QString &label, QString access::PracticeProfile::*value,
             int span = 1);
    [[nodiscard]] Field &of(QString access::PracticeProfile::*value);
    void showHints();

    access::PracticeProfile m_before;
    QList<Field> m_fields;
};

} // namespace ambroise::app
