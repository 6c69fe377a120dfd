// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/mrzreader.h>

#include <support/result.h>

#include "mrzcard.h"
#include "photo.h"
#include "png.h"
#include "tools.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::codes;

namespace {

const QDate today(2026, 11, 26);

const QList<QStringList> documents = {
    {u"IDFRAX4RTBPFW46<<<<<<<<<<<<<<<"_qs, u"9007138F3002119FRA<<<<<<<<<<<6"_qs,
     u"MARTIN<<MAELYS<GAELLE<MARIE<<<"_qs},
    {u"I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<"_qs, u"D231458907UTO7408122F1204159<<<<<<<6"_qs},
    {u"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"_qs,
     u"L898902C36UTO7408122F1204159ZE184226B<<<<<10"_qs},
    {u"IDFRABERTHIER<<<<<<<<<<<<<<<<<92C001"_qs, u"8806923102858CORINNE<<<<<<<6512068F8"_qs}};

struct NamedShot {
    const char *name;
    test::Shot shot;
    int jpeg = 0; //!< quality; 0: as it is
};

QList<NamedShot> shots()
{
    const QSize size(2000, 1500);
    return {
        {"straight", {.size = size, .fill = 0.8}},
        {"turned by 3°", {.size = size, .degrees = 3, .fill = 0.8}},
        {"turned by -8°", {.size = size, .degrees = -8, .fill = 0.75}},
        {"upside down", {.size = size, .degrees = 180, .fill = 0.8}},
        {"turned by 90°", {.size = size, .degrees = 90, .fill = 0.8}},
        {"turned by -90°", {.size = size, .degrees = -90, .fill = 0.8}},
        {"upside down and askew", {.size = size, .degrees = 176, .perspective = 0.1, .fill = 0.8}},
        {"askew", {.size = size, .perspective = 0.15, .fill = 0.8}},
        {"noisy", {.size = size, .fill = 0.8, .noise = 14}},
        {"blurred", {.size = size, .fill = 0.8, .blur = 2, .noise = 3}},
        {"in uneven light", {.size = size, .fill = 0.8, .noise = 4, .shade = 0.7}},
        {"a poor JPEG", {.size = size, .degrees = 1, .fill = 0.8, .noise = 4}, 30},
        {"small", {.size = {1200, 900}, .degrees = 2, .fill = 0.8, .noise = 3}},
        {"all at once",
         {.size = size,
          .degrees = 5,
          .perspective = 0.06,
          .fill = 0.8,
          .blur = 1,
          .noise = 7,
          .shade = 0.4},
         70}};
}

int checkDigit(const QString &characters)
{
    int sum = 0;
    for (qsizetype i = 0; i < characters.size(); ++i) {
        const QChar c = characters[i];
        const int value = c.isDigit() ? c.digitValue() : c == u'<' ? 0 : c.unicode() - u'A' + 10;
        sum += value * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
    }
    return sum % 10;
}

QString checked(const QString &characters)
{
    return characters + QString::number(checkDigit(characters));
}

//! A French card of somebody who does not exist.
QStringList madeUpCard(QRandomGenerator &random)
{
    const auto some = [&random](QStringView from, int count) {
        QString text;
        while (text.size() < count)
            text += from[random.bounded(int(from.size()))];
        return text;
    };
    const QStringView letters = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const QString number = checked(some(u"ABCDEFGHJKLMNPQRTUVWXYZ0123456789", 9));
    const QDate birth = QDate(1930, 1, 1).addDays(random.bounded(30'000));
    const QString born = checked(birth.toString(u"yyMMdd"_qs));
    const QString expiry =
        checked(QDate(2027, 1, 1).addDays(random.bounded(3000)).toString(u"yyMMdd"_qs));
    const QString first = (u"IDFRA"_qs + number).leftJustified(30, u'<');
    const QString nothing(11, u'<');
    const QString sex = some(u"MF", 1);
    const int all = checkDigit(first.mid(5) + born + expiry + nothing);
    const QString names = some(letters, random.bounded(3, 12)) + u"<<"_qs +
                          some(letters, random.bounded(3, 8)) + u'<' + some(letters, 4);
    return {first, born + sex + expiry + u"FRA"_qs + nothing + QString::number(all),
            names.leftJustified(30, u'<')};
}

QImage photographOf(const QStringList &lines, const NamedShot &shot)
{
    const QImage card = test::drawnCard(lines);
    test::Shot fitted = shot.shot;
    // `fill` is of the picture's width, or of its height for a card on its side.
    const bool onItsSide = std::abs(fitted.degrees) == 90;
    const double along = onItsSide ? fitted.size.height() : fitted.size.width();
    fitted.fill *= along * card.height() / (double(fitted.size.height()) * card.width());
    QImage photo = test::photographed(card, fitted);
    if (shot.jpeg > 0) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        photo.save(&buffer, "JPEG", shot.jpeg);
        photo.loadFromData(bytes);
    }
    return photo;
}

} // namespace

//! Cards drawn with their zone, photographed in many ways.
class TestMrzReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!test::hasOcrB())
            qInfo("fonts-ocr-b is not installed: another even face stands for OCR-B");
    }

    void aDocumentIsReadHoweverItIsPhotographed_data()
    {
        QTest::addColumn<int>("document");
        QTest::addColumn<int>("shot");
        const auto all = shots();
        for (int d = 0; d < documents.size(); ++d)
            for (int s = 0; s < all.size(); ++s)
                QTest::addRow("%s %s", qPrintable(documents[d][0].left(8)), all[s].name) << d << s;
    }
    void aDocumentIsReadHoweverItIsPhotographed()
    {
        QFETCH(int, document);
        QFETCH(int, shot);
        const QImage photo = photographOf(documents[document], shots()[shot]);
        const auto mrz = readMrz(photo, today);
        if (qEnvironmentVariableIsSet("AMBROISE_KEEP_PHOTOS"))
            photo.save(QStringLiteral("%1/mrz-%2-%3.png")
                           .arg(qEnvironmentVariable("AMBROISE_KEEP_PHOTOS"))
                           .arg(document)
                           .arg(shot));
        QVERIFY_OK(mrz);
        QCOMPARE(mrz->lines, documents[document]);
        QVERIFY2(mrz->isValid(), qPrintable(mrz->faults.join(u' ')));
    }

    //! The name of a card has no check digit, so that a wrong letter there may pass: it is counted
    //! apart.
    void howManyMadeUpCardsAreRead()
    {
        constexpr int cards = 24;
        QRandomGenerator random(20261126);
        int read = 0;
        int wrongLetters = 0;
        int wrongNumbers = 0;
        for (int i = 0; i < cards; ++i) {
            const double bad = double(i) / (cards - 1);
            const auto wave = [i](double step) {
                return 0.5 + 0.5 * std::sin(i * step);
            };
            const QStringList card = madeUpCard(random);
            const NamedShot shot{"",
                                 {.size = {1800, 1350},
                                  .degrees = -10 + 20 * wave(2.3) + (i % 4 == 1 ? 180 : 0),
                                  .perspective = 0.15 * bad * wave(1.3),
                                  .fill = 0.85 - 0.25 * bad * wave(0.9),
                                  .blur = std::floor(3.4 * bad * wave(2.1)),
                                  .noise = 3 + 18 * bad * wave(1.7),
                                  .shade = 0.7 * bad * wave(0.7),
                                  .light = 1 - 0.6 * bad * wave(1.1)},
                                 90 - 2 * i};
            const auto mrz = readMrz(photographOf(card, shot), today);
            if (!mrz.ok() || !mrz->isValid())
                continue;
            const bool sameNumbers = mrz->lines.mid(0, 2) == card.mid(0, 2);
            wrongNumbers += sameNumbers ? 0 : 1;
            wrongLetters += sameNumbers && mrz->lines[2] != card[2] ? 1 : 0;
            read += mrz->lines == card ? 1 : 0;
        }
        qInfo(
            "made-up cards: %d of %d read whole, %d with a wrong letter in a name, %d with a wrong "
            "number or date",
            read, cards, wrongLetters, wrongNumbers);
        QVERIFY(read >= cards / 2);
        QVERIFY(wrongNumbers <= 1);
    }

    void aPictureWithoutAZoneIsToldSo()
    {
        QImage white(1000, 700, QImage::Format_RGB32);
        white.fill(Qt::white);
        QCOMPARE_SUBJECT(readMrz(white, today), "mrz.none");
        QCOMPARE_SUBJECT(readMrz(test::Sheet().image(), today), "mrz.none");
        QCOMPARE_SUBJECT(readMrz({}, today), "image.empty");
    }

    void aFileIsReadAndWhatCannotBeOneIsRefused()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"card.jpg"_qs);
        QVERIFY(test::drawnCard(documents[0]).save(path));
        const auto mrz = readMrzFile(path, today);
        QVERIFY_OK(mrz);
        QCOMPARE(mrz->lines, documents[0]);
        QCOMPARE_SUBJECT(readMrzFile(dir.filePath(u"none.png"_qs), today), "file.missing");
        QCOMPARE_SUBJECT(readMrzFile(dir.path(), today), "file.unreadable");
        QCOMPARE_SUBJECT(readMrzData({}, today), "file.empty");
        QCOMPARE_SUBJECT(readMrzData("IDFRA", today), "image.unreadable");
        QCOMPARE_SUBJECT(readMrzData(test::boastfulPng(60'000, 60'000), today), "image.too_large");
    }

    void theSearchIsGivenUpWhenAsked()
    {
        const QImage card = test::drawnCard(documents[0]);
        QCOMPARE_SUBJECT(readMrz(card, today, [](qint64, qint64) { return false; }), "mrz.search");
    }
};
QTEST_MAIN(TestMrzReader)
#include "tst_mrzreader.moc"
