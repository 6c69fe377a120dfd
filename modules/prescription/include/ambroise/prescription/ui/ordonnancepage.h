// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/check.h>
#include <ambroise/prescription/habits.h>
#include <ambroise/prescription/ui/protocolspage.h>
#include <ambroise/record/entry.h>

#include <QDateTime>
#include <QFuture>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

namespace ambroise::uikit {
class Column;
class Label;
class Toast;
} // namespace ambroise::uikit

namespace ambroise::prescription::ui {

//! A drug as the search offers it.
struct DrugChoice {
    QString cis{};
    QString label{};  //!< "DOLIPRANE 1000 mg, comprimé"
    QString detail{}; //!< substance, laboratory
    QString price{};  //!< of the usual box: "2,18 €, 65 %"; empty: unknown
    bool marketed = true;
};

//! A signed ordonnance as the list shows it.
struct SignedRow {
    QString number{}; //!< 18 characters
    QDateTime signedAt{};
    QList<Line> lines{};
    bool cancelled = false;
    QString cancelReason{};
    QString dispensed{}; //!< "délivrée le 24/11/2026, Pharmacie du Marché"; empty: not dispensed
    QStringList lineStates{}; //!< one a line; empty text: nothing recorded
    QString bases{};          //!< what was known of drugs on its day; empty: not recorded
    QString cardSigned{};     //!< « signée par carte, Claire FONTANEL »; empty: by no card
};

//! A treatment that is not of the ordonnance.
struct TakenTreatment {
    record::EntryId entry{}; //!< of the record; not stored: an earlier ordonnance told it
    QDate stoppedOn{};       //!< valid: it was stopped, and what it does lasts
};

//! What the checks say of the lines, together with what the patient takes already.
struct Checked {
    CheckReport report{};
    QList<Line> lines{};    //!< of the ordonnance, then what is taken already
    QString failure{};      //!< a sentence: nothing could be checked
    int foldedByChoice = 0; //!< by the doctor's own AlertSettings
    //! Of what is taken already, in the order of the lines.
    QList<TakenTreatment> taken{};
};

//! What the lines cost, at the cheapest of each drug's boxes.
struct Prices {
    QList<std::optional<Money>> lines{}; //!< all boxes of each; none: not known
    PriceTotal total{};
};

//! What the page asks of the practice. All are called on the GUI thread and answer within a frame,
//! except `sign`, which may take a tenth of a second.
struct OrdonnanceServices {
    std::function<Result<QList<DrugChoice>>(const QString &typed)> searchDrugs;
    //! How the drug was prescribed before, the most used first; null: it is not learnt.
    std::function<Result<QList<Habit>>(const QString &cis, const QString &label)> habits;
    std::function<Status(const QString &cis, const QString &label, const Habit &habit)> forgetHabit;
    //! The same drug by its substance (LAP-05), or by its brand again; why not; null: never.
    std::function<Result<DrugChoice>(const QString &cis, const QString &label)> otherName;
    ProtocolServices protocols; //!< none: there are no protocols
    std::function<Result<QList<Remark>>(const QList<Line> &lines)> remarks;
    std::function<Result<Checked>(const QList<Line> &lines)> check; //!< null: nothing is checked
    std::function<Result<Prices>(const QList<Line> &lines)> prices; //!< null: not known
    //! Stops a treatment of the record as contra-indicated, today, and takes that back; null:
    //! nothing is stopped from here.
    std::function<Status(record::EntryId treatment, const QString &words)> stopTreatment;
    std::function<Status(record::EntryId treatment)> resumeTreatment;
    //! Answers the number. What was shown of the checks is kept with it, and the reason for passing
    //! over a contra-indication (empty: none was asked).
    std::function<Result<QString>(const QList<Line> &lines, const Checked &shown,
                                  const QString &reason)>
        sign;
    //! By the card in the reader, with its code (empty: typed on the reader); answers whose it is.
    //! Null: no card signs here.
    std::function<QFuture<Result<QString>>(const QString &number, const QString &code)> signByCard;
    //! Saves what a card signed and its signature where the user says; answers what was saved and
    //! how it is verified, empty where it was given up. Null: nothing is saved from here.
    std::function<Result<QString>(const QString &number)> exportSignature;
    std::function<Status(const QString &number, const QString &reason)> cancel;
    std::function<Status(const QString &number)> openPdf;
    //! On the post's printer, whose name it answers, however long that takes.
    std::function<QFuture<Result<QString>>(const QString &number)> print;
    //! Which sheets went out where and which did not, the last time; empty: all of it is out, or
    //! nothing. `print` then prints what is missing. Null: it is all or nothing.
    std::function<QString(const QString &number)> leftToPrint;
    std::function<Status(const QString &number)> printed; //!< what is printed next is a duplicata
    std::function<Result<QList<SignedRow>>()> signedOnes;
    std::function<Status(const QString &body)> saveDraft; //!< empty: nothing to keep
    std::function<QString(const Error &error)> explain;
};

//! Writing an ordonnance and looking at those that were signed, beside each other. What is
//! written is handed to `saveDraft` at each pause of 300 ms; `restore` puts it back.
class OrdonnancePage final : public QWidget {
    Q_OBJECT
public:
    //! `drugSheet`: what is known of the selected drug, given by the shell; may be null. Takes it
    //! as its child. The clock outlives the page.
    OrdonnancePage(OrdonnanceServices services, const Clock &clock, QWidget *drugSheet,
                   QWidget *parent = nullptr);

