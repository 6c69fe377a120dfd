// SPDX-License-Identifier: GPL-3.0-or-later
#include "../drugs/realdata.h"

#include <ambroise/prescription/boxcontent.h>
#include <ambroise/prescription/check.h>

using namespace ambroise;
using namespace ambroise::prescription;

namespace {

QString text(const std::optional<BoxContent> &content)
{
    if (!content)
        return u"-"_qs;
    QStringList amounts;
    for (const Amount &one : content->amounts)
        amounts << one.value.decimal() + u' ' + one.unit.name();
    return amounts.join(u", "_qs);
}

const QString firstBox = u"3400926784102"_qs;
const QString secondBox = u"3400933484132"_qs;

drugs::Presentation box(const QString &cip13, const QString &label, const char *price)
{
    drugs::Presentation found{
        *drugs::Cip13::parse(cip13), {}, label, true, {}, {}, {}, {}, {}, {}, {}, {}};
    if (*price)
        found.publicPrice = *Money::parse(QString::fromLatin1(price));
    return found;
}

DrugFacts tablets(const QList<drugs::Presentation> &boxes)
{
    DrugFacts facts;
    facts.label = u"UN MÉDICAMENT 10 mg, comprimé"_qs;
    facts.form = u"comprimé"_qs;
    facts.presentations = boxes;
    for (const drugs::Presentation &one : boxes)
        if (one.publicPrice)
            facts.prices << *one.publicPrice;
    return facts;
}

Line line(const QString &posology, int days = 0)
{
    Line one;
    one.cis = u"60000000"_qs;
    one.posology = posology;
    one.durationDays = days;
    return one;
}

const QString thirty = u"plaquette(s) PVC PVDC aluminium de 30 comprimé(s)"_qs;
const QString ninety = u"plaquette(s) PVC PVDC aluminium de 90 comprimé(s)"_qs;

//! The labels of the boxes that are sold, of the official file.
QStringList publishedLabels()
{
    QFile file(test::bdpmFolder() + u"/2026-05/CIS_CIP_bdpm.txt"_qs);
    QStringList labels;
    if (test::bdpmFolder().isEmpty() || !file.open(QIODevice::ReadOnly))
        return labels;
    for (const QString &row : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const QStringList columns = row.split(u'\t');
        if (columns.value(4) == u"Déclaration de commercialisation")
            labels << columns.at(2);
    }
    return labels;
}

} // namespace

