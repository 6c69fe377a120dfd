// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/patient/matching.h>

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace ambroise::labs {

//! A report as the practice keeps it.
using LabReportId = Id<struct LabReportTag>;

//! How a result stands to what is expected.
enum class Flag {
    None, //!< nobody says
    Normal,
    Low,
    High,
    CriticalLow,
    CriticalHigh,
    Abnormal, //!< without a direction
    Susceptible,
    Intermediate,
    Resistant
};
[[nodiscard]] QString code(Flag flag); //!< "critical_high"; stable
[[nodiscard]] std::optional<Flag> flagOf(QStringView code);
//! To be looked at first. A resistance is what an antibiogram is asked for: no abnormal result.
[[nodiscard]] bool isAbnormal(Flag flag);
[[nodiscard]] bool isCritical(Flag flag);
[[nodiscard]] bool isHigh(Flag flag);
[[nodiscard]] bool isLow(Flag flag);

//! Who set it.
enum class FlagSource {
    None,
    Laboratory,
    Computed //!< by us, from the reference that the laboratory gives
};
[[nodiscard]] QString code(FlagSource source);
[[nodiscard]] std::optional<FlagSource> flagSourceOf(QStringView code);

//! How far the laboratory is with a result.
enum class ResultStatus { Final, Preliminary, Corrected, Cancelled, Pending };
[[nodiscard]] QString code(ResultStatus status);
[[nodiscard]] std::optional<ResultStatus> resultStatusOf(QStringView code);

//! Something in a file that is not as it should be. What is there is kept and shown with it.
enum class Doubt {
    Truncated,         //!< the end of the file is missing
    LineCount,         //!< the file counts other lines than it has
    PatientCount,      //!< the file counts other patients than it has
    EncodingUnsure,    //!< accents may be read wrongly
    UnreadEntry,       //!< data of a kind that is not read; the text has them
    UnreadFile,        //!< a joined file cannot be read
    UnknownSegment,    //!< a line of an unknown kind; kept in the text
    NarrativeDiffers,  //!< the data tell another number than the text
    ReferenceDoubtful, //!< both ends of the reference are the same, or crossed
    FlagDiffers,       //!< said to be normal, and outside of the reference, or the contrary
    FlagUnknown,       //!< an indicator that the format does not have
    UnitUnknown,       //!< shown as written, never converted
    NumberAmbiguous,   //!< "224.000": thousands or decimals; kept as text
    CodeDoubtful       //!< a LOINC code whose check digit is wrong; not used to join results
};
[[nodiscard]] QString code(Doubt doubt); //!< "line_count"; stable
[[nodiscard]] std::optional<Doubt> doubtOf(QStringView code);
using Doubts = QList<Doubt>;

inline const QString loincSystem = QStringLiteral("2.16.840.1.113883.6.1");

//! What was measured, in a code system (OID), or by the laboratory's own code.
struct LabCode {
    QString code{};
    QString system{}; //!< OID; empty: the laboratory's own
    QString display{};

    //! Its check digit is right too.
    [[nodiscard]] bool isLoinc() const;
    friend bool operator==(const LabCode &, const LabCode &) = default;
};

//! Digits, hyphen, check digit by Luhn's rule (LOINC Users' Guide, appendix C).
[[nodiscard]] bool hasRightCheckDigit(QStringView loinc);

//! What was found.
struct LabValue {
    enum class Kind { None, Number, Coded, Text };
    Kind kind = Kind::None;
    QString comparator{}; //!< of a number: "<", "<=", ">", ">="; else empty
    QString text{};       //!< as written: "1.950", "négatif"; of a number with a decimal point
    double number = 0;    //!< where kind is Number
    LabCode code{};       //!< where kind is Coded

    [[nodiscard]] bool isNumber() const { return kind == Kind::Number; }
    //! With a decimal comma: "< 0,12".
    [[nodiscard]] QString french() const;
    friend bool operator==(const LabValue &, const LabValue &) = default;
};

//! "13.3", "13,3", "<0.12", "≥ 500", "+2": a number without thousands separators; nothing for other
//! texts.
[[nodiscard]] std::optional<LabValue> numberOf(QStringView text);
[[nodiscard]] LabValue textValue(const QString &text); //!< Kind::None where empty

//! Between what a result is expected.
struct Reference {
    std::optional<double> low{};
    std::optional<double> high{};
    QString lowText{}; //!< as written, with a decimal point
    QString highText{};
    QString unit{}; //!< empty: the result's
    QString text{}; //!< what stands there in words, where it is no interval

    [[nodiscard]] bool isEmpty() const { return !low && !high && text.isEmpty(); }
    //! Both ends, apart and in order, or one.
    [[nodiscard]] bool isSound() const;
    //! « 3,5–5,1 », « < 5 », « > 60 », or the words.
    [[nodiscard]] QString french() const;
    friend bool operator==(const Reference &, const Reference &) = default;
};

//! "10 - 40", "4,0 à 10,0", "< 5", "inf. à 2,00", "sup. à 27"; other texts are kept as words.
[[nodiscard]] Reference referenceOf(const QString &text);

//! What the same analysis gave before, as the laboratory tells it.
struct PriorValue {
    QString whenText{}; //!< as written, where it is no date of the calendar
    QDate day{};
    LabValue value{};
    QString unit{};

    friend bool operator==(const PriorValue &, const PriorValue &) = default;
};

//! The same value in another unit, as the laboratory gives it.
struct OtherUnit {
    LabValue value{};
    QString unit{};
    Reference reference{};

    friend bool operator==(const OtherUnit &, const OtherUnit &) = default;
};

//! One line of a report.
struct LabResult {
    QStringList path{}; //!< the titles above it: chapter, battery, isolate
    LabCode code{};
    QString label{}; //!< as the laboratory writes it, without the unit
    LabValue value{};
    QString unit{}; //!< as written
    QDate day{};    //!< of the result; invalid: that of the report
    QDateTime at{}; //!< UTC; invalid: no hour
    Flag flag = Flag::None;
    FlagSource flagSource = FlagSource::None;
    Reference reference{};
    QStringList otherReferences{};
    std::optional<OtherUnit> other{};
    QList<PriorValue> priors{};
    QStringList comments{};
    QString specimen{};
    QString method{};
    ResultStatus status = ResultStatus::Final;
    Doubts doubts{};

    friend bool operator==(const LabResult &, const LabResult &) = default;
};

//! By the reference where the laboratory set none; and what in result, reference and flag does not
//! fit together or is not known becomes a doubt. A result with "<" is only judged where it cannot
//! be otherwise.
void judge(LabResult &result);

//! A part of the report as it is read: a title and its lines.
struct LabSection {
    int level = 0;
    QString title{};
    QStringList lines{};

    friend bool operator==(const LabSection &, const LabSection &) = default;
};

//! Something that the laboratory says about a part of the report or the whole of it.
struct LabComment {
    QStringList path{};
    QString text{};

    friend bool operator==(const LabComment &, const LabComment &) = default;
};

//! A file in the report: its copy as PDF, a curve.
struct LabFile {
    QString title{};
    QString mediaType{};
    QByteArray bytes{};
};

enum class ReportFormat { CrBio, HprimMedecin, HprimSante, Pdf };
[[nodiscard]] QString code(ReportFormat format);
[[nodiscard]] std::optional<ReportFormat> reportFormatOf(QStringView code);

//! What a laboratory sends about one patient. Nothing of the file is left out: what has no place
//! among the results stands in the sections' lines.
struct LabReport {
    ReportFormat format = ReportFormat::CrBio;
    QString identifier{}; //!< unique among the sender's; empty: the file has none
    QString replaces{};   //!< the identifier of the report that this one corrects
    QString title{};
    QString laboratory{};
    QString author{};
    QStringList validators{};
    QString prescriber{};
    QString request{}; //!< the laboratory's number of the file
    patient::ToldPerson patient{};
    QString patientText{};   //!< as it is written, for who has to choose
    QString insuredNumber{}; //!< a NIR that may be another one's: no identity is made of it
    QDateTime written{};     //!< UTC
    QDate day{};             //!< of the sampling, else of the writing
    bool partial = false;    //!< more is to come
    QStringList specimens{};
    QList<LabSection> sections{};
    QList<LabResult> results{};
    QList<LabComment> comments{};
    QList<LabFile> files{};
    Doubts doubts{};
};

} // namespace ambroise::labs
