// SPDX-License-Identifier: GPL-3.0-or-later
#include "hprim.h"
#include "hprimsegment.h"

namespace ambroise::labs {
namespace {

using documents::CdaTime;

void add(Doubts &doubts, Doubt doubt)
{
    if (!doubts.contains(doubt))
        doubts << doubt;
}

class Reader {
public:
    explicit Reader(const HprimText &text)
        : m_text(text)
        , m_delimiters(Delimiters::of(text.lines.first()))
    {
    }

    Result<QList<LabReport>> read()
    {
        const Segment header(m_text.lines.first(), m_delimiters);
        const QString context = header.field(7);
        if (context != u"ORU") // ORM: a request, ERR: an error, FAC: an invoice …
            return Error{ErrorCode::Invalid, u"lab.not_results"_qs, {}};
        readHeader(header);
        for (const QString &segment : segments())
            readSegment(segment);
        if (!m_ended)
            add(m_fileDoubts, Doubt::Truncated);
        if (m_reports.isEmpty())
            return Error{ErrorCode::Corrupt, u"lab.header"_qs, {}};
        for (LabReport &report : m_reports)
            finish(report);
        return m_reports;
    }

private:
    //! Lines put together: A goes on where the segment before was cut (at 220 characters).
    QStringList segments()
    {
        QStringList all;
        for (const QString &line : m_text.lines.mid(1)) {
            if (line.trimmed().isEmpty())
                continue;
            ++m_physical;
            if (line.size() > 1 && line[0] == u'A' && line[1] == m_delimiters.field) {
                if (all.isEmpty())
                    add(m_fileDoubts, Doubt::UnknownSegment);
                else
                    all.last() += line.mid(2);
                continue;
            }
            ++m_logical;
            all << line;
        }
        return all;
    }

    void readHeader(const Segment &header)
    {
        const QStringList sender = header.parts(5);
        m_template.format = ReportFormat::HprimSante;
        m_template.laboratory = sender.value(1).isEmpty() ? sender.value(0) : sender.value(1);
        m_template.written = header.time(14).instant;
        m_writtenDay = header.time(14).date;
    }

    void readSegment(const QString &line)
    {
        const Segment segment(line, m_delimiters);
        const QString name = segment.name();
        if (name == u"P") {
            readPatient(segment);
            return;
        }
        if (name == u"L") {
            readEnd(segment);
            return;
        }
        if (name == u"H") { // a second message in the file
            readHeader(segment);
            return;
        }
        if (m_reports.isEmpty()) // results of nobody: kept apart, with nobody's name
            m_reports << m_template;
        LabReport &report = m_reports.last();
        if (name == u"OBR") {
            readRequest(segment, report);
        } else if (name == u"OBX") {
            readResult(segment, report);
        } else if (name == u"C") {
            readComment(segment, report);
        } else {
            add(report.doubts, Doubt::UnknownSegment);
            sectionOf(report).lines << m_delimiters.plain(line);
        }
    }

    void readPatient(const Segment &segment)
    {
        LabReport report = m_template;
        for (const int number : {3, 4, 5}) // 8.3 and 8.4 the parties' numbers, 8.5 of the stay
            if (const QString id = segment.parts(number).value(0); !id.isEmpty())
                report.patient.ids.append({u"hprim"_qs, id});
        const QStringList name = segment.parts(6);
        const QString birthName = segment.field(7);
        identity::ToldTraits &traits = report.patient.traits;
        traits.surname = birthName.isEmpty() ? name.value(0) : birthName;
        traits.givenNames = QStringList{name.value(1), name.value(2)}.join(u' ').trimmed();
        report.patient.firstGivenName = name.value(1).section(u' ', 0, 0);
        const QDate birth = segment.time(8).date;
        traits.birthDate = birth.toString(Qt::ISODate);
        const QString sex = segment.field(9);
        traits.sex = sex == u"M" || sex == u"F" ? sex : QString(); // U: unknown
        QString shown = traits.surname;
        if (!birthName.isEmpty() && birthName != name.value(0) && !name.value(0).isEmpty())
            shown += u" ("_qs + name.value(0) + u')';
        QStringList parts{(shown + u' ' + traits.givenNames).trimmed(),
                          birth.isValid() ? traits.birthDate : segment.field(8), traits.sex};
        parts.removeAll(QString());
        report.patientText = parts.join(u", "_qs);
        m_reports << report;
        m_after = After::Patient;
        ++m_patients;
    }

