// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/typedline.h>

#include <QtTest>

using namespace ambroise::prescription;

class TestTypedLine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theEndOfTheLineSaysHowLong_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("posology");
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("boxes");
        QTest::addColumn<int>("renewals");
        const auto row = [](const QString &typed, const QString &posology, int days, int boxes = 0,
                            int renewals = 0) {
            QTest::newRow(qPrintable(typed)) << typed << posology << days << boxes << renewals;
        };
        row(u"1-0-1 7j"_qs, u"1-0-1"_qs, 7);
        row(u"1 comprimé matin et soir pendant 10 jours"_qs, u"1 comprimé matin et soir"_qs, 10);
        row(u"1 le soir 3 mois AR 3"_qs, u"1 le soir"_qs, 90, 0, 3);
        row(u"1 le soir, 3 mois, à renouveler 1 fois."_qs, u"1 le soir"_qs, 90, 0, 1);
        row(u"si douleur 2 bt"_qs, u"si douleur"_qs, 0, 2);
        row(u"si douleur, 1 boîte 2 sem"_qs, u"si douleur"_qs, 14, 1);
        row(u"1 toutes les 6 h"_qs, u"1 toutes les 6 h"_qs, 0);
        row(u"1 comprimé à 20 h"_qs, u"1 comprimé à 20 h"_qs, 0);
        row(u"7 jours"_qs, QString(), 7);
        row(u"1-0-1 pdt 5j"_qs, u"1-0-1"_qs, 5);
        row(u"1 le matin QSP 3 mois"_qs, u"1 le matin"_qs, 90);
        row(u"1 cp matin durant 8 jours"_qs, u"1 cp matin"_qs, 8);
        for (const QString &rhythm :
             {u"1 patch tous les 3 jours"_qs, u"1 injection tous les 3 mois"_qs,
              u"1 comprimé toutes les 2 semaines"_qs, u"1 ampoule ts les 15 j"_qs,
              u"1 comprimé, à renouveler dans 8 jours"_qs, u"1 comprimé 1 jour sur 2 jours"_qs,
              u"1 comprimé pendant 5 à 7 jours"_qs,
              u"2 injections à un intervalle de 4 semaines"_qs, u"1 injection / 3 mois"_qs,
              u"arrêter après 10 jours"_qs, u"1 cp 3 fois par jour max 5 jours"_qs,
              u"1-0-1 x 7 j"_qs, u"1 cp par jour 21 j/28 j"_qs})
            row(rhythm, rhythm, 0);
        for (const QString &phases :
             {u"40 mg matin 5 jours puis 20 mg matin 5 jours"_qs,
              u"2 cp J1 puis 1 cp/j pendant 4 jours"_qs, u"500 mg J1, 250 mg par jour 4 jours"_qs,
              u"1 cp par jour 21 jours, arrêt 7 jours"_qs,
              u"3 cp/j 3 jours ensuite 2 cp/j 3 jours"_qs,
              u"60 mg 1 semaine suivi de 40 mg 1 semaine"_qs})
            row(phases, phases, 0);
        row(u"40 mg matin 5 jours puis 20 mg matin 5 jours 2 bt"_qs,
            u"40 mg matin 5 jours puis 20 mg matin 5 jours"_qs, 0, 2);
        row(u"1 patch tous les 3 jours pendant 1 mois"_qs, u"1 patch tous les 3 jours"_qs, 30);
        row(u"1 patch tous les 3 jours, 1 mois"_qs, u"1 patch tous les 3 jours"_qs, 30);
        row(u"1 injection tous les 3 mois 2 bt AR 1"_qs, u"1 injection tous les 3 mois"_qs, 0, 2,
            1);
        row(QString(), QString(), 0);
    }
    void theEndOfTheLineSaysHowLong()
    {
        QFETCH(QString, typed);
        const TypedLine line = TypedLine::parse(typed);
        QTEST(line.posology, "posology");
        QTEST(line.durationDays, "days");
        QTEST(line.boxes, "boxes");
        QTEST(line.renewals, "renewals");
    }
};
QTEST_APPLESS_MAIN(TestTypedLine)
#include "tst_typedline.moc"
