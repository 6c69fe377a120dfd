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
    //! Nothing is told any more, and no sheet is known: none is seen or printed that is not told
    //! of.
    void clear();
    //! Of the lines being written, or of none.
    void tell(const Error &error);
    void tellOf(const SignedRow &chosen);
    //! Just signed: told, then printed.
    void tellSigned(const QString &number);

    void openSheet();
    void printSheet();
    void askReason();
    //! Of the card that signs what is told of.
    void askCardCode();
    //! What a card signed, for whoever verifies it elsewhere; nothing where none did.
    void exportSignature();

Q_SIGNALS:
    void cancelled();
    void cardSigned(); //!< what is shown of it is to be read again
    void givenUp();

private:
    enum class Sheet { None, Chosen, Signed, Cancelled };

    void show(const QString &number, Sheet sheet, uikit::Meaning grade, const QString &what);
    void say(uikit::Meaning grade, const QString &what);
    void fail(const Error &error);
    void tellPrinted(const QString &number, Sheet sheet, const Result<QString> &printer);
    void cancel(const QString &reason);
    void signByCard(const QString &code);
    void tellCardSigned(const QString &holder);
    [[nodiscard]] QString leftToPrint(const QString &number) const;
    void showLeft();
    void showMore(uikit::Meaning grade, const QString &what);
    [[nodiscard]] bool maySignByCard() const;
    [[nodiscard]] bool mayExportSignature() const;

    const OrdonnanceServices &m_services;
    bool m_mayPrescribe = true;
    QString m_number; //!< of the sheet that is told of
    Sheet m_sheet = Sheet::None;
    QString m_cardSigned; //!< by whose card it is; empty: none
    uikit::MessageLine *m_message;
    //! What is long and has to be read whole: which of its sheets are out, what was exported.
    uikit::MessageLine *m_more;
    uikit::AskLine *m_reason;
    uikit::AskLine *m_code;
};

} // namespace ambroise::prescription::ui