    void readRequest(const Segment &segment, LabReport &report)
    {
        m_title.clear();
        for (const QString &one : segment.repeated(5)) {
            const QStringList analysis = segment.partsOf(one);
            const QString label =
                analysis.value(1).isEmpty() ? analysis.value(0) : analysis.value(1);
            if (m_title.isEmpty() && segment.repeated(5).size() == 1)
                m_title = label;
        }
        const QString own = segment.parts(4).value(1, segment.parts(4).value(0));
        if (report.request.isEmpty())
            report.request = own.isEmpty() ? segment.parts(3).value(0) : own;
        const QStringList prescriber = segment.parts(17);
        if (report.prescriber.isEmpty())
            report.prescriber =
                prescriber.value(1).isEmpty() ? prescriber.value(0) : prescriber.value(1);
        const CdaTime taken = segment.time(8); // 9.8: when the sample was taken
        m_day = taken.date.isValid() ? taken.date : segment.time(15).date;
        if (m_day.isValid() && (!report.day.isValid() || m_day < report.day))
            report.day = m_day;
        const QString clinical = segment.field(14);
        if (!clinical.isEmpty())
            report.comments.append({{}, clinical});
        const QString status = segment.field(26);
        report.partial = report.partial || status == u"P" || status == u"I";
        m_after = After::Request;
    }

    void readResult(const Segment &segment, LabReport &report)
    {
        const QString type = segment.field(3);
        LabResult result;
        readCode(segment, result);
        if (!m_title.isEmpty())
            result.path << m_title;
        result.unit = segment.field(7);
        QStringList values;
        for (const QString &one : segment.repeated(6))
            values << (type == u"CE" || type == u"FIC" ? one : m_delimiters.plain(one));
        if (type == u"NM" && values.size() == 1)
            result.value = hprimNumber(values.first(), result.unit, result.doubts);
        else if (type == u"CE")
            result.value = codedValue(segment, values);
        else
            result.value = textValue(m_delimiters.plain(values.join(u' ')));
        if (type == u"FIC") // a file beside this one
            add(report.doubts, Doubt::UnreadFile);
        readReferences(segment, result);
        for (const QString &indicator : segment.repeated(9))
            setHprimFlag(result, m_delimiters.plain(indicator));
        result.status = hprimStatus(segment.field(12), result.value.kind != LabValue::Kind::None);
        const CdaTime time = segment.time(15);
        result.day = m_day.isValid() ? m_day : time.date;
        result.at = time.instant;
        judge(result);
        sectionOf(report).lines << lineOf(result);
        // A line of text of the page: nothing was measured.
        if ((type == u"TX" || type == u"ST") && result.label.isEmpty()) {
            report.comments.append({result.path, result.value.text});
        } else {
            report.results << result;
        }
        m_after = After::Result;
    }

    //! 10.4: code, label and table, perhaps twice; a LOINC code is of table LN or LOINC.
    void readCode(const Segment &segment, LabResult &result) const
    {
        const QStringList parts = segment.parts(4);
        result.label = parts.value(1).isEmpty() ? parts.value(0) : parts.value(1);
        result.code = {parts.value(0), {}, parts.value(1)};
        for (qsizetype at = 0; at + 2 < parts.size(); at += 3) {
            const QString table = parts.at(at + 2).toUpper();
            if (table == u"LN" || table == u"LOINC")
                result.code = {parts.at(at), loincSystem, parts.at(at + 1)};
        }
    }

