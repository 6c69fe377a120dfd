// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"

#include <ambroise/patient/matching.h>

#include <support/folders.h>

#include <QDirIterator>
#include <QXmlStreamReader>

using namespace ambroise;
using namespace ambroise::identity;
using namespace ambroise::patient;
using Verdict = Match::Verdict;

namespace {

const QString nir = oid(InsAuthority::Nir);
const QString matricule = u"258036311398155"_qs;
const QString ourNumbers = u"1.2.250.1.999.1"_qs;
const QString examples = test::sharedFolder() + u"/data/interop/cda-ans-examples"_qs;

ToldTraits madeleine()
{
    return {u"VASSEUR"_qs,
            u"MADELEINE JEANNE"_qs,
            u"1958-03-14"_qs,
            u"F"_qs,
            u"63113"_qs,
            u"Clermont"_qs,
            false};
}

ToldPerson told(const QString &number = matricule, const QString &root = nir)
{
    return {{{root, number}, {u"1.2.3.4.5.6.7.8.9.10"_qs, u"1234567890121"_qs}},
            madeleine(),
            u"MADELEINE"_qs};
}

//! Of a record; every fact may be another one.
struct Held {
    ToldTraits traits = madeleine();
    std::optional<Ins> ins = Ins{*InsMatricule::fromInsi(matricule), InsAuthority::Nir};
    bool checked = true;
    IdentityAttributes attributes{};

    [[nodiscard]] NewPatient details() const
    {
        return {.identity =
                    *Identity::make(*traits.strict(), ins, {ins.has_value(), checked}, attributes)};
    }
};

QStringList reasonsOf(const Match &match, qsizetype candidate = 0)
{
    QStringList codes;
    for (const MatchReason reason : match.candidates.value(candidate).reasons)
        codes << code(reason);
    return codes;
}

//! The part of a CDA's header that names the patient; no more of it is read.
ToldPerson headerOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    ToldPerson out;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd() && !(xml.isEndElement() && xml.name() == u"recordTarget")) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        const auto attributes = xml.attributes();
        const QString qualifier = attributes.value(u"qualifier"_qs).toString();
        const QString value = attributes.value(u"value"_qs).toString();
        if (xml.name() == u"id" && out.traits.surname.isEmpty())
            out.ids << ToldId{attributes.value(u"root"_qs).toString(),
                              attributes.value(u"extension"_qs).toString()};
        else if (xml.name() == u"family" && qualifier == u"BR")
            out.traits.surname = xml.readElementText().trimmed();
        else if (xml.name() == u"given" && qualifier == u"BR")
            out.firstGivenName = xml.readElementText().trimmed();
        else if (xml.name() == u"given" && qualifier.isEmpty() && out.traits.givenNames.isEmpty())
            out.traits.givenNames = xml.readElementText().trimmed();
        else if (xml.name() == u"administrativeGenderCode" && out.traits.sex.isEmpty())
            out.traits.sex = attributes.value(u"code"_qs).toString();
        else if (xml.name() == u"birthTime" && out.traits.birthDate.isEmpty())
            out.traits.birthDate = value.left(4) + u'-' + value.mid(4, 2) + u'-' + value.mid(6, 2);
        else if (xml.name() == u"county")
            out.traits.birthPlace = xml.readElementText().trimmed();
    }
    return out;
}

//! The INS that is told, as a record would hold it.
std::optional<Ins> insOf(const ToldPerson &person)
{
    for (const ToldId &id : person.ids)
        if (const auto authority = authorityOf(id.root))
            return Ins{*InsMatricule::fromInsi(id.extension), *authority};
    return std::nullopt;
}

} // namespace

//! Incoming documents find their patient, or a person decides.
class TestMatching : public QObject {
    Q_OBJECT
    test::Engines m_engines;

    struct Practice {
        storage::Connection &db;
        PatientRepository &patients;

        [[nodiscard]] Match matchOf(const ToldPerson &person, bool invented = false) const
        {
            const PatientMatcher matcher(db, patients, {invented, ourNumbers});
            const auto match = matcher.match(person);
            return match.ok() ? *match : Match{};
        }
        PatientId add(const Held &held = {}) const
        {
            const auto id = patients.add(held.details(), test::brunel);
            return id.ok() ? *id : PatientId{};
        }
    };

private Q_SLOTS:
    void aQualifiedInsWithTheSameTraitsIsCertain_data() { m_engines.addRows(); }
    void aQualifiedInsWithTheSameTraitsIsCertain()
    {
        PATIENTS_OF_ROW(m_engines);
        const Practice practice{db, patients};
        const PatientId id = practice.add();
        const Match match = practice.matchOf(told());
        QCOMPARE(match.verdict, Verdict::Certain);
        QCOMPARE(match.candidates.size(), 1);
        QCOMPARE(match.candidates.first().summary.id, id);
        QVERIFY(match.candidates.first().compared.isEqual());
    }