    //! False: the role may read ordonnances and not write them.
    void setMayPrescribe(bool may);
    void restore(const QString &draft);
    //! Keeps now what would be kept at the next pause; before the page goes. A failure is told on
    //! the page too.
    Status keepDraft();
    //! Reads the signed ordonnances again.
    void refresh();
    [[nodiscard]] const QList<Line> &lines() const;
    [[nodiscard]] bool isEmpty() const { return lines().isEmpty(); }

public Q_SLOTS:
    void beginLine(); //!< the caret into the drug search
    void signAndPrint();
    //! Of the ordonnance that was selected or signed last.
    void openSheet();
    void printSheet();
    void signByCard();
    void exportSignature();
    //! In a window too narrow for the right column, shows or hides it.
    void toggleSide();
    void showSide();
    //! In place of the drug that is shown; its posology stays.
    void replaceDrug(const ambroise::prescription::ui::DrugChoice &drug);
    //! DCI ⇄ marque, of the selected line or of the drug that is being prescribed.
    void changeName();
    //! The lines of the last ordonnance in force, to be read before signing: what is new, stopped
    //! or of another dose since then is shown until it is signed.
    void renewLast();

Q_SIGNALS:
    //! The drug of the selected line, or the one that is looked for; both empty: none.
    void drugShown(const QString &cis, const QString &label);
    void changed();
    void signedAs(const QString &number);
    void treatmentChanged(); //!< one of the record was stopped, or its stop taken back

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    //! Whose drug is told of, and would be replaced.
    enum class Shown { Nothing, Line, Quick, Signed };

    void buildCentre();
    void buildLines(class QVBoxLayout &layout);
    void buildSignals(class QVBoxLayout &layout);
    void addLine(const Line &line);
    //! The lines of the ALD first. `selected` is the place of a line in what is given.
    void setLines(const QList<Line> &lines, int selected);
    void changeLines(const QList<Line> &lines, int selected, const QString &said);
    void showChanges();
    void stopTreatment(int taken, const QString &words);
    void resumeTreatment(record::EntryId treatment);
    void showDrug(Shown shown, const QString &cis, const QString &label);
    void showSelectedDrug();
    void openEditor();
    void linesChanged();
    //! With what is known of the patient now.
    void check();
    void showDay();
    void editSelected();
    Status saveDraft();
    void applyEditor();

    OrdonnanceServices m_services;
    const Clock &m_clock;
    bool m_mayPrescribe = true;
    QTimer m_pause;
    class LineModel *m_model;
    class QuickLine *m_quick;
    class LineList *m_view;
    class SignedList *m_signedOnes;
    QWidget *m_centre;
    class LineSide *m_side;
    class ProtocolBar *m_protocols;
    class RemarkList *m_remarks;
    class SignalList *m_signals;
    uikit::Column *m_column;
    Shown m_shown = Shown::Nothing;
    bool m_renewing = false; //!< what has no line any more is stopped
    bool m_unread = false;   //!< the signed ones could not be read the last time
    class OrdonnanceHead *m_head;
    class SheetLine *m_sheet;
    uikit::Toast *m_toast;
};

} // namespace ambroise::prescription::ui
