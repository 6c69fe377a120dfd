// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/identity/comparison.h>
#include <ambroise/identity/trace.h>
#include <ambroise/uikit/theme.h>

#include <QFuture>
#include <QWidget>

#include <functional>

namespace ambroise::uikit {
class AskLine;
class Button;
class Label;
class MessageLine;
class PrimaryButton;
} // namespace ambroise::uikit

class QCheckBox;
class QListView;

namespace ambroise::identity::ui {

//! What a document told: its machine-readable zone, its 2D-Doc.
struct ReadDocument {
    ToldTraits traits{};
    ReadBy how = ReadBy::Mrz;
    QString text{};     //!< as it was read, for people
    QString verdict{};  //!< "4 clés sur 4 justes", "Signature vérifiée"
    bool sound = true;  //!< false: a check failed; it may be compared, and proves nothing by itself
    QString remark{};   //!< what to mind: repaired characters, an expiry; may be empty
    QDate validUntil{}; //!< invalid: not told
};

//! What INSi answered, as it was kept.
struct InsiFound {
    InsiAnswer answer{};
    InsiCallId call{};
    QString placeName{}; //!< of the code of the place of birth; to be shown and kept, not compared
};

//! What happened to a record before it was merged into the one on the page.
struct MergedTrace {
    QString record{}; //!< its number
    QList<TraceEntry> entries{};
    QList<KeptCall> calls{};
};

//! What is to be written of the identity on the page.
struct IdentityChange {
    Cause cause = Cause::Checked;
    Identity after;
    QString reason{};
    std::optional<Evidence::Parts> evidence{};
    InsiCallId call{};
    QList<InsRecord> history{};
};

//! What the page asks of the practice, on the GUI thread, but for what answers a future.
struct IdentityServices {
    //! In whose name the person at the post qualifies, or why they may not.
    std::function<Result<Mandate>()> mandate;
    std::function<Result<QList<DocumentKind>>()> kinds;
    //! Typed, or from a scanner that types. Errors: those of the readers of codes.
    std::function<Result<ReadDocument>(const QString &text)> readText;
    std::function<QFuture<Result<ReadDocument>>(const QString &path)> readFile;
    std::function<void()> openCamera; //!< null: none
    //! By the traits of the record, one given name after the other; each question is kept.
    std::function<QFuture<Result<InsiFound>>()> askInsi;
    //! By what a carte Vitale gave; kept as the others are.
    std::function<QFuture<Result<InsiFound>>(const InsiCardKey &key)> askInsiByCard;
    //! Whether INSi still holds the INS of the record; kept as the others are, and where it does
    //! not, the INS is dropped already.
    std::function<QFuture<Result<bool>>()> verifyIns;
    //! All of it or nothing.
    std::function<Status(const QList<IdentityChange> &changes)> decide;
    std::function<Result<QList<TraceEntry>>()> trace;
    std::function<Result<QList<KeptCall>>()> calls;
    std::function<Result<QList<MergedTrace>>()> mergedTraces; //!< null: none
    std::function<Status()> printLabel;
    std::function<QString(const Error &error)> explain;
    std::function<QDate()> today;
};

struct Findings;

//! Who the patient is and how that is known: INSi, the record and a document side by side, the
//! decision under them, what was decided before beside them.
class IdentityPage final : public QWidget {
    Q_OBJECT
public:
    explicit IdentityPage(IdentityServices services, QWidget *parent = nullptr);
    ~IdentityPage() override;

    //! Of the record as it is now; what was read of a document stays where the identity is the
    //! same.
    void setIdentity(const Identity &identity);
    //! A zone or a 2D-Doc, whole.
    void takeText(const QString &text);
    //! From a scanner that types: the lines of a zone come one after the other.
    void takeScan(const QString &text);
    void openFile(const QString &path);
    //! The answer goes the way of the answer by traits.
    void askInsiByCard(const InsiCardKey &key);
    //! Of the card that signs a call, at the place of the call. Answered once; nothing: the person
    //! gave up, or went on to something else.
    using CodeAnswer = std::function<void(const std::optional<QString> &code)>;
    void askCode(CodeAnswer answer);

public Q_SLOTS:
    void askInsi();
    void verifyIns();
    void cancelInsi(); //!< a verification too
    void chooseFile();
    void openCamera();
    //! The primary act: accept, qualify or validate, as the state allows.
    void decide();
    void reportDifference();
    void markDoubtful();
    void withdrawCheck();
    void liftHomonym(); //!< of an identity that was marked as one
    void printLabel();

Q_SIGNALS:
    void changed(); //!< the identity was written: to be read again
    void stateChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildCentre();
    QWidget *buildSide();
    [[nodiscard]] Result<Evidence> evidence() const;
    [[nodiscard]] Findings findings(const Result<Evidence> &evidence) const;
    void followReading();
    //! Nothing, where INSi may not be asked about this identity now.
    [[nodiscard]] Status mayAskInsi() const;
    void waitForInsi(const QFuture<Result<InsiFound>> &asking);
    void showAnswer(const Result<InsiFound> &found);
    void showVerified(const Result<bool> &holds);
    void tellAsking();
    [[nodiscard]] bool isAsking() const { return m_asking.isRunning() || m_verifying.isRunning(); }
    void say(uikit::Meaning grade, const QString &text, const QString &rest = {});
    void update();
    void showTable();
    void showConclusion();
    void showTrace();
    void tell(const Error &error);
    void write(const QList<IdentityChange> &changes);
    void dropCode();
    void ask(const QString &question, const QString &act,
             std::function<void(const QString &)> answer);

    IdentityServices m_services;
    std::optional<Identity> m_identity;
    std::optional<InsiFound> m_found;
    class DocumentReading *m_reading;
    QFuture<Result<InsiFound>> m_asking;
    QFuture<Result<bool>> m_verifying;
    int m_question = 0;                //!< which question to INSi is waited for
    std::optional<TraceEntry> m_check; //!< what the status rests upon
    Mandate m_mandate;
    std::optional<Error> m_mayNot;
    std::function<void(const QString &)> m_answer;
    CodeAnswer m_code; //!< a card's code is waited for

    class DocumentBox *m_document;
    class CompareTable *m_table;
    uikit::Label *m_by;
    uikit::MessageLine *m_message;
    uikit::Label *m_conclusion;
    uikit::Label *m_explanation;
    QCheckBox *m_seen;
    uikit::AskLine *m_ask;
    uikit::PrimaryButton *m_primary;
    uikit::Button *m_insi;
    uikit::Button *m_verify;
    uikit::Button *m_difference;
    uikit::Button *m_doubt;
    class DecisionSide *m_side;
};

} // namespace ambroise::identity::ui
