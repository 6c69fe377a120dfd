// SPDX-License-Identifier: GPL-3.0-or-later
#include <words/languages.h>
#include <words/sentences.h>
#include <words/sentencetable.h>

#include <support/folders.h>

#include <QDirIterator>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>

using namespace ambroise;

namespace {

//! Subjects that nobody reads: a caller turns them into another one, or they tell a fault of the
//! program, for which the general sentence of their code is all there is to say.
struct Internal {
    const char *subjects;
    const char *reason;
};
constexpr Internal internalSubjects[] = {
    {"base45\\..+", "code.damaged is what is told of a code that is not Base45"},
    {"datamatrix\\..+", "what goes into the symbol is an identity, which has its sentences"},
    {"grid\\.scale", "the layouts of the program choose the scale"},
    {"qr\\..+", "what goes into the code is bounded by the ordonnance, which has its sentences"},
    {"keyring\\.(key|practice|card_data|card_secret)", "sizes of what the program itself made"},
    {"net\\.(url|timeout|cancelled|unreachable|cut|server_certificate|refused|card|redirect|too_"
     "large|"
     "protocol|html|content|status)",
     "each service tells its own fault of them, with its name: insi.timeout"},
    {"sandbox\\.(contract|assertion|desir_[0-9]+)",
     "a stand-in tells them to its caller, in a fault"},
    {"xml\\.form", "what the program itself wrote"},
    {"signature\\.(algorithm|key|public_key|seed)", "sizes of keys that the program itself made"},
    {"storage\\.sql", "a statement of the program that the database refuses"},
    {"vault\\.id", "the program itself made the name"},
    {"span\\.shape", "prevention.rules is what is told of a file of rules"},
};

bool isInternal(const QString &subject)
{
    return std::any_of(
        std::begin(internalSubjects), std::end(internalSubjects), [&](const Internal &internal) {
            return QRegularExpression(
                       QRegularExpression::anchoredPattern(QLatin1String(internal.subjects)))
                .match(subject)
                .hasMatch();
        });
}

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

//! The text of each source file but the table itself, by its path in the tree.
QMap<QString, QString> sources()
{
    const QDir root(test::sourceFolder());
    QMap<QString, QString> found;
    for (const QString &folder : {u"modules"_qs, u"app"_qs}) {
        QDirIterator files(root.filePath(folder), {u"*.cpp"_qs, u"*.h"_qs}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (!path.endsWith(u"sentencetable.cpp"))
                found.insert(root.relativeFilePath(path), contentOf(path));
        }
    }
    return found;
}

const QString literal = QStringLiteral(
    R"re((?:u|QStringLiteral\(|QLatin1String\()?"([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+)")re");

//! The subjects that come behind this beginning in the text.
QStringList subjectsBehind(const QString &beginning, const QString &text)
{
    QStringList found;
    auto matches = QRegularExpression(beginning + literal).globalMatch(text);
    while (matches.hasNext())
        found << matches.next().captured(1);
    return found;
}

//! The literal subjects of the errors made in this text, by hand or by a helper that is given them.
QStringList subjectsIn(const QString &text)
{
    QStringList found = subjectsBehind(uR"re(ErrorCode::\w+\s*,\s*)re"_qs, text);
    static const QRegularExpression helper(
        uR"re(\b(?:Error|Status)\s+(\w+)\([^)]*\bsubject\b)re"_qs);
    auto helpers = helper.globalMatch(text);
    while (helpers.hasNext())
        found += subjectsBehind(u"\\b"_qs + helpers.next().captured(1) + u"\\([^;]*?"_qs, text);
    return found;
}

QStringList unfinishedSentences(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {path};
    QXmlStreamReader xml(&file);
    QStringList unfinished;
    QString context, source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"source")
            source = xml.readElementText();
        else if (xml.name() == u"translation" && context == u"Sentences") {
            const bool open = xml.attributes().value(u"type"_qs) == u"unfinished";
            if (open || xml.readElementText().isEmpty())
                unfinished << source;
        }
    }
    return xml.hasError() ? QStringList{xml.errorString()} : unfinished;
}

} // namespace