class TestBoxContent : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLabelTellsWhatIsInTheBox_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("content");
        const auto row = [](const QString &label, const QString &content) {
            QTest::newRow(qPrintable(label)) << label << content;
        };
        row(thirty, u"30 comprimé"_qs);
        row(u"3 plaquette(s) thermoformée(s) PVC-Aluminium de 28  comprimé(s)"_qs,
            u"84 comprimé"_qs);
        row(u"plaquettes PVC PVDC aluminium de 10 comprimés"_qs, u"10 comprimé"_qs);
        row(u"flacon(s) polyéthylène haute densité (PEHD) de 30 gélule(s) avec fermeture de sécurité enfant"_qs,
            u"30 gélule"_qs);
        row(u"1 flacon(s) en verre de 60 ml"_qs, u"1 flacon, 60 ml"_qs);
        row(u"1 flacon(s) en verre brun de 150 ml avec gobelet(s) doseur(s) polypropylène"_qs,
            u"1 flacon, 150 ml"_qs);
        row(u"3 stylo(s) prérempli(s) de 3 ml"_qs, u"3 stylo, 9 ml"_qs);
        row(u"5 ampoule(s) en verre de 2 ml"_qs, u"5 ampoule, 10 ml"_qs);
        row(u"30 récipient(s) unidose(s) polyéthylène de 0,4 ml"_qs,
            u"30 récipient unidose, 12 ml"_qs);
        row(u"30 sachet(s) papier aluminium polyéthylène"_qs, u"30 sachet"_qs);
        row(u"20 sachet(s)-dose(s) papier aluminium polyéthylène de 5 g"_qs,
            u"20 sachet, 100 g"_qs);
        row(u"1 tube(s) aluminium verni de 30 g"_qs, u"1 tube, 30 g"_qs);
        row(u"5 sachet(s) papier polyester aluminium de 1 dispositif(s)"_qs,
            u"5 sachet, 5 dispositif transdermique, 5 patch"_qs);
        row(u"1 flacon(s) pressurisé(s) aluminium de 200 dose(s) avec valve(s) doseuse(s)"_qs,
            u"1 flacon, 200 dose"_qs);
        row(u"1 flacon(s) en verre brun de 10 ml avec ou sans suremballée(s)/surpochée(s)"_qs,
            u"1 flacon, 10 ml"_qs);
        row(u"1 flacon en verre brun de 150 mL avec seringue doseuse de 5 mL"_qs,
            u"1 flacon, 150 ml"_qs);
        row(u"1 flacon(s) en verre avec cuillère-mesure de 5 ml"_qs, u"1 flacon"_qs);
        // Nothing is guessed.
        row(u"1 flacon(s) en verre de 10 ml - 1 flacon(s) de 5 ml"_qs, u"-"_qs);
        row(u"poches à 3 compartiments de 1000 ml"_qs, u"-"_qs);
        row(u"3 plaquette(s) PVC-Aluminium de 21 comprimé(s) jaunes et de 7 comprimé(s) blancs"_qs,
            u"-"_qs);
        row(u"plaquette(s) de 21 comprimé(s) jaunes, de 7 comprimé(s) blancs"_qs, u"-"_qs);
        row(u"1 ou plusieurs flacons en verre de 5 mL à 10 mL"_qs, u"-"_qs);
        row(u"flacon(s) en verre de 60 ml"_qs, u"-"_qs);
        row(u"1 flacon(s) en verre de 10 machin(s)"_qs, u"-"_qs);
        row(QString(), u"-"_qs);
    }
    void aLabelTellsWhatIsInTheBox()
    {
        QFETCH(const QString, label);
        QTEST(text(boxContentOf(label)), "content");
    }

    void theBoxesOfALineAreCounted_data()
    {
        QTest::addColumn<QString>("posology");
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("boxes"); // 0: not known
        QTest::newRow("one each day") << u"1-0-0"_qs << 30 << 1;
        QTest::newRow("two each day") << u"1-0-1"_qs << 30 << 2;
        QTest::newRow("one day more") << u"1-0-0"_qs << 31 << 2;
        QTest::newRow("halves") << u"1/2 matin"_qs << 30 << 1;
        QTest::newRow("the posology says how long") << u"1-1-1 10j"_qs << 0 << 1;
        QTest::newRow("once a week") << u"4 comprimés une fois par semaine"_qs << 84 << 2;
        QTest::newRow("no duration") << u"1-0-1"_qs << 0 << 0;
        QTest::newRow("as needed") << u"1 comprimé si douleur"_qs << 7 << 0;
        QTest::newRow("two readings") << u"2x3/j"_qs << 5 << 0;
        QTest::newRow("another unit") << u"5 ml matin"_qs << 5 << 0;
        QTest::newRow("words") << u"selon protocole"_qs << 5 << 0;
    }
    void theBoxesOfALineAreCounted()
    {
        QFETCH(const QString, posology);
        QFETCH(const int, days);
        const auto found =
            proposedBoxes(line(posology, days), tablets({box(firstBox, thirty, "5.00")}));
        QTEST(found ? found->boxes : 0, "boxes");
    }

    void theBoxOfWhichLeastIsLeftOverIsTaken()
    {
        const auto facts =
            tablets({box(firstBox, thirty, "5.00"), box(secondBox, ninety, "13.00")});
        QCOMPARE(proposedBoxes(line(u"1-0-0"_qs, 28), facts)->box.cip13.toString(), firstBox);
        const auto long1 = proposedBoxes(line(u"1-0-0"_qs, 90), facts);
        QCOMPARE(long1->box.cip13.toString(), secondBox);
        QCOMPARE(long1->boxes, 1);
    }

    void aBoxForHospitalsIsNotProposed()
    {
        const auto facts = tablets({box(firstBox, thirty, "5.00"), box(secondBox, ninety, "")});
        const auto found = proposedBoxes(line(u"1-0-0"_qs, 90), facts);
        QCOMPARE(found->box.cip13.toString(), firstBox);
        QCOMPARE(found->boxes, 3);
    }

    void theDaysThatBoxesLastAreCounted()
    {
        Line one = line(u"1-0-1"_qs);
        one.boxes = 2;
        const auto facts = tablets({box(firstBox, thirty, "5.00")});
        QCOMPARE(daysOfBoxes(one, facts), std::optional(30));
        QVERIFY(!daysOfBoxes(
            one, tablets({box(firstBox, thirty, "5.00"), box(secondBox, ninety, "13.00")})));
        one.posology = u"1 comprimé si douleur"_qs;
        QVERIFY(!daysOfBoxes(one, facts));
    }

    void theTotalCountsWhatNobodyTyped()
    {
        Treatment treatment;
        CheckedLine checked;
        checked.line = line(u"1-0-1"_qs, 30);
        checked.facts = tablets({box(firstBox, thirty, "5.00")});
        treatment.lines << checked;
        const PriceTotal counted = totalPrice(treatment);
        QCOMPARE(counted.total.toString(), u"10.00"_qs);
        QVERIFY(counted.full);
        QVERIFY(counted.computed);
        treatment.lines.first().line.boxes = 3;
        const PriceTotal typed = totalPrice(treatment);
        QCOMPARE(typed.total.toString(), u"15.00"_qs);
        QVERIFY(typed.full);
        QVERIFY(!typed.computed);
        treatment.lines.first().line = line(u"1 comprimé si douleur"_qs, 30);
        const PriceTotal unknown = totalPrice(treatment);
        QCOMPARE(unknown.total.toString(), u"5.00"_qs);
        QVERIFY(!unknown.full);
    }

    //! What is unread stays unread; how much that is, is told here.
    void mostPublishedLabelsAreRead()
    {
        const QStringList labels = publishedLabels();
        if (labels.isEmpty())
            QSKIP("The public drug base is not at hand (AMBROISE_SHARED)");
        int read = 0;
        QMap<QString, int> unread;
        for (const QString &label : labels) {
            const auto content = boxContentOf(label);
            read += content ? 1 : 0;
            if (!content)
                ++unread[label];
            for (const Amount &amount : content ? content->amounts : QList<Amount>())
                QVERIFY2(amount.value > Rational(0) && amount.value <= Rational(1'000'000),
                         qPrintable(label));
        }
        QCOMPARE(labels.size(), 17239);
        qInfo("%d labels of %lld are read", read, qint64(labels.size()));
        if (qEnvironmentVariableIsSet("AMBROISE_UNREAD"))
            for (auto one = unread.begin(); one != unread.end(); ++one)
                qInfo("%d %s", one.value(), qPrintable(one.key()));
        QVERIFY2(read >= 16000, qPrintable(QString::number(read)));
    }
};

QTEST_GUILESS_MAIN(TestBoxContent)
#include "tst_boxcontent.moc"