    void accentsAndCaseAreNoDifference_data() { m_engines.addRows(); }
    void accentsAndCaseAreNoDifference()
    {
        PATIENTS_OF_ROW(m_engines);
        const Practice practice{db, patients};
        practice.add();
        ToldPerson person = told();
        person.traits.surname = u"Vasseur"_qs;
        person.traits.givenNames = u"Madéleine Jeanne"_qs;
        QCOMPARE(practice.matchOf(person).verdict, Verdict::Certain);
    }

    void whateverTraitDiffersAPersonDecides_data() { m_engines.addRows(); }
    void whateverTraitDiffersAPersonDecides()
    {
        PATIENTS_OF_ROW(m_engines);
        const Practice practice{db, patients};
        const PatientId id = practice.add();
        const QList<std::function<void(ToldTraits &)>> differences{
            [](ToldTraits &t) { t.surname = u"VASSEUR-MOREL"_qs; },
            [](ToldTraits &t) { t.givenNames = u"MADELEINE"_qs; },
            [](ToldTraits &t) { t.givenNames = u"MADELEINE-JEANNE"_qs; },
            [](ToldTraits &t) { t.birthDate = u"1958-03-15"_qs; },
            [](ToldTraits &t) { t.birthDate = u"1958-03-00"_qs; },
            [](ToldTraits &t) { t.sex = u"M"_qs; },
            [](ToldTraits &t) { t.sex.clear(); },
            [](ToldTraits &t) { t.birthPlace = u"63114"_qs; },
            [](ToldTraits &t) { t.birthPlace.clear(); },
            [](ToldTraits &t) {
                t = {};
            }};
        for (const auto &make : differences) {
            ToldPerson person = told();
            make(person.traits);
            const Match match = practice.matchOf(person);
            QCOMPARE(match.verdict, Verdict::Candidates);
            QCOMPARE(match.candidates.first().summary.id, id);
            QVERIFY(reasonsOf(match).contains(u"same_ins"));
            QVERIFY(reasonsOf(match).contains(u"traits_differ"));
        }
    }

    void anIdentityThatIsNotSureIsNeverCertain_data() { m_engines.addRows(); }
    void anIdentityThatIsNotSureIsNeverCertain()
    {
        PATIENTS_OF_ROW(m_engines);
        const Practice practice{db, patients};
        const auto matched = [&](const Held &held, bool archived = false) {
            const PatientId id = practice.add(held);
            if (archived && !patients.archive(id, 1, test::brunel).ok())
                return QString();
            const Match match = practice.matchOf(told());
            const QString reasons =
                match.verdict == Verdict::Candidates ? reasonsOf(match).join(u' ') : QString();
            // Out of the way of the next one: another person.
            Held gone = held;
            gone.traits.surname = u"PARTI"_qs;
            gone.traits.birthDate = u"1901-01-01"_qs;
            gone.ins.reset();
            gone.checked = false;
            const auto now = patients.reload(id);
            (void)patients.decide(id, now->version,
                                  {{.cause = Cause::Corrected, .after = gone.details().identity}},
                                  test::brunel);
            return reasons;
        };
        QCOMPARE(matched({.checked = false}), u"same_ins close_traits not_qualified"_qs);
        QCOMPARE(matched({.attributes = *IdentityAttributes::make(false, false, true)}),
                 u"same_ins close_traits homonym"_qs);
        QCOMPARE(matched({}, true), u"same_ins close_traits archived"_qs);
    }

    void aDoubtfulRecordIsFoundByTheInsThatItHad_data() { m_engines.addRows(); }
    void aDoubtfulRecordIsFoundByTheInsThatItHad()
    {
        PATIENTS_OF_ROW(m_engines);
        const Practice practice{db, patients};
        const PatientId id = practice.add();
        const Identity before = patients.reload(id)->details.identity;
        QVERIFY_OK(patients.decide(
            id, 1,
            {{.cause = Cause::Attributes,
              .after = before.withAttributes(*IdentityAttributes::make(true, false, false)),
              .reason = u"Deux personnes ?"_qs}},
            test::brunel));
        const Match match = practice.matchOf(told());
        QCOMPARE(match.verdict, Verdict::Candidates);
        QCOMPARE(reasonsOf(match).join(u' '), u"former_ins close_traits not_qualified doubtful"_qs);
    }

    void aFictiveRecordIsACandidateAtMost_data() { m_engines.addRows(); }
    void aFictiveRecordIsACandidateAtMost()
    {
        PATIENTS_OF_ROW(m_engines);
        const Practice practice{db, patients};
        practice.add({.ins = {},
                      .checked = false,
                      .attributes = *IdentityAttributes::make(false, true, false)});
        const Match match = practice.matchOf(told());
        QCOMPARE(match.verdict, Verdict::Candidates);
        QCOMPARE(reasonsOf(match).join(u' '), u"close_traits not_qualified fictive"_qs);
    }

    void theSameTraitsUnderAnotherInsAreACandidate_data() { m_engines.addRows(); }
    void theSameTraitsUnderAnotherInsAreACandidate()
    {
        PATIENTS_OF_ROW(m_engines);
        const Practice practice{db, patients};
        practice.add();
        const Match other = practice.matchOf(told(u"258036311300055"_qs));
        QCOMPARE(other.verdict, Verdict::Candidates);
        QCOMPARE(reasonsOf(other).join(u' '), u"close_traits other_ins"_qs);
        const Match nia = practice.matchOf(told(matricule, oid(InsAuthority::Nia)));
        QCOMPARE(nia.verdict, Verdict::Candidates);
        QCOMPARE(reasonsOf(nia).join(u' '), u"same_matricule close_traits other_ins"_qs);
    }

