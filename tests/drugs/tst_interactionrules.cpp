// SPDX-License-Identifier: GPL-3.0-or-later
#include "interactionfixture.h"
#include "realdata.h"

#include <ambroise/drugs/drug.h>

#include <support/result.h>

#include <QRandomGenerator>
#include <QtTest>

#include <algorithm>
#include <set>

using namespace ambroise;
using namespace ambroise::drugs;
using namespace ambroise::test;

//! The rules of prescription.md §7.2 written once more, from the text and over the tables as they
//! are published: names, sets of names, and rows. It shares with the program the matching of
//! substances, and nothing of how rules are found.
namespace {

constexpr int prescriptions = 20000;

QList<QStringList> linesOf(const QString &path)
{
    QList<QStringList> lines;
    for (const QString &text : QString::fromUtf8(sharedContent(path)).split(u'\n'))
        if (!text.isEmpty())
            lines << text.split(u'\t');
    if (!lines.isEmpty())
        lines.removeFirst(); // names of the columns
    return lines;
}

struct NaiveSubstance {
    QString code;
    QString base;
    std::set<QString> names; //!< of the thesaurus
    std::set<QString> terms; //!< the names and their classes
};

struct NaiveDrug {
    std::vector<NaiveSubstance> substances;
    QStringList routes;
};

struct NaiveRow {
    QString a;
    QString b;
    QString levels;
};

//! What stands between two lines: the two names, in alphabetical order, and the levels.
using Told = std::set<std::pair<QStringList, QString>>;

class NaiveRules {
public:
    NaiveRules()
    {
        for (const QStringList &line : linesOf(u"/data/ansm/2023-09/interactions.tsv"_qs))
            m_rows[line.at(0)].push_back({line.at(0), line.at(1), line.at(3)});
        for (const QStringList &line : linesOf(u"/data/ansm/2023-09/classes.tsv"_qs))
            m_classesOf[line.at(1)].insert(line.at(0));
    }

    [[nodiscard]] NaiveSubstance substance(const TreatedSubstance &given, const QStringList &names,
                                           const QStringList &classes,
                                           const QStringList &routes) const
    {
        NaiveSubstance one{given.code, substanceBase(substanceKey(given.name)), {}, {}};
        for (const QString &name : names)
            one.names.insert(name);
        one.terms = one.names;
        for (const QString &name : classes)
            one.terms.insert(name);
        for (const QString &name : names)
            for (const QString &cls : m_classesOf.value(name))
                if (isMemberBy(cls, name, routes))
                    one.terms.insert(cls);
        if (isLocal(routes) && !isConcernedLocally(one.terms, routes))
            one.terms.clear();
        return one;
    }

    [[nodiscard]] Told between(const NaiveDrug &one, const NaiveDrug &other) const
    {
        Told told;
        for (const NaiveSubstance &x : one.substances)
            applyTo(x, other, told);
        for (const NaiveSubstance &y : other.substances)
            applyTo(y, one, told);
        return told;
    }

private:
    //! Every row whose left side x is of.
    void applyTo(const NaiveSubstance &x, const NaiveDrug &drug, Told &told) const
    {
        for (const QString &term : x.terms) {
            const auto rows = m_rows.constFind(term);
            if (rows == m_rows.cend())
                continue;
            for (const NaiveRow &row : *rows)
                if (meets(row, x, drug))
                    told.insert({names(row), row.levels});
        }
    }

