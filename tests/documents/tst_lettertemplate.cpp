// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/blanks.h>
#include <ambroise/documents/letterfields.h>
#include <ambroise/documents/lettertemplate.h>

#include <support/result.h>

#include <QSet>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::documents;

namespace {

LetterTemplate::Parts parts(const QString &body)
{
    return {u"Avis"_qs, LetterKind::Letter, u"Avis pour {patient}"_qs, body, {}};
}

FieldValues madeleine()
{
    FieldValues values;
    values.set(u"patient", u"VASSEUR Madeleine"_qs);
    values.set(u"e", u"e"_qs);
    values.set(u"naissance", u"14/03/1958"_qs);
    values.set(u"problèmes", QStringList{u"HTA"_qs, u"Diabète de type 2"_qs});
    values.set(u"allergies", u"pénicilline"_qs);
    return values;
}

QStringList names(const QString &text)
{
    QStringList found;
    for (const text::Blank &field : text::blanksIn(text))
        found << text.mid(field.start, field.length);
    return found;
}

} // namespace

class TestLetterTemplate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anUnknownFieldIsRefusedByItsName()
    {
        const auto made = LetterTemplate::make(parts(u"Vu {patient}, {tension}."_qs));
        QCOMPARE_SUBJECT(made, "letter_template.field");
        QCOMPARE(made.error().detail, u"tension"_qs);
        auto wrong = parts(u"Vu {patient}."_qs);
        wrong.subject = u"Avis {pour}"_qs;
        QCOMPARE_SUBJECT(LetterTemplate::make(wrong), "letter_template.field");
    }

    void whatIsNoTemplateIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("error");
        const QString text = u"Bonjour."_qs;
        QTest::newRow("name") << u" "_qs << text << text << u"letter_template.name"_qs;
        QTest::newRow("long name")
            << QString(201, u'a') << text << text << u"letter_template.name"_qs;
        QTest::newRow("subject") << text << QString() << text << u"letter_template.subject"_qs;
        QTest::newRow("empty") << text << text << u" \n"_qs << u"letter_template.empty"_qs;
        QTest::newRow("long") << text << text << QString(20'001, u'a')
                              << u"letter_template.long"_qs;
    }
    void whatIsNoTemplateIsRefused()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, subject);
        QFETCH(const QString, body);
        QFETCH(const QString, error);
        const auto made = LetterTemplate::make({name, LetterKind::Letter, subject, body, {}});
        QVERIFY(!made.ok());
        QCOMPARE(made.error().subject, error);
    }

    void fieldsAreReadWhateverTheirAccentsAndCase()
    {
        QVERIFY_OK(LetterTemplate::make(parts(u"{AGE}, {problemes}, { Médecin Traitant }"_qs)));
        QCOMPARE(filled(u"{Patient}, né{e} le {NAISSANCE}"_qs, madeleine()),
                 u"VASSEUR Madeleine, née le 14/03/1958"_qs);
    }

    void aFieldAloneOnItsLineIsAList()
    {
        QCOMPARE(filled(u"Problèmes :\n{problèmes}"_qs, madeleine()),
                 u"Problèmes :\n- HTA\n- Diabète de type 2"_qs);
        QCOMPARE(filled(u"Problèmes : {problèmes}."_qs, madeleine()),
                 u"Problèmes : HTA, Diabète de type 2."_qs);
        QCOMPARE(filled(u"{allergies}"_qs, madeleine()), u"pénicilline"_qs);
    }

    void whatIsNotFilledInIsNeverNothing()
    {
        QCOMPARE(filled(u"Traitement : {traitement}."_qs, madeleine()),
                 u"Traitement : [traitement : non renseigné]."_qs);
        FieldValues nothing;
        nothing.set(u"allergies", QStringList{});
        QCOMPARE(filled(u"{allergies}"_qs, nothing), u"[allergies : non renseignées]"_qs);
        QCOMPARE(filled(u"né{e}"_qs, nothing), u"né[e : non renseigné]"_qs);
        nothing.set(u"e", QString());
        QCOMPARE(filled(u"né{e}"_qs, nothing), u"né"_qs); // a man
    }

    void everyFieldWithoutAValueIsToBeFilledIn()
    {
        for (const LetterField &field : letterFields()) {
            const QString text = filledLate(filled(u"a {%1} b"_qs.arg(field.name.toString()), {}),
                                            {}, u"24 novembre 2026"_qs);
            QCOMPARE(names(text).size(), field.name == u"date" ? 0 : 1);
        }
    }

    void aValueIsNoMarkupAndNoField()
    {
        FieldValues values;
        values.set(u"traitement", u"[PA] *x* {date} a_b -"_qs);
        const QString text = filled(u"{traitement}"_qs, values);
        QVERIFY(names(text).isEmpty());
        QVERIFY2(text.contains(u"\\{date\\}"_qs), qPrintable(text));
        QCOMPARE(filledLate(text, {}, u"24/11"_qs), text);
    }

    void aNoteKeepsItsLines()
    {
        FieldValues values;
        values.set(u"consultation", u"Toux.\n- Repos"_qs);
        QCOMPARE(filled(u"Vue :\n{consultation}\nFin"_qs, values),
                 u"Vue :\nToux.\n\\- Repos\nFin"_qs);
        QCOMPARE(filled(u"Vue : {consultation}"_qs, values), u"Vue : Toux. - Repos"_qs);
    }

    void aTextGivesItsValuesBackToTheirFields()
    {
        const QString text =
            u"**{patient}**, né{e} le {naissance}.\n{problèmes}\nAllergies : {allergies}."_qs;
        QCOMPARE(unfilled(filled(text, madeleine()), madeleine()), text);
        QCOMPARE(unfilled(u"Une nouvelle année, VASSEUR Madeleine."_qs, madeleine()),
                 u"Une nouvelle année, {patient}."_qs);
    }

    void freeFieldsStandInBrackets()
    {
        QCOMPARE(names(u"Pendant [durée], [côté droit] ou \\[rien] [ ] [a\nb]."_qs),
                 (QStringList{u"[durée]"_qs, u"[côté droit]"_qs}));
    }

    void thirtyStartersAreRead()
    {
        QVERIFY_OK(starters());
        QCOMPARE(starters()->size(), 30);
        QSet<QString> keys;
        QHash<LetterKind, int> kinds;
        for (const Starter &one : *starters()) {
            keys << one.key;
            ++kinds[one.text.kind()];
            QVERIFY2(!one.text.source().isEmpty(), qPrintable(one.key));
        }
        QCOMPARE(keys.size(), 30);
        QCOMPARE(kinds.value(LetterKind::Letter), 16);
        QCOMPARE(kinds.value(LetterKind::Certificate), 11);
        QCOMPARE(kinds.value(LetterKind::Form), 3);
    }

    void aCertificateSaysForWhomItWasMadeAndWhen()
    {
        for (const Starter &one : *starters()) {
            if (one.text.kind() != LetterKind::Certificate)
                continue;
            for (const QString &mention :
                 {u"{patient}"_qs, u"{naissance}"_qs, u"{date}"_qs, u"en main propre"_qs})
                QVERIFY2(one.text.body().contains(mention), qPrintable(one.key + mention));
        }
    }

    void aStarterWithoutItsHeadIsRefused()
    {
        QCOMPARE_SUBJECT(readStarter(u"x"_qs, "Bonjour"), "letter_template.file");
        QCOMPARE_SUBJECT(readStarter(u"x"_qs, "Nom : a\nObjet : b\n\nBonjour"),
                         "letter_template.file");
        QCOMPARE_SUBJECT(readStarter(u"x"_qs, "Nom : a\nGenre : tract\nObjet : b\n\nBonjour"),
                         "letter_template.file");
        QVERIFY_OK(readStarter(u"x"_qs, "Nom : a\nGenre : courrier\nObjet : b\n\nBonjour"));
    }
};
QTEST_GUILESS_MAIN(TestLetterTemplate)
#include "tst_lettertemplate.moc"
