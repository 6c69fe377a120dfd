// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/identity/ui/identitypage.h>

#include <QListView>

class QGridLayout;

namespace ambroise::uikit {
class Chip;
class SectionTitle;
} // namespace ambroise::uikit

namespace ambroise::identity::ui {

[[nodiscard]] uikit::Chip *statusChip(IdentityStatus status, const IdentityAttributes &attributes,
                                      QWidget *parent);

//! Beside the decision: what it changes, what is kept of the document, what was decided before.
class DecisionSide final : public QWidget {
    Q_OBJECT
public:
    explicit DecisionSide(QWidget *parent = nullptr);

    //! `after`: none where nothing can be decided yet.
    void showDecision(const Identity &now, const std::optional<IdentityStatus> &after);
    void showKept(const std::optional<Evidence::Parts> &parts);
    //! Newest first.
    void showTrace(const QList<TraceEntry> &entries, const QList<KeptCall> &calls,
                   const QList<MergedTrace> &merged);
    struct Acts {
        bool print = false;
        bool withdraw = false;
        bool liftHomonym = false;
    };
    void setActs(const Acts &acts);

Q_SIGNALS:
    void labelRequested();
    void withdrawRequested();
    void homonymRequested(); //!< no longer one

private:
    QWidget *m_statuses;
    uikit::Label *m_effect;
    QGridLayout *m_kept;
    QWidget *m_keptBox;
    QListView *m_trace;
    class TraceModel *m_model;
    uikit::Button *m_label;
    uikit::Button *m_withdraw;
    uikit::Button *m_homonym;
};

} // namespace ambroise::identity::ui
