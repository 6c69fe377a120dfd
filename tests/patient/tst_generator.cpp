// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/generator.h>

#include <QSet>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::patient;
using identity::IdentityStatus;

namespace {

constexpr int sample = 4000;

QList<NewPatient> people(quint64 seed, int count)
{
    Generator generator(seed);
    QList<NewPatient> out;
    for (int i = 0; i < count; ++i)
        out << generator.next();
    return out;
}

} // namespace

class TestGenerator : public QObject {
    Q_OBJECT
    QList<NewPatient> m_people = people(1, sample);

private Q_SLOTS:
    void theSameSeedGivesTheSamePeopleOnEveryMachine()
    {
        Chance chance(1);
        QCOMPARE(chance.next(), 0x910A2DEC89025CC1U); // SplitMix64's published first value
        QVERIFY(people(7, 200) == people(7, 200));
        QVERIFY(people(7, 200) != people(8, 200));
    }

    void nobodySharesAMatriculeAndAllAreOfTest()
    {
        QSet<QString> seen;
        for (const NewPatient &person : m_people) {
            if (!person.identity.ins())
                continue;
            QCOMPARE(person.identity.ins()->authority, identity::InsAuthority::TestNir);
            QVERIFY(person.identity.ins()->matricule.hasRightKey());
            const QString number = person.identity.ins()->matricule.toString();
            QVERIFY(!seen.contains(number));
            seen.insert(number);
        }
        QVERIFY(seen.size() > sample / 2);
    }

    void nobodyCanBeReached()
    {
        static const QRegularExpression fiction(
            u"^\\+33(19900|26191|35301|46571|53649|63998)[0-9]{4}\\z"_qs);
        for (const NewPatient &person : m_people) {
            for (const PhoneNumber &phone : person.contacts.phones)
                QVERIFY2(fiction.match(phone.international()).hasMatch(),
                         qPrintable(phone.international()));
            if (person.contacts.email)
                QVERIFY(person.contacts.email->toString().endsWith(u"@example.org"));
        }
    }

    void statusesAgesAndNamesAreSpreadAsInLife()
    {
        QHash<IdentityStatus, int> statuses;
        QHash<QString, int> surnames;
        int children = 0;
        int old = 0;
        int doubtful = 0;
        int homonyms = 0;
        for (const NewPatient &person : m_people) {
            ++statuses[person.identity.status()];
            ++surnames[person.identity.traits().surname().text()];
            const int year = person.identity.traits().birthDate().date().year();
            children += year > 2010 ? 1 : 0;
            old += year < 1950 ? 1 : 0;
            doubtful += person.identity.attributes().isDoubtful() ? 1 : 0;
            homonyms += person.identity.attributes().isHomonym() ? 1 : 0;
        }
        QCOMPARE(statuses.size(), 4);
        QVERIFY(statuses[IdentityStatus::Qualified] > sample / 2);
        QVERIFY(children > sample / 10 && children < sample / 4);
        QVERIFY(old > sample / 20 && old < sample / 4);
        QVERIFY(surnames[u"MARTIN"_qs] > surnames[u"CHABROL"_qs]);
        QVERIFY(surnames.size() > 250);
        QVERIFY(doubtful > 0 && homonyms > 0);
    }

    void hardNamesAreAmongThem()
    {
        QSet<QString> surnames;
        QSet<QString> given;
        bool accents = false;
        for (const NewPatient &person : m_people) {
            surnames << person.identity.traits().surname().text();
            given << person.identity.traits().firstGivenName().text();
            accents = accents || person.usedSurname.contains(u'é');
        }
        const auto some = [](const QSet<QString> &names, QStringView part) {
            return std::any_of(names.begin(), names.end(),
                               [&](const QString &name) { return name.contains(part); });
        };
        QVERIFY(some(surnames, u"--") && some(surnames, u"'") && some(surnames, u" "));
        QVERIFY(some(given, u"-"));
        QVERIFY(accents);
    }

    void twinsShareNameAndDay()
    {
        int twins = 0;
        for (qsizetype i = 1; i < m_people.size(); ++i) {
            const auto &a = m_people.at(i - 1).identity.traits();
            const auto &b = m_people.at(i).identity.traits();
            const bool same = a.surname() == b.surname() && a.birthDate() == b.birthDate();
            twins += same && a.firstGivenName() != b.firstGivenName() ? 1 : 0;
        }
        QVERIFY(twins > 0);
    }
};
QTEST_APPLESS_MAIN(TestGenerator)
#include "tst_generator.moc"
