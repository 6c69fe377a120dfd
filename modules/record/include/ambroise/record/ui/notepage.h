// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/record/ui/recordservices.h>

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QGridLayout;
class QScrollArea;
class QVBoxLayout;

namespace ambroise::uikit {
class AskLine;
class Button;
class Label;
class MessageLine;
} // namespace ambroise::uikit

namespace ambroise::record::ui {

class ChoiceChips;
struct Computed;
class SectionEdit;

//! A note being written: reason, SOAP parts, the measures and codes found in them. What is typed is
//! in the journal of drafts at each pause; signed, it is in the record and a new note begins. The
//! same page corrects a note that was signed.
class NotePage final : public QWidget {
    Q_OBJECT
public:
    NotePage(RecordServices services, const Clock &clock, QWidget *parent = nullptr);
    ~NotePage() override;

    //! What the journal of drafts holds, else a new note. A correction that waits comes first.
    void restore();
    void correct(const Entry &entry);
    void abandonCorrection();
    //! Of the record, newest first: what a new measure is compared with.
    void setKnownMeasures(const QList<Entry> &measures);
    //! What is shown under the note, such as the ordonnance being written.
    void setFoot(QWidget *foot);

    //! Puts into the journal at once what waits for a pause.
    Status keepDraft();
    [[nodiscard]] bool isEmpty() const { return m_draft.note.isEmpty(); }
    [[nodiscard]] bool isCorrecting() const { return m_draft.corrects.isStored(); }
    [[nodiscard]] const NoteDraft &draft() const { return m_draft; }

    //! Fields that wait to be filled in are told first; asked again, it is signed as it is.
    void sign();
    void focusNote();
    void focusMeasures();
    //! F7: every measure that is proposed.
    void takeProposed();
    //! F4: the templates, by their names.
    void chooseTemplate();
    //! The selection, or the whole note, as a template; its name is asked.
    void makeTemplate();

Q_SIGNALS:
    void signedAs(ambroise::record::EntryId note, bool correction);
    void stateChanged(); //!< there is something to sign, or no more; a correction began or ended
    void conflictWith(ambroise::record::EntryId note); //!< to be shown beside

private:
    void build();
    void buildTitle(QVBoxLayout &layout);
    void addRow(SectionEdit *edit);
    [[nodiscard]] SectionEdit *editOf(NoteSection section) const;
    [[nodiscard]] QList<NoteTemplate> templates();
    void beginNew();
    void holdBack(const Error &error);
    void load(const NoteDraft &draft);
    void follow(); //!< what is typed
    void showMeasures();
    void showCodes();
    void toggleMeasure(const QString &key);
    void toggleCode(const QString &stored);
    void insertSections(const NoteTemplate &one);
    void moveFrom(NoteSection section, int step);
    void save();
    void tell(const Error &error);
    void tellConflict();
    void showSaved();
    void showTitle();
    [[nodiscard]] bool isOfChild() const;
    [[nodiscard]] std::optional<QString> fieldLeft() const;
    [[nodiscard]] QList<Computed> computed() const; //!< that the text does not say

    RecordServices m_services;
    const Clock &m_clock;
    NoteDraft m_draft;
    QList<Entry> m_known;
    uikit::Label *m_title = nullptr;
    uikit::Label *m_hour = nullptr;
    uikit::Label *m_saved = nullptr;
    uikit::Button *m_abandon = nullptr; //!< while a note is corrected
    uikit::MessageLine *m_problem = nullptr;
    uikit::AskLine *m_ask = nullptr;
    QScrollArea *m_scroll = nullptr;
    QGridLayout *m_rows = nullptr;
    QList<SectionEdit *> m_edits;
    QList<uikit::Label *> m_labels;
    ChoiceChips *m_measures = nullptr;
    ChoiceChips *m_codes = nullptr;
    QVBoxLayout *m_footPlace = nullptr;
    QTimer m_pause; //!< in the typing
    QTimer m_look;  //!< for codes and measures, shorter
    QElapsedTimer m_unsaved;
    bool m_dirty = false;
    bool m_fieldsTold = false;
};

} // namespace ambroise::record::ui
