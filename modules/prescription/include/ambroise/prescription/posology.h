// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/prescription/doseunit.h>

#include <QDate>
#include <QList>
#include <QStringList>
#include <QTime>

//! How a drug is taken, after the national model (logical `fr-posologie`, HAS « structuration de la
//! posologie »). Texts kept in it are as they were written.
namespace ambroise::prescription {

enum class TimeUnit { Minute, Hour, Day, Week, Month, Year };

//! "10 jours"; of count 0: not said.
struct Span {
    int count = 0;
    TimeUnit unit = TimeUnit::Day;

    [[nodiscard]] bool isSaid() const { return count > 0; }
    //! Whole days; a month is 30 and a year 365, as everywhere on an ordonnance. None for hours
    //! that make no whole days.
    [[nodiscard]] std::optional<int> days() const;
    //! None of what has no fixed number of hours, as a month.
    [[nodiscard]] std::optional<Rational> hours() const;
    friend bool operator==(const Span &, const Span &) = default;
};

//! Low and high are equal but of a range, "1 à 2 comprimés".
struct Dose {
    Rational low{};
    Rational high{};
    DoseUnit unit{};

    [[nodiscard]] bool isRange() const { return low != high; }
    friend bool operator==(const Dose &, const Dose &) = default;
};

//! A moment of the day, and its code in FHIR (EventTiming).
enum class Moment {
    Wake,            //!< WAKE
    Morning,         //!< MORN
    BeforeBreakfast, //!< ACM
    Breakfast,       //!< CM
    AfterBreakfast,  //!< PCM
    Noon,            //!< NOON
    BeforeLunch,     //!< ACD
    Lunch,           //!< CD
    AfterLunch,      //!< PCD
    Afternoon,       //!< AFT
    Evening,         //!< EVE
    BeforeDinner,    //!< ACV
    Dinner,          //!< CV
    AfterDinner,     //!< PCV
    Bedtime,         //!< HS
    Night,           //!< NIGHT
    BeforeMeals,     //!< AC: each of them, however many
    MealsBegin,      //!< AC, without delay: "au début de chaque repas"
    Meals,           //!< C
    AfterMeals       //!< PC
};
[[nodiscard]] QString code(Moment moment);
[[nodiscard]] bool isOfEachMeal(Moment moment);

//! One intake of the day: "le soir", "à 20 h", "le soir (à 20 h)", "30 minutes avant le
//! petit-déjeuner".
struct Occasion {
    std::optional<Moment> moment{};
    int offsetMinutes = 0; //!< before or after the meal, as the moment says
    std::optional<QTime> time{};
    friend bool operator==(const Occasion &, const Occasion &) = default;
};

struct Timing {
    //! So many times in a period; both 0: not said. least 0 alone: "jusqu’à 3 fois par jour".
    int leastTimes = 0;
    int mostTimes = 0;
    Span period{};
    Span longestPeriod{}; //!< of "toutes les 4 à 6 heures"; else not said
    bool once = false;    //!< a single time in the whole treatment: "dose unique"
    QList<Occasion> occasions{};
    QList<Qt::DayOfWeek> weekdays{};
    QList<int> cycleDays{}; //!< from 1, of a cycle of `cycleLength` days
    int cycleLength = 0;
    Span lasting{};           //!< one administration
    bool leftInPlace = false; //!< what lasts is a patch, not a perfusion

    //! Tells when, or how often.
    [[nodiscard]] bool isSaid() const;
    friend bool operator==(const Timing &, const Timing &) = default;
};

struct Bounds {
    Span duration{};
    Span longestDuration{}; //!< of "pendant 5 à 7 jours"; else not said
    bool atMost = false;    //!< the duration is a maximum
    QDate from{};
    QDate to{};
    QString startEvent{}; //!< "à débuter 12 heures avant l'intervention chirurgicale"
    QString endEvent{};   //!< "jusqu'à obtenir 3 bandelettes urinaires négatives"
    friend bool operator==(const Bounds &, const Bounds &) = default;
};

//! A dose with its moments. Without a dose it is a pause, or words about what comes then.
struct Dosage {
    //! With the one before: on the same days; after its end; in its stead, as the condition says.
    enum class Link { Together, Then, Instead };

    Link link = Link::Together;
    std::optional<Dose> dose{};
    //! The dose is that of a whole period: "3 comprimés par jour" tells no number of intakes.
    bool perPeriod = false;
    std::optional<Amount> strength{}; //!< of one unit: "une gélule de dix milligrammes"
    QString equivalent{};             //!< of the dose, in other words: "2 gélules"
    std::optional<Amount> ratePerHour{};
    Timing timing{};
    Bounds bounds{};
    QString condition{}; //!< "si douleur"
    QString route{};     //!< "voie orale"
    QString site{};      //!< "sur la peau"
    QStringList instructions{};
    bool isPause = false;

    friend bool operator==(const Dosage &, const Dosage &) = default;
};

//! What holds for the whole treatment.
struct Limits {
    std::optional<Amount> perIntake{};
    std::optional<Amount> perPeriod{};
    Span period{}; //!< of perPeriod
    std::optional<Amount> lifetime{};
    QString perIntakeEquivalent{}; //!< "2 gélules"
    QString perPeriodEquivalent{};
    Span leastInterval{}; //!< between two intakes
    QString stopIf{};     //!< "nausées"
    friend bool operator==(const Limits &, const Limits &) = default;
};

//! A posology that makes sense, or words that no check can use.
class Posology {
public:
    //! Invalid: "posology.nothing" (no dosage, or doses of zero), "posology.range" (a dose above
    //! 10^8, a range that goes down, more than 99 times, more than ten years), "posology.dates"
    //! (an end before the start).
    static Result<Posology> make(QList<Dosage> dosages, Limits limits = {});
    //! Kept as written; « contrôles de dose impossibles ».
    static Posology words(QString text);

    [[nodiscard]] bool isWords() const { return m_dosages.isEmpty(); }
    [[nodiscard]] const QString &text() const { return m_text; } //!< of words() alone
    [[nodiscard]] const QList<Dosage> &dosages() const { return m_dosages; }
    [[nodiscard]] const Limits &limits() const { return m_limits; }
    //! Some dose is in « unité de prise »: which one has to be asked.
    [[nodiscard]] bool lacksUnit() const;

    friend bool operator==(const Posology &, const Posology &) = default;

private:
    Posology() = default;
    QList<Dosage> m_dosages;
    Limits m_limits;
    QString m_text;
};

//! In French, as printed: "1 comprimé matin et soir pendant 7 jours". Decimal comma, a unit after
//! each number; what no decimal says is in letters. Read again, it gives the same posology.
[[nodiscard]] QString sentence(const Posology &posology);

} // namespace ambroise::prescription
