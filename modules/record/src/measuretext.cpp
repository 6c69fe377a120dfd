// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/measuretext.h>

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace ambroise::record {
namespace {

using enum MeasureKind;

//! Above it a blood pressure was typed in mmHg, under it in cmHg.
constexpr double highestInCentimetres = 30;
//! Above it a glycaemia without its unit may be in mmol/L as well as in g/L.
constexpr double lowestInMillimoles = 3;
constexpr double mgPerLitreToMicromoles = 8.84;       // of creatinine: 113.12 g/mol
constexpr double millimolesToGramsPerLitre = 0.18016; // of glucose: 180.16 g/mol

struct Pattern {
    MeasureKind kind;
    //! Groups: "v" the value, "w" the second one, "u" the unit, "c" or "d" the circumstance.
    QStringView expression;
};

// In the expressions ~n is a number, ~l what stands between a name and its number, ~p a position or
// a side, ~m « par minute », ~b what a term of birth is told by; a name is a whole word, and a
// number is not a part of a longer one, of a date or of a fraction, nor a duration or the size of
// something small. A position that a number follows is that number's.
constexpr std::array patterns = {
    Pattern{
        BloodPressure,
        u"(?:TA|PA|tension)(?:\\s+(?:en\\s+position\\s+)?(?<c>~p))?~l(?<v>~n)\\s*[/-]\\s*(?<w>~n)"
        u"(?:\\s*(?<u>mmHg|cmHg))?(?(<c>)|(?:\\s+(?:en\\s+position\\s+)?(?<d>~p)(?!~l\\d))?)"},
    Pattern{Weight, u"(?:poids|pds)~l(?<v>~n)(?:\\s*(?<u>kg|g)\\b)?"},
    Pattern{WaistCircumference, u"(?:tour\\s+de\\s+taille|TT)~l(?<v>~n)"}, // before the height
    Pattern{Height, u"taille~l(?<v>[12])\\s*m\\s*(?<w>\\d{2})(?:\\s*cm)?"},
    Pattern{Height, u"(?<v>1)\\s*m\\s*(?<w>\\d{2})(?:\\s*cm)?"},
    Pattern{Height, u"taille~l(?<v>~n)(?:\\s*(?<u>cm|m)\\b)?"},
    Pattern{HeartRate, u"(?:FC|pouls)~l(?<v>~n)~m"},
    Pattern{RespiratoryRate, u"(?:FR|fr[ée]quence\\s+respiratoire)~l(?<v>~n)~m"},
    Pattern{Temperature, u"(?:T°|temp(?:[ée]rature)?)~l(?<v>~n)(?:\\s*°\\s*C?)?"},
    Pattern{OxygenSaturation, u"(?:SpO2|SaO2|sat(?:uration)?)~l(?<v>~n)"},
    Pattern{Glycaemia,
            u"(?:glyc[ée]mie(?:\\s+capillaire)?|dextro)~l(?<v>~n)(?:\\s*(?<u>g/l|mmol/l))?"},
    Pattern{HbA1c, u"HbA1c~l(?<v>~n)"},
    Pattern{Creatinine, u"cr[ée]at(?:inine|inin[ée]mie)?~l(?<v>~n)\\s*(?<u>[µμu]mol/l|mg/l)"},
    Pattern{GlomerularFiltration, u"DFG~l(?<v>~n)"},
    Pattern{HeadCircumference, u"(?:PC|p[ée]rim[èe]tre\\s+cr[âa]nien)~l(?<v>~n)"},
    Pattern{Pain, u"EVA~l(?<v>\\d{1,2})(?:\\s*/\\s*10)?"},
    Pattern{PeakFlow,
            u"(?:DEP|peak[\\s-]?flow|d[ée]bit\\s+(?:expiratoire\\s+)?de\\s+pointe)~l(?<v>~n)"
            u"(?:\\s*l/min)?"},
    Pattern{BirthTerm,
            u"~b~l(?<v>\\d{2})(?:\\s*SA)?\\s*\\+\\s*(?<w>[0-6])(?:/7|\\s*j(?:ours?)?\\b)?"
            u"(?:\\s*SA\\b)?"},
    Pattern{BirthTerm, // in small letters « sa » is a word
            u"~b~l(?<v>\\d{2})\\s*(?-i:SA)\\b(?!\\s*\\+)(?:\\s*(?:et\\s*)?(?<w>[0-6])\\s*"
            u"j(?:ours?)?\\b)?"},
};

//! A blood pressure told without its name, right after another one: « TA couché 14/8, debout 11/7
//! », « TA 15/9 puis 13/8 ».
constexpr Pattern further{
    BloodPressure,
    u"\\G(?:\\s*[,;.])?(?:\\s*(?<k>puis|→|->))?(?:\\s*et)?\\s*(?:en\\s+position\\s+)?"
    u"(?<c>~p)?~l(?<v>~n)\\s*/\\s*(?<w>~n)(?:\\s*(?<u>mmHg|cmHg))?"
    u"(?(<c>)|(?:\\s+(?<d>~p)(?!~l\\d))?)"};

double number(const QString &text)
{
    QString pointed = text;
    return pointed.replace(u',', u'.').toDouble();
}

//! In the unit of the kind.
double converted(MeasureKind kind, double value, const QString &unit)
{
    if (kind == Weight && unit == u"g")
        return value / 1000;
    if (kind == Height && (unit == u"m" || (unit.isEmpty() && value < 3)))
        return value * 100;
    if (kind == Glycaemia && unit == u"mmol/l")
        return value * millimolesToGramsPerLitre;
    if (kind == Creatinine && unit == u"mg/l")
        return value * mgPerLitreToMicromoles;
    return value;
}

Result<Measure> measureOf(MeasureKind kind, const QRegularExpressionMatch &match)
{
    const QString unit = match.captured(u"u").toLower();
    const double value = number(match.captured(u"v"));
    const QString second = match.captured(u"w");
    if (kind == Height && !second.isEmpty()) // 1m72
        return Measure::make(kind, value * 100 + number(second));
    if (kind == Glycaemia && unit.isEmpty() && value >= lowestInMillimoles)
        return Error{ErrorCode::Invalid, u"measure.range"_qs, {}};
    if (kind == BirthTerm)
        return Measure::make(kind, value, number(second)); // no days: 0
    if (kind != BloodPressure)
        return Measure::make(kind, converted(kind, value, unit));
    const bool inCentimetres = unit == u"cmhg" || (unit.isEmpty() && value <= highestInCentimetres);
    const double factor = inCentimetres ? 10 : 1;
    AMBROISE_TRY(const Measure pressure,
                 Measure::make(kind, value * factor, number(second) * factor));
    const QString place = match.captured(u"c") + match.captured(u"d"); // one of them is empty
    return pressure.in(place.toLower().simplified());
}

QRegularExpression compiled(const Pattern &pattern)
{
    const bool follows = pattern.expression.startsWith(u"\\G");
    QString expression =
        (follows ? QString() : u"(?<![\\p{L}\\d])"_qs) + pattern.expression.toString() +
        u"(?![\\d/]|[.,]\\d|\\s*(?:mm(?!Hg)|mmol|ans?|mois|jours?|semaines?|h)\\b)"_qs;
    expression.replace(u"~n"_qs, u"\\d{1,4}(?:[.,]\\d{1,3})?"_qs);
    expression.replace(u"~p"_qs, u"(?:couchée?|assise?|debout(?:\\s+(?:à\\s+)?\\d{1,2}\\s*min)?|"
                                 u"bras\\s+(?:droit|gauche))"_qs);
    expression.replace(
        u"~b"_qs,
        u"(?:terme(?:\\s+(?:de\\s+|à\\s+la\\s+)?naissance)?|pr[ée]maturée?\\s+de|(?:naissance|"
        u"n[ée]e?(?:\\s+pr[ée]maturée?|\\s+le\\s+[\\d/]+)?|pr[ée]maturée?)(?=\\s+à\\s))"_qs);
    expression.replace(u"~m"_qs, u"(?:\\s*(?:/|par)\\s*min(?:ute)?|\\s*bpm)?"_qs);
    expression.replace(u"~l"_qs, u"\\s*(?:[:=à]|est\\s+à)?\\s*"_qs);
    return QRegularExpression(expression, QRegularExpression::CaseInsensitiveOption |
                                              QRegularExpression::UseUnicodePropertiesOption);
}

const QRegularExpression &expressionOf(size_t index)
{
    static const auto all = [] {
        std::array<QRegularExpression, patterns.size()> expressions;
        std::transform(patterns.begin(), patterns.end(), expressions.begin(), compiled);
        return expressions;
    }();
    return all.at(index);
}

bool overlaps(const QList<MeasureMention> &mentions, qsizetype start, qsizetype length)
{
    return std::any_of(mentions.begin(), mentions.end(), [&](const MeasureMention &one) {
        return start < one.start + one.length && one.start < start + length;
    });
}

bool isDigit(QChar one)
{
    return one.isDigit();
}

MeasureMention mentionOf(const QRegularExpressionMatch &match, const Measure &measure)
{
    return {match.capturedStart(), match.capturedLength(), measure};
}

//! Blood pressures that follow that one.
void addFurther(const QString &text, QList<MeasureMention> &mentions)
{
    static const QRegularExpression expression = compiled(further);
    for (;;) {
        const MeasureMention &last = mentions.last();
        const auto match = expression.match(text, last.start + last.length);
        const bool told = match.hasMatch() &&
                          (!match.captured(u"k").isEmpty() || !match.captured(u"c").isEmpty());
        const auto measure = told ? measureOf(BloodPressure, match)
                                  : Error{ErrorCode::Invalid, u"measure.pair"_qs, {}};
        if (!measure.ok())
            return;
        mentions << mentionOf(match, *measure);
    }
}

//! In the order of the text; `wrong` is why the first one that cannot be is none.
QList<MeasureMention> read(const QString &text, std::optional<Error> *wrong)
{
    QList<MeasureMention> mentions;
    for (size_t i = 0; i < patterns.size(); ++i) {
        auto matches = expressionOf(i).globalMatch(text);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            if (overlaps(mentions, match.capturedStart(), match.capturedLength()))
                continue;
            const auto measure = measureOf(patterns.at(i).kind, match);
            if (!measure.ok()) {
                if (wrong && !*wrong)
                    *wrong = measure.error();
                continue;
            }
            mentions << mentionOf(match, *measure);
            if (patterns.at(i).kind == BloodPressure)
                addFurther(text, mentions);
        }
    }
    std::sort(mentions.begin(), mentions.end(),
              [](const auto &a, const auto &b) { return a.start < b.start; });
    return mentions;
}

} // namespace

QList<MeasureMention> measuresIn(QStringView text)
{
    return read(text.toString(), nullptr);
}

QString typed(const Measure &measure)
{
    const QString text = definitionOf(measure.kind()).name.toString() + u' ' + measure.shown();
    return (text + u' ' + measure.circumstance()).trimmed();
}

Result<QList<Measure>> measuresTyped(QStringView text)
{
    std::optional<Error> wrong;
    QString left = text.toString();
    const QList<MeasureMention> mentions = read(left, &wrong);
    if (wrong)
        return *wrong;
    QList<Measure> measures;
    for (const MeasureMention &mention : mentions) {
        measures << mention.measure;
        left.replace(mention.start, mention.length, QString(mention.length, u' '));
    }
    const bool numbersLeft = std::any_of(left.begin(), left.end(), &isDigit);
    if (measures.isEmpty() || numbersLeft)
        return Error{ErrorCode::Invalid, u"measure.unread"_qs, {}};
    return measures;
}

} // namespace ambroise::record