    [[nodiscard]] static LabValue codedValue(const Segment &segment, const QStringList &values)
    {
        QStringList texts;
        LabValue value;
        for (const QString &one : values) {
            const QStringList parts = segment.partsOf(one);
            texts << (parts.value(1).isEmpty() ? parts.value(0) : parts.value(1));
            if (value.code.code.isEmpty())
                value.code = {parts.value(0), {}, parts.value(1)};
        }
        value.text = texts.join(u", "_qs);
        value.kind = value.text.isEmpty() ? LabValue::Kind::None : LabValue::Kind::Coded;
        return value;
    }

    void readReferences(const Segment &segment, LabResult &result) const
    {
        for (const QString &one : segment.repeated(8)) {
            const Reference reference =
                hprimReference(referenceOf(m_delimiters.plain(one)), result.unit);
            if (reference.isEmpty())
                continue;
            if (result.reference.isEmpty())
                result.reference = reference;
            else
                result.otherReferences << reference.french();
        }
    }

    //! Of what it follows: the result, the request, the patient.
    void readComment(const Segment &segment, LabReport &report) const
    {
        QStringList lines;
        for (const QString &one : segment.repeated(4))
            lines << m_delimiters.plain(one);
        const QString text = lines.join(u'\n').trimmed();
        if (text.isEmpty())
            return;
        sectionOf(report).lines << lines;
        if (m_after == After::Result && !report.results.isEmpty())
            report.results.last().comments << text;
        else
            report.comments.append({{}, text});
    }

    //! 14.4: patients, 14.5: lines of the message. Some count the lines as they were cut, some
    //! before that.
    void readEnd(const Segment &segment)
    {
        m_ended = true;
        bool told = false;
        const int lines = segment.field(5).toInt(&told);
        if (told && lines != m_physical + 1 && lines != m_logical + 1)
            add(m_fileDoubts, Doubt::LineCount);
        const int patients = segment.field(4).toInt(&told);
        if (told && patients != m_patients)
            add(m_fileDoubts, Doubt::PatientCount);
    }

    void finish(LabReport &report) const
    {
        for (const Doubt doubt : m_fileDoubts)
            add(report.doubts, doubt);
        if (!m_text.sure)
            add(report.doubts, Doubt::EncodingUnsure);
        if (!report.day.isValid())
            report.day = m_writtenDay;
        for (LabResult &result : report.results)
            if (!result.day.isValid())
                result.day = report.day;
    }

    static LabSection &sectionOf(LabReport &report)
    {
        if (report.sections.isEmpty())
            report.sections << LabSection{};
        return report.sections.last();
    }

    [[nodiscard]] static QString lineOf(const LabResult &result)
    {
        QStringList parts{result.label, (result.value.french() + u' ' + result.unit).trimmed(),
                          result.reference.french()};
        parts.removeAll(QString());
        return parts.join(u" | "_qs);
    }

    enum class After { Header, Patient, Request, Result };

    const HprimText &m_text;
    const Delimiters m_delimiters;
    LabReport m_template;
    QDate m_writtenDay;
    QList<LabReport> m_reports;
    Doubts m_fileDoubts;
    QString m_title;
    QDate m_day;
    After m_after = After::Header;
    int m_physical = 0; //!< lines after H
    int m_logical = 0;
    int m_patients = 0;
    bool m_ended = false;
};

} // namespace

bool isHprimSante(const HprimText &text)
{
    const QString &first = text.lines.first();
    if (first.size() < 6 || first[0] != u'H' || first[1].isLetterOrNumber() || first[1].isSpace())
        return false;
    // H|~^\&|…: the delimiters, and the field delimiter after them
    return first.indexOf(first[1], 2) >= 3 && first.indexOf(first[1], 2) <= 6;
}

Result<QList<LabReport>> readHprimSante(const HprimText &text)
{
    return Reader(text).read();
}

} // namespace ambroise::labs
