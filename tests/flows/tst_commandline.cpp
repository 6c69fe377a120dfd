// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"
#include "pictureof.h"
#include "readable.h"

#include <support/folders.h>
#include <support/result.h>

#include <QTemporaryDir>

using namespace ambroise;

//! The whole line through the product without a window, each step a process of its own.
class TestCommandLine : public QObject {
    Q_OBJECT
    test::CommandLine m_ctl{QStringLiteral(AMBROISECTL)};
    QTemporaryDir m_asked; //!< what the user has in clear: what is prescribed, what is printed
    QString m_practice;

    using Answer = test::CommandLine::Answer;
    Answer call(const QStringList &words, const QString &user = u"medecin"_qs,
                const QString &practice = {}) const
    {
        return m_ctl.call(words, user, practice.isEmpty() ? m_practice : practice);
    }
    QString write(const QString &name, const QByteArray &content) const
    {
        return m_ctl.write(name, content);
    }
    QString prescription() const
    {
        const QString cis = call({u"drug"_qs, u"search"_qs, u"doliprane"_qs, u"1000"_qs})
                                .array.first()
                                .toObject()
                                .value(u"cis")
                                .toString();
        QFile file(m_asked.filePath(u"rx.json"_qs));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(
            R"({"patient":{"id":"1","surname":"VASSEUR","given_names":"MADELEINE","birth_date":"1958-03-14","sex":"F"},
                         "lines":[{"cis":")" +
            cis.toUtf8() + R"(","posology":"1 comprimé matin et soir","duration_days":7}]})");
        return file.fileName();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_practice = m_ctl.path(u"practice"_qs);
        const Answer created = call(
            {u"practice"_qs, u"create"_qs, m_practice, u"--name"_qs, u"Recette"_qs, u"--demo"_qs},
            {});
        QCOMPARE(created.exitCode, 0);
        QVERIFY(created.object.value(u"recovery_key").toString().size() > 30);
        QVERIFY(created.object.value(u"users").toArray().contains(u"pharmacien"_qs));
    }

    void aPracticeSaysWhatItHolds()
    {
        const Answer info = call({u"practice"_qs, u"info"_qs});
        QCOMPARE(info.exitCode, 0);
        QCOMPARE(info.object.value(u"encrypted").toBool(), true);
        QCOMPARE(info.object.value(u"users").toInt(), 4);
        QVERIFY(info.object.value(u"patients").toInt() > 20);
    }

    void aPatientIsFoundByNameDateAndPhone_data()
    {
        QTest::addColumn<QStringList>("typed");
        QTest::newRow("beginning of the name") << QStringList{u"vass"_qs};
        QTest::newRow("used name") << QStringList{u"mercadier"_qs};
        QTest::newRow("name and date") << QStringList{u"vasseur"_qs, u"14/03/1958"_qs};
        QTest::newRow("date in words") << QStringList{u"14"_qs, u"mars"_qs, u"1958"_qs};
        QTest::newRow("phone") << QStringList{u"04.65.71.00.11"_qs};
    }
    void aPatientIsFoundByNameDateAndPhone()
    {
        QFETCH(QStringList, typed);
        const Answer found = call(QStringList{u"patient"_qs, u"search"_qs} + typed);
        QCOMPARE(found.exitCode, 0);
        QCOMPARE(found.array.first().toObject().value(u"surname").toString(), u"VASSEUR"_qs);
    }

    void anOrdonnanceGoesFromTheDoctorToThePharmacyAndBack()
    {
        const QString pdf = m_asked.filePath(u"rx.pdf"_qs);
        const Answer printed = call({u"rx"_qs, u"print"_qs, prescription(), u"--out"_qs, pdf});
        QCOMPARE(printed.exitCode, 0);
        const Answer authentic = call({u"rx"_qs, u"verify"_qs, pdf}, u"pharmacien"_qs);
        QCOMPARE(authentic.exitCode, 0);
        QCOMPARE(authentic.object.value(u"authentic").toBool(), true);
        QCOMPARE(authentic.object.value(u"prescription").toObject().value(u"number"),
                 printed.object.value(u"id"));

        QCOMPARE(call({u"rx"_qs, u"dispense"_qs, pdf}).error,
                 u"access.denied"_qs); // not the doctor's act
        QCOMPARE(call({u"rx"_qs, u"dispense"_qs, pdf}, u"pharmacien"_qs).exitCode, 0);
        QCOMPARE(
            call({u"rx"_qs, u"dispense"_qs, pdf, u"--lines"_qs, u"1"_qs}, u"pharmacien"_qs).error,
            u"dispensation.complete"_qs);
        const Answer after = call({u"rx"_qs, u"verify"_qs, pdf});
        QCOMPARE(after.object.value(u"prescription").toObject().value(u"dispensations").toInt(), 1);

        const Answer story = call({u"audit"_qs, u"list"_qs, u"--patient"_qs, u"1"_qs});
        QStringList actions;
        for (const QJsonValue &event : story.array)
            actions << event.toObject().value(u"action").toString();
        for (const QString &action : {u"sign"_qs, u"print"_qs, u"verify"_qs, u"dispense"_qs})
            QVERIFY2(actions.contains(action), qPrintable(actions.join(u' ')));
        QCOMPARE(call({u"audit"_qs, u"verify"_qs}).object.value(u"ok").toBool(), true);
        QVERIFY_UNREADABLE(m_ctl.path({}));
    }

    void aPosologyIsReadWithTheUnitOfTheDrug()
    {
        const QString cis = call({u"drug"_qs, u"search"_qs, u"doliprane"_qs, u"1000"_qs})
                                .array.first()
                                .toObject()
                                .value(u"cis")
                                .toString();
        const Answer read = call({u"rx"_qs, u"posology"_qs, u"1-0-1 7j"_qs, u"--drug"_qs, cis});
        QCOMPARE(read.exitCode, 0);
        QCOMPARE(read.object.value(u"text").toString(),
                 u"1 comprimé matin et soir pendant 7 jours"_qs);
        const QJsonObject day{{u"value"_qs, 2}, {u"unit"_qs, u"comprimé"_qs}};
        QCOMPARE(read.object.value(u"max_per_day").toObject(), day);
        QCOMPARE(read.object.value(u"max_per_intake").toObject().value(u"value").toDouble(), 1);
        QVERIFY(read.object.value(u"min_interval_hours").isNull());
        QCOMPARE(read.object.value(u"duration_days").toInt(), 7);
    }

    void aPosologyNeedsNoPracticeAndIsNeverGuessed()
    {
        const Answer two = call({u"rx"_qs, u"posology"_qs, u"2x3/j 5j"_qs}, {}, u"/nowhere"_qs);
        QCOMPARE(two.exitCode, 0);
        QCOMPARE(two.object.value(u"text").toString(), u"2x3/j 5j"_qs);
        QCOMPARE(two.object.value(u"readings").toArray().size(), 2);
        QVERIFY(two.object.value(u"max_per_intake").isNull());
        QCOMPARE(two.object.value(u"duration_days").toInt(), 5);
        const Answer words = call({u"rx"_qs, u"posology"_qs, u"selon protocole"_qs});
        QCOMPARE(words.exitCode, 0);
        for (const QStringView field :
             {u"max_per_day", u"max_per_intake", u"min_interval_hours", u"duration_days"})
            QVERIFY(words.object.value(field).isNull());
        QCOMPARE(call({u"rx"_qs, u"posology"_qs, u"0-0-0"_qs}).error, u"posology.nothing"_qs);
    }

    void aPictureOfTheSheetIsAuthenticToo()
    {
        const QString pdf = m_asked.filePath(u"b.pdf"_qs);
        const Answer printed = call({u"rx"_qs, u"print"_qs, prescription(), u"--out"_qs, pdf});
        QCOMPARE(printed.exitCode, 0);
        QFile file(pdf);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString png = test::pictureOf(file.readAll(), m_asked.filePath(u"b"_qs));
        const Answer verified = call({u"rx"_qs, u"verify"_qs, png}, u"pharmacien"_qs);
        QCOMPARE(verified.exitCode, 0);
        QCOMPARE(verified.object.value(u"authentic").toBool(), true);
        QCOMPARE(verified.object.value(u"prescription").toObject().value(u"number"),
                 printed.object.value(u"id"));
    }

    void aChangedCodeIsNotAuthentic()
    {
        const Answer printed = call(
            {u"rx"_qs, u"print"_qs, prescription(), u"--out"_qs, m_asked.filePath(u"a.pdf"_qs)});
        QString code = printed.object.value(u"code").toString();
        code[40] = code.at(40) == u'A' ? u'B' : u'A';
        const Answer verified = call({u"rx"_qs, u"verify"_qs, code}, u"pharmacien"_qs);
        QCOMPARE(verified.exitCode, 1);
        QCOMPARE(verified.object.value(u"authentic").toBool(), false);
        QVERIFY(!verified.object.value(u"why").toString().isEmpty());
    }

    void eachMisstepHasItsCodeAndItsSentence_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("user");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("error");
        QTest::newRow("an unknown noun")
            << QStringList{u"foo"_qs, u"bar"_qs} << QString() << 2 << u"cli.misuse"_qs;
        QTest::newRow("an unknown option") << QStringList{u"practice"_qs, u"info"_qs, u"--nope"_qs}
                                           << u"medecin"_qs << 2 << u"cli.misuse"_qs;
        QTest::newRow("a word too many") << QStringList{u"practice"_qs, u"info"_qs, u"more"_qs}
                                         << u"medecin"_qs << 2 << u"cli.misuse"_qs;
        QTest::newRow("nobody of that name") << QStringList{u"practice"_qs, u"info"_qs}
                                             << u"personne"_qs << 1 << u"keyring.password"_qs;
        QTest::newRow("an unknown drug") << QStringList{u"drug"_qs, u"show"_qs, u"99999999"_qs}
                                         << u"medecin"_qs << 1 << u"drug.unknown"_qs;
        QTest::newRow("an unknown patient") << QStringList{u"patient"_qs, u"show"_qs, u"999999"_qs}
                                            << u"medecin"_qs << 1 << u"patient.missing"_qs;
        QTest::newRow("a file that is not there")
            << QStringList{u"code"_qs, u"decode"_qs, u"/nonexistent.png"_qs} << QString() << 1
            << u"file.missing"_qs;
        QTest::newRow("the secretary prescribes")
            << QStringList{u"rx"_qs, u"print"_qs, u"rx.json"_qs, u"--out"_qs, u"x.pdf"_qs}
            << u"secretaire"_qs << 1 << u"cli.file"_qs;
        QTest::newRow("a line of nothing")
            << QStringList{u"rx"_qs, u"check"_qs, write(u"nothing.json"_qs, R"({"lines":[{}]})")}
            << u"medecin"_qs << 1 << u"line.json"_qs;
        QTest::newRow("an age that is none")
            << QStringList{u"rx"_qs, u"check"_qs,
                           write(u"age.json"_qs, R"({"patient":{"birth_date":"hier"},"lines":[]})")}
            << u"medecin"_qs << 1 << u"patient.json"_qs;
        QTest::newRow("a practice in the place of another")
            << QStringList{u"practice"_qs, u"create"_qs, u"."_qs, u"--name"_qs, u"X"_qs}
            << QString() << 1 << u"practice.exists"_qs;
    }
    void eachMisstepHasItsCodeAndItsSentence()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, user);
        if (words.contains(u"."_qs))
            words.replace(2, m_practice);
        const Answer answer = call(words, user);
        QTEST(answer.exitCode, "exitCode");
        QTEST(answer.error, "error");
        const QString sentence =
            answer.object.value(u"error").toObject().value(u"message").toString();
        QVERIFY2(sentence.endsWith(u'.') && !sentence.contains(u'('), qPrintable(sentence));
    }

    void aTooSimplePasswordMakesNoPractice()
    {
        const QString where = m_ctl.path(u"weak"_qs);
        QProcess process;
        process.start(QStringLiteral(AMBROISECTL),
                      {u"practice"_qs, u"create"_qs, where, u"--name"_qs, u"X"_qs, u"--json"_qs,
                       u"--password-file"_qs, write(u"weakpassword"_qs, "azerty\n")});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardOutput().contains("password.short"));
        QVERIFY(!QFile::exists(where));
    }

    void aGeneratedPracticeIsTheSameForTheSameSeed()
    {
        const auto made = [this](const QString &name, const QString &seed) {
            const QString practice = m_ctl.path(name);
            if (call({u"practice"_qs, u"create"_qs, practice, u"--name"_qs, u"X"_qs, u"--demo"_qs,
                      u"--patients"_qs, u"40"_qs, u"--seed"_qs, seed},
                     {})
                    .exitCode != 0)
                return QJsonArray();
            QJsonArray all;
            for (const QString &typed : {u"ma"_qs, u"be"_qs, u"du"_qs, u"196"_qs})
                all.append(
                    call({u"patient"_qs, u"search"_qs, typed}, u"medecin"_qs, practice).array);
            all.append(call({u"practice"_qs, u"info"_qs}, u"medecin"_qs, practice).object);
            return all;
        };
        const QJsonArray first = made(u"generated1"_qs, u"7"_qs);
        QVERIFY(first.at(0).toArray().size() > 2);
        QCOMPARE(made(u"generated2"_qs, u"7"_qs), first);
        QVERIFY(made(u"generated3"_qs, u"8"_qs) != first);
    }

    void theBenchMeasuresWhatIsPromised()
    {
        const Answer measured = call({u"bench"_qs});
        QCOMPARE(measured.exitCode, 0);
        QStringList names;
        for (const QJsonValue &value : measured.array) {
            const QJsonObject row = value.toObject();
            names << row.value(u"name").toString();
            QCOMPARE(row.value(u"unit").toString(), u"ms"_qs);
            QVERIFY(row.value(u"n").toInt() > 0);
            QVERIFY(row.value(u"median").toDouble() > 0);
            QVERIFY(row.value(u"p95").toDouble() >= row.value(u"median").toDouble());
            QVERIFY(row.value(u"scale").toObject().value(u"patients").toInt() > 20);
        }
        QCOMPARE(names,
                 (QStringList{u"patient-search"_qs, u"record-open"_qs, u"entry-search"_qs,
                              u"drug-search"_qs, u"rx-pdf"_qs, u"code-decode"_qs, u"startup"_qs}));
    }

    void aPrescriptionIsCheckedAndWhatIsNotIsSaid()
    {
        const QString file = write(u"check.json"_qs, R"({
            "patient":{"birth_date":"1950-02-01","sex":"F","conditions":["I48"]},
            "current":[{"cis":"61902218"}],
            "lines":[{"cis":"64755969","posology":"1 sachet par jour","duration_days":30,"boxes":1},
                     {"inn":"apixaban"}]})");
        const auto alertsOf = [&](const Answer &answer, const QString &kind) {
            QList<QJsonObject> alerts;
            for (const QJsonValue &value : answer.object.value(u"alerts").toArray())
                if (value[u"kind"].toString() == kind)
                    alerts << value.toObject();
            return alerts;
        };
        Answer answer = call({u"rx"_qs, u"check"_qs, file});
        QCOMPARE(answer.exitCode, 0);
        QCOMPARE(alertsOf(answer, u"interaction"_qs).size(), 0);
        const auto twice = alertsOf(answer, u"duplicate"_qs);
        QCOMPARE(twice.size(), 1);
        QCOMPARE(twice.first().value(u"lines").toArray(), (QJsonArray{1, 2}));
        QStringList codes;
        for (const QJsonValue &value : answer.object.value(u"not_checked").toArray())
            if (value[u"what"].toString() == u"interaction")
                codes << value[u"code"].toString();
        QCOMPARE(codes, (QStringList{u"no_source"_qs, u"no_source"_qs, u"no_source"_qs}));
        QCOMPARE(answer.object.value(u"fully_priced").toBool(), false); // a line of no box

        const QString thesaurus = test::sharedFolder() + u"/data/ansm/2023-09"_qs;
        if (!QFile::exists(thesaurus))
            QSKIP("The thesaurus is not at hand (AMBROISE_SHARED)");
        QCOMPARE(call({u"ref"_qs, u"import"_qs, u"ansm"_qs, thesaurus}).exitCode, 0);
        answer = call({u"rx"_qs, u"check"_qs, file});
        const auto found = alertsOf(answer, u"interaction"_qs);
        QCOMPARE(found.size(), 4); // two rules, with each of the two anticoagulants
        QCOMPARE(found.first().value(u"level").toString(), u"APC"_qs);
        QCOMPARE(found.first().value(u"levels").toArray(),
                 (QJsonArray{u"CI"_qs, u"AD"_qs, u"APC"_qs}));
        QVERIFY(found.first().value(u"decided").toBool());
        QCOMPARE(found.first().value(u"source").toObject().value(u"version").toString(),
                 u"2023-09"_qs);
        const Answer measured = call({u"bench"_qs, u"--only"_qs, u"rx-check"_qs});
        QCOMPARE(measured.exitCode, 0);
        QVERIFY(measured.array.first().toObject().value(u"median").toDouble() > 0);
    }

    void thePracticeIsInOrder()
    {
        const Answer check = call({u"practice"_qs, u"check"_qs});
        QCOMPARE(check.exitCode, 0);
        QVERIFY(check.object.value(u"findings").toArray().isEmpty());
    }

    void aDamagedPracticeIsToldAndNotOpened()
    {
        const QString copy = m_ctl.path(u"damaged"_qs);
        QDir().mkpath(copy);
        for (const QString &name :
             {u"practice.json"_qs, u"keyring.json"_qs, u"people.json"_qs, u"practice.db"_qs})
            QVERIFY(QFile::copy(m_practice + u'/' + name, copy + u'/' + name));
        QFile database(copy + u"/practice.db"_qs);
        QVERIFY(database.resize(100));
        const Answer check = call({u"practice"_qs, u"check"_qs}, u"medecin"_qs, copy);
        QCOMPARE(check.exitCode, 1);
        QCOMPARE(check.object.value(u"ok").toBool(), false);
        QCOMPARE(call({u"practice"_qs, u"info"_qs}, u"medecin"_qs, copy).error,
                 u"storage.unreadable"_qs);
        QVERIFY(QFile::remove(database.fileName()));
        QCOMPARE(call({u"practice"_qs, u"info"_qs}, u"medecin"_qs, copy).error,
                 u"storage.missing"_qs);
    }
};
QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
