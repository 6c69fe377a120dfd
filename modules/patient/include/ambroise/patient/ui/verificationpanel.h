// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/patient/repository.h>
#include <ambroise/uikit/theme.h>

#include <QFuture>
#include <QWidget>

#include <functional>

class QListView;

namespace ambroise::uikit {
class AskLine;
class MessageLine;
} // namespace ambroise::uikit

namespace ambroise::patient::ui {

//! What INSi said of the INS of many records.
struct VerifiedIns {
    qint64 wanted = 0;
    qint64 verified = 0;
    QList<PatientSummary> lost{};     //!< whose INS INSi holds no longer, as they are since then
    std::optional<Error> stoppedBy{}; //!< why not all were; what was verified stays so
};

//! The INS of a queue verified with INSi: how many they are is confirmed first, then how far it is
//! is told, at the end whose INS is lost. Hidden meanwhile. ↵ on a lost one opens it, Échap gives
//! up what is proposed, stops what is under way, leaves the list.
class VerificationPanel final : public QWidget {
    Q_OBJECT
public:
    struct Services {
        //! Its progress tells how far it is: "12 sur 340". Null: not here.
        std::function<QFuture<Result<VerifiedIns>>(IdentityQueue queue)> run;
        std::function<void()> stop; //!< the run ends with what it has
        std::function<QString(const Error &error)> explain;
    };
    //! The clock outlives it.
    VerificationPanel(Services services, const Clock &clock, QWidget *parent = nullptr);
    ~VerificationPanel() override;

    //! Asks first, with how many. Begun by confirm() alone, never by the key that proposes: a key
    //! that is held repeats.
    void propose(IdentityQueue queue, qint64 count);
    void confirm(); //!< nothing where nothing is proposed
    //! False: there was nothing to leave.
    bool leave();
    [[nodiscard]] bool isRunning() const { return m_run.isRunning(); }
    [[nodiscard]] bool showsLost() const;
    [[nodiscard]] QListView *list() const { return m_list; }
    //! Of the card that signs the calls. Answered once; nothing: the person gave up.
    using CodeAnswer = std::function<void(const std::optional<QString> &code)>;
    void askCode(CodeAnswer answer);

Q_SIGNALS:
    void openRequested(ambroise::PatientId id);
    void changed(); //!< what it shows, and the identities

private:
    void finish(const Result<VerifiedIns> &verified);
    void showResult(const VerifiedIns &verified);
    void tell(uikit::Meaning grade, const QString &text, const QString &rest = {});
    void answerCode(const std::optional<QString> &code);
    void openCurrent();

    Services m_services;
    std::optional<IdentityQueue> m_proposed;
    QFuture<Result<VerifiedIns>> m_run;
    CodeAnswer m_code;
    uikit::MessageLine *m_message;
    uikit::AskLine *m_ask;
    QListView *m_list;
    class PatientListModel *m_model;
};

} // namespace ambroise::patient::ui
