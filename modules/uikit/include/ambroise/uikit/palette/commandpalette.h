// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/palette/command.h>

#include <QDialog>
#include <QPointer>

class QListView;

namespace ambroise::uikit {

class Label;

//! Patients and acts by typing, over the whole window under a veil: 640 wide, 88 from the top.
//! ↑ ↓ choose, ↵ runs, Échap closes; Alt+1…9 opens the patients shown. It is a child of the window,
//! so that no window manager delays it, and is kept between two openings.
class CommandPalette final : public QDialog {
    Q_OBJECT
public:
    //! Hidden until `open`.
    explicit CommandPalette(QWidget *window);

    //! Sources answer in the order in which they were added: the open record's first.
    void addSource(SourceKind kind, CommandSource source);
    //! At the right of the line: « dossier ouvert : VASSEUR Madeleine ».
    void setContext(const QString &context);

    //! With that text already typed, such as "#".
    void openWith(const QString &typed = {});
    void open() override { openWith(); }
    void done(int result) override;

    [[nodiscard]] QList<Command> shown() const;
    [[nodiscard]] QString currentId() const; //!< empty: nothing is chosen

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void ask();
    void arrange();
    void choose(int step);
    void runRow(int row);
    void runPatient(int nth);
    bool handleKey(const class QKeyEvent &event);
    void announce();

    QWidget *m_window;
    QWidget *m_panel;
    class PaletteLine *m_line;
    QListView *m_list;
    Label *m_context;
    Label *m_none;
    class CommandModel *m_model;
    QList<std::pair<SourceKind, CommandSource>> m_sources;
    QPointer<QWidget> m_focusBefore;
};

} // namespace ambroise::uikit
