// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/ui/ordonnancepage.h>

#include <support/manualclock.h>
#include <support/typing.h>
#include <support/widgets.h>

#include <QLineEdit>
#include <QListView>
#include <QtTest>

//! The ordonnance page at the keyboard; what it asks of the practice is answered by the test.
namespace ambroise::test {

//! What the practice answers, which a test may change, and what it was asked to do. It outlives its
//! pages.
struct OrdonnanceDesk {
    using Line = prescription::Line;
    using Lines = QList<Line>;

    ManualClock clock{};
    prescription::ui::Checked checked{};
    Result<prescription::ui::Prices> prices{prescription::ui::Prices{}};
    Result<QString> printer{u"HP du secrétariat"_qs};
    bool mayStop = false;
    QList<prescription::ui::SignedRow> rows{
        {u"01S2TBPZ2JCNZZYGHD"_qs,
         QDateTime(QDate(2026, 5, 19), QTime(9, 0), Qt::UTC),
         {Line{u"60234100"_qs, u"DOLIPRANE 1000 mg, comprimé"_qs, u"1 matin et soir"_qs, 7}},
         false,
         {},
         u"délivrée le 20/05/2026 par Sylvie Keraudren"_qs,
         {}}};
    std::optional<Error> searchFailure{};
    std::optional<Error> remarksFailure{};
    std::optional<Error> checkFailure{};
    std::optional<Error> draftFailure{};
    std::optional<Error> unread{};  //!< of the signed ones
    std::optional<Error> refusal{}; //!< of the signature

    QStringList drafts{};
    QList<Lines> signedLines{};
    prescription::ui::Checked shownAtSigning{};
    QString reason{};
    QStringList printed{};
    QStringList handedOver{};
    QStringList cancelled{};
    QList<std::pair<record::EntryId, QString>> stopped{};
    record::EntryId resumed{};

    prescription::ui::OrdonnanceServices services()
    {
        prescription::ui::OrdonnanceServices s;
        answerWhileTyping(s);
        if (mayStop)
            changeTreatments(s);
        signAndCancel(s);
        print(s);
        s.saveDraft = [this](const QString &body) -> Status {
            drafts << body;
            return draftFailure ? Status(*draftFailure) : done();
        };
        s.explain = [](const Error &error) {
            if (error.code == ErrorCode::Corrupt || error.code == ErrorCode::Unavailable)
                return error.subject;
            return u"Durée ou nombre de boîtes à préciser (ligne %1)."_qs.arg(error.detail);
        };
        return s;
    }

