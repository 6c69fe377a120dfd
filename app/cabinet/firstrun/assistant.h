// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "creationjob.h"

#include <cabinet/post.h>

#include <QList>
#include <QWidget>

namespace ambroise::access::ui {
class Notice;
}
namespace ambroise::uikit {
class Button;
class PrimaryButton;
} // namespace ambroise::uikit

namespace ambroise::app::firstrun {

class KeyStep;
class PersonStep;
class PlaceStep;
class PracticeStep;
class ProofStep;
class Step;
class StepList;
class TwoSides;

//! Makes a practice in a few pages: who it is, where its data are, who works in it, then its
//! recovery key, which has to be kept before one goes on. ↵ or Ctrl+↵ continues, Échap goes back
//! without losing what was typed. Nothing is made before the last page was accepted, and nothing
//! stays of what failed.
class Assistant final : public QWidget {
    Q_OBJECT
public:
    //! The clock outlives it.
    Assistant(const Post &post, crypto::Argon2Params params, const Clock &clock,
              QWidget *parent = nullptr);
    //! Undoes what is being made, and waits for it.
    ~Assistant() override;

    void begin();
    //! Whether nothing would be lost by ending now, or it was said; else says it at its place.
    [[nodiscard]] bool mayEnd();

Q_SIGNALS:
    void left();
    //! With the login to be proposed first.
    void created(const QString &path, const QString &login, const ambroise::app::Post &post);

private:
    enum class Stage { Practice, Place, Person, Secretary, Creating, Key, Proof };

    void build();
    void bindKeys();
    void listen(Step *step, Stage stage);
    void show(Stage stage);
    void showWords();
    [[nodiscard]] Step *stepOf(Stage stage) const;
    [[nodiscard]] QStringList titles() const;
    [[nodiscard]] bool isOfficine() const;
    void next();
    void back();
    void accepted(Stage stage);
    void later();
    void setBusy(const QString &text);
    void showPerson();
    void showSecretary();
    void create();
    void ended(const Result<RecoveryKeyPtr> &key);
    void failed(const Error &error);
    void finish();
    [[nodiscard]] CreationOptions options() const;
    [[nodiscard]] QString wouldLose() const;

    crypto::Argon2Params m_params;
    const Clock &m_clock;
    Stage m_stage = Stage::Practice;
    bool m_withSecretary = false;
    QString m_busy;
    QString m_warned; //!< what was said to be lost, of the practice that is being made
    RecoveryKeyPtr m_key;
    std::shared_ptr<std::atomic<bool>> m_givenUp;
    QFuture<Result<RecoveryKeyPtr>> m_job;

    TwoSides *m_sides;
    StepList *m_list;
    access::ui::Notice *m_notice;
    PracticeStep *m_practice;
    PlaceStep *m_place;
    PersonStep *m_person;
    PersonStep *m_secretary;
    KeyStep *m_keyStep;
    ProofStep *m_proof;
    uikit::PrimaryButton *m_next;
    uikit::Button *m_later;
    uikit::Button *m_back;
};

} // namespace ambroise::app::firstrun
