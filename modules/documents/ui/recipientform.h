// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/letter.h>

#include <QWidget>

#include <functional>

class QCompleter;
class QLineEdit;
class QPlainTextEdit;
class QStandardItemModel;

namespace ambroise::documents::ui {

//! To whom a letter goes, and who has a copy. What is typed is looked for in the address book; a
//! recipient that is in none is typed as it is.
class RecipientForm final : public QWidget {
    Q_OBJECT
public:
    using Find = std::function<QList<Recipient>(const QString &typed)>;

    explicit RecipientForm(Find find, QWidget *parent = nullptr);

    //! Without telling.
    void set(const Recipient &recipient, const QList<Recipient> &copies);
    [[nodiscard]] Recipient recipient() const;
    [[nodiscard]] QList<Recipient> copies() const; //!< those that are separated by « ; »
    //! A certificate goes to nobody.
    void setAddressed(bool addressed);
    void begin();

Q_SIGNALS:
    void edited();

private:
    void propose(QLineEdit *line, const QString &typed);
    void take(const Recipient &chosen);

    Find m_find;
    QList<Recipient> m_found;
    QList<Recipient> m_known; //!< of the copies, with their profession
    QCompleter *m_completer;
    QStandardItemModel *m_names;
    QWidget *m_to;
    QLineEdit *m_name;
    QLineEdit *m_profession;
    QPlainTextEdit *m_address;
    QLineEdit *m_copies;
    QLineEdit *m_asking = nullptr;
    bool m_told = true; //!< changes are
};

} // namespace ambroise::documents::ui
