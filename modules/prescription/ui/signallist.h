// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/ui/ordonnancepage.h>

class QAction;
class QScrollArea;

namespace ambroise::uikit {
class ActionMap;
class AskLine;
class MessageLine;
} // namespace ambroise::uikit

namespace ambroise::prescription::ui {

//! What the checks say of the lines being written, one line each, the gravest first; F6 shows the
//! folded ones too, with what the source advises. Nothing here blocks: a contra-indication asks for
//! a reason once (F8), which is kept with the signature.
class SignalList final : public QWidget {
    Q_OBJECT
public:
    explicit SignalList(const OrdonnanceServices &services, QWidget *parent = nullptr);

    void showFor(const QList<Line> &lines);
    //! Contra-indications that have no reason yet.
    [[nodiscard]] int toJustify() const;
    //! Asks for the reason; `justified` follows.
    void askReason();
    [[nodiscard]] const QString &reason() const { return m_reason; }
    [[nodiscard]] const Checked &checked() const { return m_checked; }

Q_SIGNALS:
    void justified();
    void givenUp();
    //! A line of the ordonnance, which the signal proposes to do without.
    void removalAsked(int line);
    //! A treatment of the record, counted from the first that is taken already; why.
    void stopAsked(int taken, const QString &words);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    //! What would settle a signal: one of the two.
    struct Proposal {
        int line = -1;  //!< of the ordonnance, to be taken away
        int taken = -1; //!< of the record, to be stopped
    };
    void build();
    void addProposal(uikit::MessageLine &line, const Alert &alert);
    void doProposal();
    void ask(const Alert &alert, const Proposal &proposal);
    //! The treatment that is taken already, where it is stopped from here; else only where there is
    //! but one act that settles it.
    [[nodiscard]] std::optional<Proposal> proposalFor(const Alert &alert) const;
    //! The second of two lines that are the same, or the one line that is new beside what is not
    //! prescribed here.
    [[nodiscard]] std::optional<int> proposedRemoval(const Alert &alert) const;
    //! The one treatment of the record beside the one line.
    [[nodiscard]] std::optional<int> proposedStop(const Alert &alert) const;
    [[nodiscard]] const Alert *firstProposal() const;
    void add(const Alert &alert);
    void addAdvice(const Alert &alert);
    void setWhole(bool whole);
    void fit();
    [[nodiscard]] QString subjectsOf(const Alert &alert) const;
    [[nodiscard]] QString wholeSubjectsOf(const Alert &alert) const;
    [[nodiscard]] QStringList gravest() const;

    const OrdonnanceServices &m_services;
    Checked m_checked;
    int m_own = 0; //!< lines of the ordonnance; those after them are taken already
    bool m_whole = false;
    QString m_reason;
    QStringList m_justified; //!< what the reason was given for
    uikit::Label *m_title;
    uikit::Label *m_chosen;
    uikit::Label *m_more;
    QWidget *m_lines;
    QScrollArea *m_scroll;
    uikit::AskLine *m_ask;
    uikit::ActionMap *m_keys;
    QAction *m_propose;
};

} // namespace ambroise::prescription::ui