    [[nodiscard]] bool meets(const NaiveRow &row, const NaiveSubstance &x,
                             const NaiveDrug &drug) const
    {
        if (row.b == u"MÉDICAMENTS ADMINISTRÉS PAR VOIE ORALE")
            return drug.routes.isEmpty() || drug.routes.contains(u"orale"_qs);
        if (row.b == u"MÉDICAMENTS UTILISÉS PAR VOIE VAGINALE")
            return drug.routes.contains(u"vaginale"_qs);
        if (row.b == u"AUTRES MÉDICAMENTS AGISSANT SUR L'HÉMOSTASE" || row.b == u"THÉINE")
            return false;
        const bool iron = row.b == u"SELS DE FER PAR VOIE INJECTABLE";
        const bool another = row.b.startsWith(u"AUTRES ") || row.b == u"FIBRATES (AUTRES)";
        const QString wanted = another ? row.a : row.b;
        for (const NaiveSubstance &y : drug.substances) {
            if (iron && y.names.contains(u"FER"_qs) && isInjected(drug.routes))
                return true;
            if (!iron && y.terms.contains(wanted) && !isSame(x, y))
                return true;
        }
        return false;
    }

    static bool isSame(const NaiveSubstance &x, const NaiveSubstance &y)
    {
        if (!x.code.isEmpty() && x.code == y.code)
            return true;
        if (x.base == y.base && !x.base.isEmpty())
            return true;
        return std::any_of(x.names.begin(), x.names.end(),
                           [&y](const QString &name) { return y.names.contains(name); });
    }

    static bool isInjected(const QStringList &routes)
    {
        return routes.isEmpty() || routes.contains(u"intraveineuse"_qs) ||
               routes.contains(u"intramusculaire"_qs) || routes.contains(u"sous-cutanée"_qs);
    }

    static bool isLocal(const QStringList &routes)
    {
        static const QSet<QString> local{
            u"cutanée"_qs,          u"ophtalmique"_qs,        u"auriculaire"_qs,
            u"nasale"_qs,           u"vaginale"_qs,           u"dentaire"_qs,
            u"gingivale"_qs,        u"endosinusale"_qs,       u"épilésionnelle"_qs,
            u"intravitréenne"_qs,   u"intraoculaire"_qs,      u"subrétinale"_qs,
            u"intracamérulaire"_qs, u"sous-conjonctivale"_qs, u"péribulbaire"_qs};
        int others = 0;
        for (const QString &route : routes)
            others += local.contains(route) ? 0 : 1;
        return !routes.isEmpty() && others == 0;
    }

    //! "Voies locales non concernées" except …
    static bool isConcernedLocally(const std::set<QString> &terms, const QStringList &routes)
    {
        const auto is = [&terms](QStringView name) {
            return std::any_of(terms.begin(), terms.end(), [name](const QString &term) {
                return substanceKey(term) == substanceKey(name);
            });
        };
        const auto by = [&routes](const char16_t *route) {
            return routes.contains(QString::fromUtf16(route));
        };
        if (is(u"MICONAZOLE") || is(u"ECONAZOLE") || is(u"POVIDONE IODÉE") ||
            is(u"ANTISEPTIQUES MERCURIELS"))
            return true;
        if (by(u"ophtalmique"))
            for (const QString &term : terms)
                if (term == u"PILOCARPINE" ||
                    (term.startsWith(u"BÊTA-BLOQUANTS") && term.contains(u"Y COMPRIS COLLYRES")))
                    return true;
        if (by(u"nasale") && (is(u"eskétamine") || is(u"desmopressine") || is(u"ephedrine") ||
                              is(u"naloxone") || is(u"DIHYDROERGOTAMINE") || is(u"FENTANYL") ||
                              is(u"sumatriptan") || is(u"virus vivant atténué de la grippe") ||
                              is(u"SYMPATHOMIMÉTIQUES ALPHA (VOIES ORALE ET/OU NASALE)")))
            return true;
        if (by(u"gingivale") && is(u"FENTANYL"))
            return true;
        if ((by(u"dentaire") || by(u"gingivale")) &&
            is(u"ADRÉNALINE (VOIE BUCCO-DENTAIRE OU SOUS-CUTANÉE)"))
            return true;
        return by(u"vaginale") && (is(u"SPERMICIDES") || is(u"ethinylestradiol") ||
                                   is(u"etonogestrel") || is(u"PROGESTERONE"));
    }

