// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/ui/ordonnancepage.h>
#include <ambroise/uikit/theme.h>

namespace ambroise::uikit {
class AskLine;
class MessageLine;
} // namespace ambroise::uikit

namespace ambroise::prescription::ui {

//! What became of an ordonnance, in one line at the place of the act: the one that was just signed
//! or the one that was chosen. From here it is seen, printed, cancelled with a reason.
class SheetLine final : public QWidget {
    Q_OBJECT
public:
    //! The services outlive the line.
    explicit SheetLine(const OrdonnanceServices &services, QWidget *parent = nullptr);

    void setMayPrescribe(bool may) { m_mayPrescribe = may; }
    //! Nothing is told any more; V and Ctrl+P still know the last sheet.
    void clear();
    void tell(const Error &error);
    void tellOf(const SignedRow &chosen);
    //! Just signed: told, then printed.
    void tellSigned(const QString &number);

    void openSheet();
    void printSheet();
    void askReason();

Q_SIGNALS:
    void cancelled();
    void givenUp();

private:
    void say(uikit::Meaning grade, const QString &what);
    void tellPrinted(const QString &number, const Result<QString> &printer);
    void cancel(const QString &reason);

    const OrdonnanceServices &m_services;
    bool m_mayPrescribe = true;
    QString m_number; //!< of the sheet that is told of
    bool m_mayCancel = false;
    uikit::MessageLine *m_message;
    uikit::AskLine *m_reason;
};

} // namespace ambroise::prescription::ui
