// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/ui/recordservices.h>

#include <QWidget>

class QComboBox;
class QTextBrowser;

namespace ambroise::uikit {
class Button;
class ComparisonView;
class Label;
class MessageLine;
} // namespace ambroise::uikit

namespace ambroise::record::ui {

//! One entry of the record to be read: a note by its parts, with its codes; the states before each
//! correction, with who wrote them.
class EntryReader final : public QWidget {
    Q_OBJECT
public:
    //! The services outlive it.
    explicit EntryReader(const RecordServices &services, QWidget *parent = nullptr);

    void read(const Entry &entry);
    void clear();
    [[nodiscard]] EntryId entry() const { return m_entry.id; }

Q_SIGNALS:
    void correctionWanted(const ambroise::record::Entry &entry);
    void fileWanted(const ambroise::record::Entry &entry);

private:
    void showVersions();
    void showLinked();
    void showVersion(int index);
    void compareVersions();
    [[nodiscard]] QString wordsOf(const NewEntry &content, const QString &author);
    void write(const NewEntry &content, const QString &author);
    void writeNote(const NewEntry &content);

    const RecordServices &m_services;
    Entry m_entry;
    QList<Revision> m_former; //!< newest first
    uikit::Label *m_title;
    uikit::Label *m_date;
    QComboBox *m_versions;
    uikit::Button *m_compare; //!< of the version chosen, with what it became
    uikit::ComparisonView *m_comparison;
    uikit::Button *m_correct;
    uikit::Button *m_see; //!< the file that the entry stands for
    uikit::MessageLine *m_problem;
    QWidget *m_linked; //!< a button for each entry that was filed with it
    QTextBrowser *m_body;
};

} // namespace ambroise::record::ui
