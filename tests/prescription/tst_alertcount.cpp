// SPDX-License-Identifier: GPL-3.0-or-later
#include "../drugs/interactionfixture.h"
#include "clinicalfixture.h"

#include <ambroise/drugs/thesaurus.h>

#include <QMap>

#include <algorithm>

using namespace ambroise;
using namespace ambroise::prescription;
using ambroise::test::checkDay;
using ambroise::test::Clinic;

namespace {

//! A row of data/ordonnances.tsv.
struct Written {
    QString reason{};
    PatientFacts person{};
    QStringList current{};
    QStringList lines{};
};

std::optional<DatedValue> valueOf(const QString &text)
{
    return text == u"?" ? std::nullopt : std::optional(DatedValue{text.toDouble(), checkDay});
}

Written writtenOf(const QStringList &columns)
{
    Written one;
    one.reason = columns.at(0);
    one.person.today = checkDay;
    one.person.birth = checkDay.addYears(-columns.at(1).toInt()).addDays(-100);
    one.person.sex = columns.at(2);
    one.person.weight = valueOf(columns.at(3));
    one.person.egfr = valueOf(columns.at(4));
    one.person.conditionsAreAll = columns.at(5) != u"?";
    for (const QString &code : columns.at(5).split(u';'))
        if (code != u"?" && code != u"-")
            one.person.conditions.append({code, {}, {}});
    if (columns.at(6) != u"?")
        one.person.allergies.emplace();
    if (columns.at(6) != u"?" && columns.at(6) != u"-") {
        KnownAllergy allergy;
        allergy.text = columns.at(6);
        one.person.allergies->append(allergy);
    }
    one.current = columns.at(7).split(u'|', Qt::SkipEmptyParts);
    one.lines = columns.at(8).split(u'|', Qt::SkipEmptyParts);
    return one;
}

QList<Written> allWritten()
{
    QFile file(test::sourceFolder() + u"/tests/prescription/data/ordonnances.tsv"_qs);
    QList<Written> all;
    if (!file.open(QIODevice::ReadOnly))
        return all;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts))
        if (!line.startsWith(u'#'))
            all << writtenOf(line.split(u'\t'));
    return all;
}

//! What the checks tell of it.
CheckReport reportOf(Clinic &clinic, const Written &written)
{
    clinic.clear();
    clinic.person = written.person;
    for (const QString &line : written.lines)
        clinic.prescribe(line.section(u'@', 0, 0), line.section(u'@', 1));
    for (const QString &line : written.current)
        clinic.prescribe(line.section(u'@', 0, 0), line.section(u'@', 1), true);
    return clinic.report();
}

int medianOf(QList<int> counts)
{
    std::sort(counts.begin(), counts.end());
    return counts.at(counts.size() / 2);
}

} // namespace

class TestAlertCount : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //! Alerts about nothing are what doctors switch off: most ordonnances must raise none that asks
    //! for a reason, and few at all.
    void mostOrdonnancesAreNotInterrupted()
    {
        Clinic clinic;
        const QByteArray json =
            test::sharedContent(u"/data/ansm/2023-09/ansm_thesaurus_2023-09.json"_qs);
        if (json.isEmpty())
            QSKIP("The thesaurus is not at hand (AMBROISE_SHARED)");
        const QString path =
            test::sharedFolder() + u"/data/ansm/2023-09/ansm_thesaurus_2023-09.json"_qs;
        QVERIFY_OK(drugs::importThesaurus(clinic.connection(), path, clinic.clock()));
        const QList<Written> all = allWritten();
        QCOMPARE(all.size(), 200);
        QMap<QString, int> byFamily;
        QMap<QString, int> stopped;
        QList<int> interrupting;
        QList<int> shown;
        for (const Written &one : all) {
            int stops = 0;
            int told = 0;
            const CheckReport report = reportOf(clinic, one);
            for (const Alert &alert : report.alerts) {
                if (alert.folded)
                    continue;
                ++told;
                ++byFamily[code(alert.kind) + u' ' + alert.level];
                if (!asksForReason(alert))
                    continue;
                ++stops;
                ++stopped[one.reason + u": "_qs + code(alert.kind) + u' ' +
                          alert.subjects.join(u" + "_qs)];
            }
            interrupting << stops;
            shown << told;
        }
        for (auto family = byFamily.cbegin(); family != byFamily.cend(); ++family)
            qInfo("%4d  %s", family.value(), qPrintable(family.key()));
        for (auto stop = stopped.cbegin(); stop != stopped.cend(); ++stop)
            qInfo("%4d  interrupts: %s", stop.value(), qPrintable(stop.key()));
        qInfo("median shown: %d", medianOf(shown));
        QCOMPARE(medianOf(interrupting), 0);
        QVERIFY(medianOf(shown) <= 1);
        const auto interrupted =
            std::count_if(interrupting.begin(), interrupting.end(), [](int n) { return n > 0; });
        QVERIFY2(interrupted <= 20, qPrintable(QString::number(interrupted)));
        QVERIFY(interrupted >= 5); // those that must be
    }
};

QTEST_GUILESS_MAIN(TestAlertCount)
#include "tst_alertcount.moc"