    std::unique_ptr<prescription::ui::OrdonnancePage> page()
    {
        auto page = std::make_unique<prescription::ui::OrdonnancePage>(services(), clock, nullptr);
        page->resize(1302, 600);
        page->refresh();
        page->show();
        return page;
    }

private:
    static QList<prescription::ui::DrugChoice> found(const QString &typed)
    {
        if (!u"doliprane 1000"_qs.startsWith(typed, Qt::CaseInsensitive))
            return {};
        return {{u"60234100"_qs, u"DOLIPRANE 1000 mg, comprimé"_qs, u"PARACÉTAMOL · SANOFI"_qs,
                 u"2,18 € · 65 %"_qs},
                {u"66567738"_qs,
                 u"DOLIPRANE 1000 mg, comprimé effervescent sécable"_qs,
                 u"PARACÉTAMOL · SANOFI"_qs,
                 {}}};
    }
    void answerWhileTyping(prescription::ui::OrdonnanceServices &s)
    {
        s.searchDrugs =
            [this](const QString &typed) -> Result<QList<prescription::ui::DrugChoice>> {
            if (searchFailure)
                return *searchFailure;
            return found(typed);
        };
        s.remarks = [this](const Lines &lines) -> Result<QList<prescription::Remark>> {
            if (remarksFailure)
                return *remarksFailure;
            QList<prescription::Remark> remarks;
            for (int i = 0; i < lines.size(); ++i)
                if (lines.at(i).durationDays == 0 && lines.at(i).boxes == 0)
                    remarks.append({i, u"line.duration"_qs, true});
            return remarks;
        };
        s.check = [this](const Lines &) -> Result<prescription::ui::Checked> {
            if (checkFailure)
                return *checkFailure;
            return checked;
        };
        s.prices = [this](const Lines &) {
            return prices;
        };
    }
    void changeTreatments(prescription::ui::OrdonnanceServices &s)
    {
        s.stopTreatment = [this](record::EntryId treatment, const QString &words) -> Status {
            stopped.append({treatment, words});
            return done();
        };
        s.resumeTreatment = [this](record::EntryId treatment) -> Status {
            resumed = treatment;
            return done();
        };
    }
    void signAndCancel(prescription::ui::OrdonnanceServices &s)
    {
        s.sign = [this](const Lines &lines, const prescription::ui::Checked &shown,
                        const QString &why) -> Result<QString> {
            if (refusal)
                return *refusal;
            signedLines << lines;
            shownAtSigning = shown;
            reason = why;
            return u"01S2TBPZ2JCNZZYGHD"_qs;
        };
        s.cancel = [this](const QString &number, const QString &why) -> Status {
            if (why.isEmpty())
                return Error{ErrorCode::Invalid, u"ordonnance.reason"_qs, {}};
            cancelled << number + u' ' + why;
            return done();
        };
        s.signedOnes = [this]() -> Result<QList<prescription::ui::SignedRow>> {
            if (unread)
                return *unread;
            return rows;
        };
    }
    void print(prescription::ui::OrdonnanceServices &s)
    {
        s.openPdf = [](const QString &) {
            return done();
        };
        s.print = [this](const QString &number) {
            printed << number;
            return QtFuture::makeReadyFuture(printer);
        };
        s.printed = [this](const QString &number) {
            handedOver << number;
            return done();
        };
    }
};

//! Whether it is in sight or not: a test asks of some that they are hidden.
template <class Widget>
Widget *anyNamed(const prescription::ui::OrdonnancePage &page, const QString &name)
{
    for (Widget *widget : page.findChildren<Widget *>())
        if (widget->accessibleName() == name)
            return widget;
    return nullptr;
}

inline QLineEdit *quick(const prescription::ui::OrdonnancePage &page)
{
    return anyNamed<QLineEdit>(page, u"Ligne à prescrire"_qs);
}

inline QListView *lineView(const prescription::ui::OrdonnancePage &page)
{
    return anyNamed<QListView>(page, u"Lignes de l’ordonnance"_qs);
}

inline QListView *signedView(const prescription::ui::OrdonnancePage &page)
{
    return anyNamed<QListView>(page, u"Ordonnances signées"_qs);
}

inline void prescribe(prescription::ui::OrdonnancePage &page, const QString &posology)
{
    page.beginLine();
    type(*quick(page), u"doli"_qs);
    QTest::keyClick(quick(page), Qt::Key_Return);
    type(*quick(page), posology);
    QTest::keyClick(quick(page), Qt::Key_Return);
}

//! With a treatment that the patient takes already.
inline prescription::ui::Checked checkedWith(const QList<prescription::Alert> &alerts)
{
    prescription::ui::Checked checked;
    checked.report.alerts = alerts;
    checked.lines = {{u"60234100"_qs, u"DOLIPRANE 1000 mg, comprimé"_qs},
                     {{}, u"Colchicine 1 mg"_qs}};
    checked.report.sources = {{u"ANSM thésaurus"_qs, u"2023-09"_qs}};
    return checked;
}

inline prescription::Alert interaction(const QString &level, const QString &risk,
                                       bool folded = false)
{
    prescription::Alert alert;
    alert.kind = prescription::CheckKind::Interaction;
    alert.level = level;
    alert.lines = {0, 1};
    alert.subjects = {u"PARACETAMOL"_qs, u"COLCHICINE"_qs};
    alert.risk = risk;
    alert.advice = u"Conduite à tenir."_qs;
    alert.source = {u"ANSM thésaurus"_qs, u"2023-09"_qs};
    alert.folded = folded;
    return alert;
}

} // namespace ambroise::test
