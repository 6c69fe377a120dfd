// SPDX-License-Identifier: GPL-3.0-or-later
#include "../flows/deskfixture.h"

#include <cabinet/ordonnancechecks.h>

#include <ambroise/prescription/print.h>

#include <support/sampleordonnance.h>

using namespace ambroise;
using prescription::Line;

//! What each change of an ordonnance costs on the page, with what the patient takes already: what
//! is read from the practice, and every check.
class BenchOrdonnance : public QObject {
    Q_OBJECT
    test::Desk m_desk;
    QList<Line> m_lines;

    //! Fifteen drugs of the built-in formulary.
    void choose()
    {
        for (const QString &name :
             {u"kardegic"_qs, u"eliquis"_qs, u"ramipril"_qs, u"spironolactone"_qs, u"furosemide"_qs,
              u"bisoprolol"_qs, u"cordarone"_qs, u"simvastatine"_qs, u"fluoxetine"_qs,
              u"tramadol"_qs, u"alprazolam"_qs, u"ibuprofene"_qs, u"metformine"_qs,
              u"levothyrox"_qs, u"doliprane"_qs}) {
            const auto found = m_desk.inside().drugs().search(name, 1);
            QVERIFY_OK(found);
            Line line;
            line.label = found->isEmpty() ? name : found->first().label;
            line.cis = found->isEmpty() ? QString() : found->first().cis.toString();
            line.posology = u"1 comprimé matin et soir"_qs;
            line.durationDays = 30;
            m_lines << line;
        }
    }

    //! Another ordonnance that is in force, of eight of these drugs.
    void sign()
    {
        prescription::OrdonnanceContent::Parts parts = test::sampleParts();
        parts.lines = m_lines.first(8);
        const auto print = [](const prescription::OrdonnanceContent &content, const QString &code) {
            return prescription::printOrdonnance(content, code);
        };
        const audit::Actor doctor(m_desk.account(u"medecin"_qs).id, u"Dr Claire Fontanel"_qs,
                                  u"medecin"_qs, u"Cabinet 1"_qs);
        QVERIFY_OK(m_desk.inside().ordonnances().sign(test::madeleine, parts, print, doctor));
    }

    void change()
    {
        QBENCHMARK
        {
            const auto checked =
                app::checkOrdonnance(m_desk.inside(), test::madeleine, m_lines, {});
            QVERIFY_OK(checked);
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY_OK(m_desk.make());
        QVERIFY(m_desk.enter(u"medecin"_qs));
        choose();
    }

    void aChangeOfTheLines() { change(); }

    void aChangeOfTheLinesAfterTwoYearsOfOrdonnances()
    {
        for (int i = 0; i < 24; ++i)
            sign();
        change();
    }
};
QTEST_MAIN(BenchOrdonnance)
#include "bench_ordonnance.moc"
