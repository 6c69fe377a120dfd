// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/patient/merges.h>

#include <QWidget>

#include <functional>

class QCheckBox;
class QLineEdit;

namespace ambroise::uikit {
class AskLine;
class Button;
class Label;
class MessageLine;
class PrimaryButton;
class Segmented;
} // namespace ambroise::uikit

namespace ambroise::patient::ui {

//! A record as it is compared with another one.
struct MergeSide {
    Patient patient;
    QString content{}; //!< what else it holds: "12 notes, 3 ordonnances"
};

//! What the page asks of the practice, answered within a frame.
struct MergeServices {
    std::function<Result<MergeSide>(PatientId id)> load;
    std::function<Status(const MergeRequest &request)> merge;
    std::function<Status(PatientId first, PatientId second, const QString &reason)> sayDistinct;
    //! The same, and both identities are marked as homonyms. Errors: of who may not decide of them.
    std::function<Status(PatientId first, PatientId second, const QString &reason)> sayHomonyms;
    std::function<QString(const Error &error)> explain;
};

//! Two records side by side: one person, and which record stays and what it tells then; or two
//! persons, whom their names may still confuse. Either is said with a reason.
class MergePage final : public QWidget {
    Q_OBJECT
public:
    explicit MergePage(MergeServices services, QWidget *parent = nullptr);

    void compare(PatientId first, PatientId second);

public Q_SLOTS:
    void merge();
    void sayDistinct();
    //! The same of two persons to be marked as homonyms; where that is being said, or not.
    void sayHomonyms();
    void openKept();

Q_SIGNALS:
    void merged(ambroise::PatientId kept, ambroise::PatientId absorbed);
    void foundDistinct();
    void left(); //!< Échap: nothing decided
    void openRequested(ambroise::PatientId id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();
    void showCaution();
    void tell(const Error &error);
    void ask(const QString &question, const QString &act, const QString &reason,
             std::function<void(const QString &reason)> answer);
    void write(const QString &reason);
    void writeDistinct(const QString &reason);
    [[nodiscard]] bool mayBeHomonyms() const;
    void endAsking();

    MergeServices m_services;
    std::function<void(const QString &reason)> m_answer;
    uikit::Label *m_title;
    uikit::MessageLine *m_message;
    uikit::Segmented *m_kept;
    class MergeTable *m_table;
    QCheckBox *m_homonyms; //!< beside the question what distinguishes them
    uikit::AskLine *m_ask;
    uikit::PrimaryButton *m_merge;
    uikit::Button *m_distinct;
    uikit::Button *m_open;
};

} // namespace ambroise::patient::ui
