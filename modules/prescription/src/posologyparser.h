// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "posologytokens.h"

#include <ambroise/prescription/posology.h>

namespace ambroise::prescription {

//! One reading of a posology, clause by clause. Where a text may mean several things the parser
//! asks fork(), which answers as `decisions` says; readPosology() tries them all.
//!
//! A clause function looks at the tokens from the current one on: it takes them and says true, or
//! leaves everything as it was and says false.
class PosologyParser {
public:
    //! A place where the text may mean several things.
    struct Fork {
        QString question;
        int at = 0; //!< the token; clauses that are tried in turn ask the same thing once
        int options = 0;
    };

    PosologyParser(const QString &text, const QList<Token> &tokens, std::optional<DoseUnit> unit,
                   QList<int> decisions);

    //! The amounts in a text that is no posology, such as the name of a drug.
    [[nodiscard]] QList<Amount> amounts();
    //! None where some part of the text is not understood.
    [[nodiscard]] std::optional<Result<Posology>> parse();
    [[nodiscard]] const QList<Fork> &forks() const { return m_forks; }

private:
    struct Period {
        Span least{};
        Span most{};
        bool every = false; //!< "toutes les": one intake at each; not "par"
    };
    struct Times {
        int least = 0;
        int most = 0;
    };

    // Tokens (posologynumbers.cpp)
    [[nodiscard]] const Token &peek(int ahead = 0) const;
    [[nodiscard]] bool atEnd() const { return peek().kind == Token::Kind::End; }
    bool eat(QStringView phrase);     //!< words between spaces
    bool eatAny(QStringView phrases); //!< between '|', the first that fits
    [[nodiscard]] bool sees(QStringView phrases) const;
    [[nodiscard]] int lengthOf(QStringView phrase) const;
    [[nodiscard]] int lengthOfAny(QStringView phrases) const;
    [[nodiscard]] QString slice(int from, int to) const; //!< the text of these tokens
    int fork(const QString &question, int options);

    // Numbers and doses (posologynumbers.cpp, posologydoses.cpp)
    std::optional<Rational> numeral();
    std::optional<Rational> digits();
    std::optional<Rational> grouped(const QString &first);
    std::optional<Rational> inWords();
    std::optional<Rational> fractionInWords(const Rational &count);
    std::optional<Rational> fraction();
    std::optional<int> wholeNumber(int most = 9999);
    std::optional<Times> timesCount();
    std::optional<DoseUnit> unit();
    std::optional<QString> graduation();
    std::optional<Amount> amount();
    std::optional<Dose> doseValue(bool &unitSaid);
    void halves(Dose &dose);
    void inLettersToo(const Amount &said);
    bool dose();
    bool keypad();
    QList<Rational> dashedParts();
    QList<Rational> spacedParts();
    bool twoParts(const QList<Rational> &parts, bool hasUnit);
    bool multiplied();
    bool strength(bool unitSaid);
    bool equivalent();
    bool sameInLetters(int from, int to, const Amount &dose);
    bool rate();
    [[nodiscard]] DoseUnit bareUnit() const;

    // When (posologytiming.cpp, posologymoments.cpp)
    std::optional<TimeUnit> timeUnit();
    std::optional<std::pair<Span, Span>> spans(); //!< "4 à 6 heures"
    std::optional<Period> period();
    std::optional<Period> dayInSeveral();
    bool daysInSeveral();
    bool treatmentDays();
    bool frequency();
    bool setPeriod(const Period &period, const Times &times);
    bool intakes();
    bool single();
    bool dayOfMonth();
    bool occasion();
    bool mealMoment();
    bool eachMeal();
    std::optional<Moment> dayMoment(bool &bare);
    std::optional<Moment> ofMeal(int side);
    std::optional<QTime> clock(bool needsAt);
    int minutes();
    std::optional<bool> sharpened(const Occasion &occasion, bool bare);
    bool addOccasion(const Occasion &occasion, bool bare = true);
    bool weekdays();
    bool otherWeekdays();
    std::optional<Qt::DayOfWeek> weekday();
    bool cycleDays();
    std::optional<QList<int>> dayNumbers(bool several);
    bool cycle();
    bool lasting();

    // How long (posologybounds.cpp)
    bool duration();
    bool boundary();
    bool firstDays();
    bool dates();
    std::optional<QDate> date();
    bool events();
    bool pursue();

    // Words (posologywords.cpp)
    std::optional<QString> freeWords(bool commaContinues = false);
    bool aside();
    bool measured();
    bool measure();
    bool countsSomething();
    bool supply();
    bool condition();
    bool instruction();
    bool route();
    bool site();
    bool sentenceApart();
    bool preparation();
    bool stop();

    // Limits (posologylimits.cpp)
    bool maximum();
    bool maximumOf(bool said);
    bool perWhat(const Amount &amount);
    QString limitEquivalent();
    bool interval();

    // Structure (posologyparser.cpp)
    Dosage &current() { return m_dosages.last(); }
    [[nodiscard]] const Dosage &current() const { return m_dosages.last(); }
    Dosage &begin(Dosage::Link link);
    Dosage &forDose();
    [[nodiscard]] bool hasPartOfTime() const;
    bool clause();
    bool separator();
    bool connector();
    bool pause();
    bool verb();
    bool finish();
    bool finishSingles();
    bool finishTreatmentDays();
    bool finishTiming(Dosage &dosage);
    bool finishTimes(Dosage &dosage);
    bool finishLinks();
    [[nodiscard]] bool repeatsMoment() const;
    bool finishCycle();
    void shareHeads(qsizetype end);
    void shareTails();
    void mergeEqual();

    const QString &m_text;
    const QList<Token> &m_tokens;
    std::optional<DoseUnit> m_unit;
    QList<int> m_decisions;
    QList<Fork> m_forks;
    int m_at = 0;
    QList<Dosage> m_dosages{Dosage{}};
    Limits m_limits;
    std::optional<Error> m_error;
    std::optional<DoseUnit> m_lastUnit;
    Timing m_prefix{};           //!< said before the first dose: holds for all of them
    bool m_momentsFirst = false; //!< "matin 1 comprimé, soir 2 comprimés"
    bool m_inKeypad = false;
    QList<qsizetype> m_keypad{};    //!< dosages whose moments are all said: "1-0-1"
    QList<qsizetype> m_oneIntake{}; //!< dosages told "en une prise": adds nothing to one moment
    QList<qsizetype> m_onlyOnce{};  //!< "dose unique"
    QList<qsizetype> m_numbered{};  //!< "J2 à J5", of the treatment or of a cycle
    bool m_everyDay = false;        //!< "tous les jours": adds nothing to moments
    bool m_sawSeparator = false;    //!< since the last clause
    bool m_sawAnd = false;
    bool m_sawBreak = true;             //!< a sentence begins
    bool m_instead = false;             //!< "ou", "passer à": the next dose replaces
    QString m_nextCondition{};          //!< "en cas de fièvre, passer à": of what follows
    bool m_conditionFirst = false;      //!< told before the doses that it is of
    Dosage m_tailFirst{};               //!< what was said before the first dose
    QList<qsizetype> m_needCondition{}; //!< dosages that are alternatives by their condition
    int m_cycleLength = 0;
    std::optional<std::pair<Span, Span>> m_cycleBounds{};
};

} // namespace ambroise::prescription