    //! Erythromycin and vincamine by vein alone, amphotericin B as well.
    static bool isMemberBy(const QString &cls, const QString &name, const QStringList &routes)
    {
        if (routes.isEmpty() || routes.contains(u"intraveineuse"_qs))
            return true;
        const QString key = substanceKey(name);
        const bool torsade = cls == u"SUBSTANCES SUSCEPTIBLES DE DONNER DES TORSADES DE POINTES" ||
                             cls.startsWith(u"TORSADOGÈNES (SAUF");
        if (torsade && (key == u"ERYTHROMYCINE" || key == u"VINCAMINE"))
            return false;
        if (cls.startsWith(u"TORSADOGÈNES (SAUF") && key == u"SPIRAMYCINE")
            return routes.contains(u"orale"_qs);
        return !(cls == u"HYPOKALIÉMIANTS" && key == u"AMPHOTERICINE B");
    }

    static QStringList names(const NaiveRow &row)
    {
        QStringList both{row.a, row.b};
        both.sort();
        return both;
    }

    QHash<QString, std::vector<NaiveRow>> m_rows; //!< by left side
    QHash<QString, QSet<QString>> m_classesOf;
};

//! Marketed drugs, read straight from the publisher's files.
QList<TreatmentLine> marketedDrugs()
{
    const auto rows = [](const QString &name) {
        QFile file(bdpmFolder() + u"/2026-05/"_qs + name);
        QList<QStringList> all;
        if (file.open(QIODevice::ReadOnly))
            for (const QString &text : QString::fromLatin1(file.readAll()).split(u"\r\n"_qs))
                all << text.split(u'\t');
        return all;
    };
    QHash<QString, QList<Component>> compositions;
    for (const QStringList &row : rows(u"CIS_COMPO_bdpm.txt"_qs))
        if (row.size() >= 8)
            compositions[row.at(0)].append(
                {row.at(1),
                 row.at(2),
                 row.at(3),
                 {},
                 {},
                 row.at(6) == u"FT" ? Component::Nature::Therapeutic : Component::Nature::Active,
                 row.at(7).toInt()});
    QList<TreatmentLine> drugs;
    for (const QStringList &row : rows(u"CIS_bdpm.txt"_qs)) {
        if (row.size() < 7 || row.at(6) != u"Commercialisée")
            continue;
        TreatmentLine line;
        for (const QString &route : row.at(3).split(u';', Qt::SkipEmptyParts))
            line.routes << route.trimmed();
        for (const Substance &one : activeSubstances(compositions.value(row.at(0))))
            line.substances.append({one.code, one.name, {}});
        drugs << line;
    }
    return drugs;
}

QString levelsOf(const QList<InteractionLevel> &levels)
{
    QStringList codes;
    for (const InteractionLevel level : levels)
        codes << code(level);
    return codes.join(u'/');
}

//! One unfolded, the first; no stronger one after a weaker one.
bool isRanked(const QList<Interaction> &found)
{
    for (qsizetype i = 0; i < found.size(); ++i) {
        if (found.at(i).folded != (i > 0))
            return false;
        if (i > 0 && (found.at(i).level > found.at(i - 1).level ||
                      (found.at(i).level == found.at(i - 1).level &&
                       found.at(i).specificity > found.at(i - 1).specificity)))
            return false;
    }
    return true;
}

} // namespace

class TestInteractionRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theProgramTellsWhatTheTextSays()
    {
        NEEDS_THESAURUS(thesaurus);
        if (bdpmFolder().isEmpty())
            QSKIP("The public drug base is not at hand (AMBROISE_SHARED)");
        const auto base = InteractionBase::make(thesaurus);
        QVERIFY_OK(base);
        const NaiveRules rules;
        const QList<TreatmentLine> drugs = marketedDrugs();
        QVERIFY2(drugs.size() > 13000, qPrintable(QString::number(drugs.size())));

        QHash<int, InteractionBase::Line> prepared;
        QHash<int, NaiveDrug> naive;
        const auto ready = [&](int drug) {
            if (prepared.contains(drug))
                return;
            const TreatmentLine &line = drugs.at(drug);
            prepared.insert(drug, base->prepare(line));
            NaiveDrug one{{}, line.routes};
            for (const TreatedSubstance &substance : line.substances) {
                const auto match = base->substances().match(substance.code, substance.name);
                QStringList names;
                QStringList classes;
                for (const int group : match.groups)
                    names << thesaurus.groups.at(group).label;
                for (const int cls : match.classes)
                    classes << thesaurus.classes.at(cls).label;
                one.substances.push_back(rules.substance(substance, names, classes, line.routes));
            }
            naive.insert(drug, one);
        };

        QRandomGenerator random(20230915); // the same on each run
        qint64 pairs = 0;
        qint64 alerts = 0;
        for (int n = 0; n < prescriptions; ++n) {
            QList<int> chosen;
            QList<InteractionBase::Line> lines;
            for (int count = random.bounded(2, 16); count > 0; --count) {
                chosen << random.bounded(int(drugs.size()));
                ready(chosen.last());
                lines << prepared.value(chosen.last());
            }
            QHash<std::pair<int, int>, QList<Interaction>> found;
            for (const Interaction &one : base->check(lines, {}))
                found[{one.first, one.second}] << one;
            for (int i = 0; i < lines.size(); ++i)
                for (int j = i + 1; j < lines.size(); ++j) {
                    const QList<Interaction> ours = found.value({i, j});
                    Told told;
                    for (const Interaction &one : ours) {
                        QStringList both{one.subjectOfFirst, one.subjectOfSecond};
                        both.sort();
                        told.insert({both, levelsOf(one.levels)});
                    }
                    ++pairs;
                    alerts += ours.size();
                    const Told expected = rules.between(naive[chosen.at(i)], naive[chosen.at(j)]);
                    QVERIFY2(told == expected && qsizetype(told.size()) == ours.size(),
                             qPrintable(different(drugs.at(chosen.at(i)), drugs.at(chosen.at(j)),
                                                  told, expected)));
                    QVERIFY(isRanked(ours));
                }
        }
        qInfo("%lld pairs of lines, %lld rules that apply", pairs, alerts);
        QVERIFY(alerts > 10000);
    }

    void howMuchOfWhatIsMarketedIsMatched()
    {
        NEEDS_THESAURUS(thesaurus);
        if (bdpmFolder().isEmpty())
            QSKIP("The public drug base is not at hand (AMBROISE_SHARED)");
        const auto map = SubstanceMap::make(thesaurus, InteractionTables::builtIn().substances);
        QVERIFY_OK(map);
        QHash<Coverage, int> counts;
        for (const TreatmentLine &line : marketedDrugs()) {
            QSet<std::pair<QString, QString>> once;
            for (const TreatedSubstance &one : line.substances)
                once.insert({one.code, one.name});
            for (const auto &[code, name] : once)
                ++counts[map->match(code, name).coverage];
        }
        qInfo("%d matched, %d absent, %d not matched", counts[Coverage::Checked],
              counts[Coverage::AbsentFromThesaurus], counts[Coverage::Unmatched]);
        QVERIFY(counts[Coverage::Checked] >= 10800);
        QVERIFY(counts[Coverage::Unmatched] <= 2250);
    }

private:
    static QString different(const TreatmentLine &a, const TreatmentLine &b, const Told &told,
                             const Told &expected)
    {
        QStringList out;
        for (const TreatmentLine *line : {&a, &b})
            for (const TreatedSubstance &one : line->substances)
                out << one.name + u' ' + line->routes.join(u';');
        for (const auto &[names, levels] : told)
            if (!expected.contains({names, levels}))
                out << u"more: "_qs + names.join(u" + "_qs) + u' ' + levels;
        for (const auto &[names, levels] : expected)
            if (!told.contains({names, levels}))
                out << u"less: "_qs + names.join(u" + "_qs) + u' ' + levels;
        return out.join(u" | "_qs);
    }
};

QTEST_GUILESS_MAIN(TestInteractionRules)
#include "tst_interactionrules.moc"
