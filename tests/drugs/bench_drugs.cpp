// SPDX-License-Identifier: GPL-3.0-or-later
#include "realdata.h"

#include <ambroise/drugs/bdpmimport.h>
#include <ambroise/drugs/drugrepository.h>
#include <ambroise/drugs/schema.h>

#include <support/engines.h>
#include <support/result.h>

#include <QElapsedTimer>

#include <algorithm>
#include <ctime>

using namespace ambroise;

namespace {

//! What a doctor types, letter by letter.
QStringList keystrokes()
{
    QStringList out;
    for (const QString &typed :
         {u"doliprane 1000"_qs, u"amoxicilline 500 mg gel"_qs, u"levothyrox 75"_qs,
          u"paracetamol codeine"_qs, u"augmentin enf"_qs, u"ventoline"_qs, u"metformine 1000 mg"_qs,
          u"eliquis 5"_qs, u"kardegic 75"_qs, u"comprime pellicule 500 mg"_qs, u"3400926784102"_qs,
          u"c09aa05"_qs, u"biogaran omeprazole 20"_qs, u"vitamine d"_qs})
        for (qsizetype length = 1; length <= typed.size(); ++length)
            out << typed.left(length);
    return out;
}

//! What this process has used of a processor: the same on a busy machine.
qint64 processorTime()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec * 1'000'000'000 + now.tv_nsec;
}

void tell(const char *what, std::vector<qint64> nanoseconds)
{
    std::sort(nanoseconds.begin(), nanoseconds.end());
    const auto at = [&](double share) {
        return double(nanoseconds[size_t(double(nanoseconds.size() - 1) * share)]) / 1e6;
    };
    qInfo("%s: median %.2f ms, p95 %.2f ms, worst %.2f ms, n %zu", what, at(0.5), at(0.95), at(1),
          nanoseconds.size());
}

} // namespace

//! Figures, never verdicts: see the speed table of the product.
class Speed : public QObject {
    Q_OBJECT
    test::Engines m_engines;
private Q_SLOTS:
    void importOfTheWholeBase_data() { m_engines.addRows(); }
    void importOfTheWholeBase()
    {
        NEEDS_BDPM(folder);
        PRACTICE_OF_ROW(m_engines, {drugs::schema()});
        for (const char *when : {"first", "again"}) {
            const qint64 before = processorTime();
            const auto report = drugs::importBdpm(db, folder.path(), m_engines.clock());
            const qint64 used = processorTime() - before;
            QVERIFY_OK(report);
            qInfo("import %s: %.2f s (processor %.2f s), %lld rows", when, report->seconds,
                  double(used) / 1e9, report->rows());
        }
    }

    void keystrokesInTheSearch_data() { m_engines.addRows(); }
    void keystrokesInTheSearch()
    {
        NEEDS_BDPM(folder);
        PRACTICE_OF_ROW(m_engines, {drugs::schema()});
        QVERIFY_OK(drugs::importBdpm(db, folder.path(), m_engines.clock()));
        const drugs::DrugRepository repository(db);
        const QStringList typed = keystrokes();
        for (const QString &text : typed)
            QVERIFY_OK(repository.search(text, 20)); // warm
        std::vector<qint64> times;
        std::vector<qint64> used;
        QStringList slow;
        for (const QString &text : typed) {
            QElapsedTimer timer;
            timer.start();
            const qint64 before = processorTime();
            const auto found = repository.search(text, 20);
            used.push_back(processorTime() - before);
            times.push_back(timer.nsecsElapsed());
            QVERIFY_OK(found);
            if (used.back() > 5'000'000)
                slow << text + u" "_qs + QString::number(double(used.back()) / 1e6, 'f', 1);
        }
        tell("keystroke", times);
        tell("keystroke, processor", used);
        qInfo("processor above 5 ms: %s", qPrintable(slow.join(u", "_qs)));
    }
};
QTEST_GUILESS_MAIN(Speed)
#include "bench_drugs.moc"
