// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;

namespace ambroise::uikit {

class Label;

//! A field under its label, with its hint or its error under it. The label names the field for
//! screen readers; the error is its accessible description, and is said once when it appears.
class FormField : public QWidget {
    Q_OBJECT
public:
    //! Takes the field as its child.
    FormField(const QString &label, QWidget *field, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *field() const { return m_field; }
    void setLabel(const QString &label);
    void setHint(const QString &hint);
    //! What is wrong and what to do; empty when it is right again.
    void setError(const QString &sentence);
    [[nodiscard]] QString error() const { return m_error; }

private:
    void show(const QString &line, bool wrong);
    //! Of a field with a button beside it, the part that has the caret.
    [[nodiscard]] QWidget &caretField() const;
    //! What bears the label's name: that part, unless the field was given a name of its own.
    [[nodiscard]] QWidget &named() const;

    Label *m_label;
    QWidget *m_field;
    QWidget *m_under;
    class ErrorMark *m_mark;
    Label *m_line;
    QString m_hint;
    QString m_error;
};

//! Fields in columns of equal width, filled from left to right; Tab follows.
class FormGrid : public QWidget {
    Q_OBJECT
public:
    explicit FormGrid(int columns, QWidget *parent = nullptr);

    //! Takes `span` columns, of the next line where they do not fit in this one.
    FormField *add(const QString &label, QWidget *field, int span = 1);
    void add(QWidget *widget, int span = 1);
    void newLine();

private:
    QGridLayout *m_grid;
    int m_columns;
    int m_row = 0;
    int m_column = 0;
};

} // namespace ambroise::uikit