    void withoutAnInsNothingIsCertain_data() { m_engines.addRows(); }
    void withoutAnInsNothingIsCertain()
    {
        PATIENTS_OF_ROW(m_engines);
        const Practice practice{db, patients};
        const PatientId id = practice.add();
        const Match byTraits = practice.matchOf({{}, madeleine(), {}});
        QCOMPARE(byTraits.verdict, Verdict::Candidates);
        QCOMPARE(reasonsOf(byTraits).join(u' '), u"close_traits no_ins"_qs);
        QCOMPARE(byTraits.candidates.first().closeness, Closeness::SameTraits);
        const Match byNumber = practice.matchOf({{{ourNumbers, id.toString()}}, {}, {}});
        QCOMPARE(byNumber.verdict, Verdict::Candidates);
        QCOMPARE(reasonsOf(byNumber).join(u' '), u"own_number traits_differ no_ins"_qs);
    }

    void twoInsInOneMessageAreForAPerson_data() { m_engines.addRows(); }
    void twoInsInOneMessageAreForAPerson()
    {
        PATIENTS_OF_ROW(m_engines);
        const Practice practice{db, patients};
        practice.add();
        ToldPerson person = told();
        person.ids << ToldId{nir, u"258036311300055"_qs};
        const Match match = practice.matchOf(person);
        QCOMPARE(match.verdict, Verdict::Candidates);
        QVERIFY(reasonsOf(match).contains(u"several_ins"));
    }

    void somebodyUnknownIsNobody_data() { m_engines.addRows(); }
    void somebodyUnknownIsNobody()
    {
        PATIENTS_OF_ROW(m_engines);
        const Practice practice{db, patients};
        practice.add();
        ToldPerson person = told(u"191096311397248"_qs);
        person.traits = {u"WEBER"_qs, u"ANTON"_qs, u"1991-09-02"_qs, u"M"_qs, u"63113"_qs};
        QCOMPARE(practice.matchOf(person).verdict, Verdict::Nobody);
        QCOMPARE(practice.matchOf({}).verdict, Verdict::Nobody);
        QCOMPARE(practice.matchOf({{{nir, u"pas un matricule"_qs}}, {}, {}}).verdict,
                 Verdict::Nobody);
    }

    void aTestIdentityIsOfNobodyInARealPractice_data() { m_engines.addRows(); }
    void aTestIdentityIsOfNobodyInARealPractice()
    {
        PATIENTS_OF_ROW(m_engines);
        const Practice practice{db, patients};
        practice.add({.ins = Ins{*InsMatricule::fromInsi(matricule), InsAuthority::TestNir}});
        for (const InsAuthority test : {InsAuthority::TestNir, InsAuthority::DemoNir}) {
            const Match match = practice.matchOf(told(matricule, oid(test)));
            QCOMPARE(match.verdict, Verdict::TestPerson);
            QVERIFY(match.candidates.isEmpty());
        }
        const QString testOid = oid(InsAuthority::TestNir);
        QCOMPARE(practice.matchOf(told(matricule, testOid), true).verdict, Verdict::Certain);
    }

    void theExamplesOfTheAnsFindTheirPatient_data() { m_engines.addRows(); }
    void theExamplesOfTheAnsFindTheirPatient()
    {
        if (!QDir(examples).exists())
            QSKIP("the examples of the ANS are not on this machine");
        PATIENTS_OF_ROW(m_engines);
        const Practice practice{db, patients};
        QSet<QString> known;
        int certain = 0;
        int read = 0;
        QDirIterator files(examples, {u"*.xml"_qs}, QDir::Files);
        for (; files.hasNext(); ++read) {
            const QString path = files.next();
            const ToldPerson person = headerOf(path);
            const auto ins = insOf(person);
            QVERIFY2(ins, qPrintable(path));
            const bool isFirst = !known.contains(ins->matricule.toString());
            if (isFirst) // the record that the others are to find
                QVERIFY_OK(patients.add(Held{.traits = person.traits, .ins = ins}.details(),
                                        test::brunel));
            known.insert(ins->matricule.toString());
            const Match match = practice.matchOf(person, true);
            certain += match.verdict == Verdict::Certain ? 1 : 0;
            QVERIFY2(match.verdict == Verdict::Certain ||
                         (!isFirst && reasonsOf(match).contains(u"traits_differ")),
                     qPrintable(path + u' ' + reasonsOf(match).join(u' ')));
            const Match real = practice.matchOf(person);
            QCOMPARE(real.verdict == Verdict::TestPerson, !isReal(ins->authority));
        }
        QVERIFY(certain >= known.size());
        qInfo("%d documents, %d people, %d certain", read, int(known.size()), certain);
    }
};

QTEST_GUILESS_MAIN(TestMatching)
#include "tst_matching.moc"