class TestSentences : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFaultInTheSourcesHasASentence()
    {
        const QStringList told = app::subjectsWithSentences();
        QStringList untold;
        qsizetype seen = 0;
        const QMap<QString, QString> files = sources();
        for (auto file = files.begin(); file != files.end(); ++file)
            for (const QString &subject : subjectsIn(file.value())) {
                ++seen;
                if (!told.contains(subject) && !isInternal(subject))
                    untold << subject + u" in "_qs + file.key();
            }
        QVERIFY2(seen > 200, qPrintable(QString::number(seen))); // the scan still finds them
        QVERIFY2(untold.isEmpty(), qPrintable(untold.join(u'\n')));
    }

    void everySentenceIsOfAFaultThatTheSourcesName()
    {
        const QString all = QStringList(sources().values()).join(u'\n');
        QStringList idle;
        for (const QString &subject : app::subjectsWithSentences())
            if (!all.contains(u'"' + subject + u'"'))
                idle << subject;
        QVERIFY2(idle.isEmpty(), qPrintable(idle.join(u'\n')));
    }

    void noSubjectHasTwoSentences()
    {
        QStringList subjects = app::subjectsWithSentences();
        QCOMPARE(subjects.removeDuplicates(), 0);
    }

    void everySentenceIsWrittenAsOne_data()
    {
        QTest::addColumn<QString>("sentence");
        for (const app::SentenceRow &row : app::sentenceTable())
            QTest::newRow(row.subject) << QString::fromUtf8(row.french);
    }
    void everySentenceIsWrittenAsOne()
    {
        QFETCH(const QString, sentence);
        QVERIFY(sentence.endsWith(u'.'));
        QVERIFY(!sentence.contains(u'!'));
        QVERIFY(!sentence.contains(u'\n'));
        QVERIFY(!sentence.contains(u'\'')); // the typographic apostrophe
    }

    void everySentenceHasItsEnglish()
    {
        const QStringList unfinished =
            unfinishedSentences(test::sourceFolder() + u"/translations/ambroise_en.ts"_qs);
        QVERIFY2(unfinished.isEmpty(), qPrintable(unfinished.join(u'\n')));
    }

    void theLanguageIsTheLastThatWasInstalled()
    {
        const Error error{ErrorCode::Denied, u"access.denied"_qs, {}};
        QCOMPARE(app::sentenceOf(error), u"Votre rôle ne permet pas cet acte."_qs);
        app::installLanguage(*QCoreApplication::instance(), QLocale::English);
        QCOMPARE(app::sentenceOf(error), u"Your role does not allow this act."_qs);
        app::installLanguage(*QCoreApplication::instance(), QLocale::French);
        QCOMPARE(app::sentenceOf(error), u"Votre rôle ne permet pas cet acte."_qs);
    }

    void dialogsOfQtSpeakTheLanguageToo()
    {
        app::installLanguage(*QCoreApplication::instance(), QLocale::French);
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Annuler"_qs);
        app::installLanguage(*QCoreApplication::instance(), QLocale::English);
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Cancel"_qs);
    }

    void pluralsAreOfTheLanguage_data()
    {
        QTest::addColumn<QLocale::Language>("language");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("text");
        QTest::newRow("none, French") << QLocale::French << 0 << u"0 ligne"_qs;
        QTest::newRow("one, French") << QLocale::French << 1 << u"1 ligne"_qs;
        QTest::newRow("two, French") << QLocale::French << 2 << u"2 lignes"_qs;
        QTest::newRow("none, English") << QLocale::English << 0 << u"0 lines"_qs;
        QTest::newRow("one, English") << QLocale::English << 1 << u"1 line"_qs;
        QTest::newRow("two, English") << QLocale::English << 2 << u"2 lines"_qs;
    }
    void pluralsAreOfTheLanguage()
    {
        QFETCH(const QLocale::Language, language);
        QFETCH(const int, count);
        app::installLanguage(*QCoreApplication::instance(), language);
        QTEST(QCoreApplication::translate("ambroise::prescription::ui::SignedModel", "%n ligne(s)",
                                          nullptr, count),
              "text");
    }
};
QTEST_GUILESS_MAIN(TestSentences)
#include "tst_sentences.moc"
