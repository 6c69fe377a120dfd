// SPDX-License-Identifier: GPL-3.0-or-later
#include "bdpmfiles.h"

#include "bdpmtext.h"

#include <ambroise/crypto/hash.h>

#include <QSet>

namespace ambroise::drugs {
namespace {

constexpr size_t mostColumns = 64;
constexpr qsizetype longestLine = 65'536; // in 2026: 4,000 characters

Error refusal(const QString &subject, const QString &file, qsizetype line = 0)
{
    const QString where = line > 0 ? u"%1:%2"_qs.arg(file).arg(line) : file;
    return {ErrorCode::Invalid, subject, where};
}

//! Its text cut into columns, the empty ones at the end beyond `wanted` left out.
Columns columnsOf(QStringView line, int wanted)
{
    Columns columns;
    for (const QStringView column : QStringTokenizer{line, u'\t'}) {
        columns.push_back(column);
        if (columns.size() > mostColumns)
            break;
    }
    while (columns.size() > size_t(wanted) && columns.back().trimmed().isEmpty())
        columns.pop_back();
    return columns;
}

//! With everything from the last of `wanted` columns on in that one.
Columns withTextAtEnd(QStringView line, Columns columns, int wanted)
{
    if (columns.size() <= size_t(wanted))
        return columns;
    columns.resize(size_t(wanted));
    columns.back() = line.mid(columns.back().begin() - line.begin());
    return columns;
}

qint64 keyOf(const DrugRow &row)
{
    return row.cis;
}
qint64 keyOf(const PresentationRow &row)
{
    return row.cip13;
}
qint64 keyOf(const HybridGroupRow &row)
{
    return row.group;
}
qint64 keyOf(const ClassRow &row)
{
    return row.cis;
}
template <class Row>
qint64 keyOf(const Row &)
{
    return 0; // may be there several times
}

//! Reads the lines of one file, and judges the whole.
template <class Row>
class FileReader {
public:
    FileReader(const Layout &layout, const QString &name, std::vector<Row> &rows,
               ImportReport &report)
        : m_layout(layout)
        , m_name(name)
        , m_rows(rows)
        , m_report(report)
        , m_rejectedBefore(report.rejected.size())
        , m_doubtfulBefore(report.doubtful.size())
    {
    }

    Status read(QStringView text)
    {
        m_rows.reserve(size_t(text.count(u'\n') + 1));
        for (QStringView line : QStringTokenizer{text, u'\n'}) {
            ++m_line;
            if (line.endsWith(u'\r'))
                line.chop(1);
            if (!line.trimmed().isEmpty())
                readLine(line);
        }
        return judge(text.endsWith(u'\n'));
    }

private:
    void readLine(QStringView line)
    {
        ++m_lines;
        m_lastLine = m_line;
        Columns columns = columnsOf(line.left(longestLine), m_layout.columns);
        if (m_layout.textAtEnd)
            columns = withTextAtEnd(line, std::move(columns), m_layout.columns);
        m_lastIsShort = columns.size() < size_t(m_layout.columns);
        m_widthBefore = m_width;
        m_width = columns.back().size();
        const bool shaped =
            columns.size() == size_t(m_layout.columns) && line.size() <= longestLine;
        const QString problem = shaped ? readColumns(columns) : u"bdpm.row.columns"_qs;
        m_lastIsRejected = !problem.isEmpty();
        if (m_lastIsRejected)
            m_report.rejected.append({m_name, m_line, problem});
    }

    QString readColumns(const Columns &columns)
    {
        Row row;
        const RowVerdict verdict = drugs::read(columns, row);
        if (!verdict.rejected.isEmpty())
            return verdict.rejected;
        if (const qint64 key = keyOf(row)) {
            if (m_keys.contains(key))
                return u"bdpm.row.duplicate"_qs;
            m_keys.insert(key);
        }
        if (!verdict.doubtful.isEmpty())
            m_report.doubtful.append({m_name, m_line, verdict.doubtful});
        m_rows.push_back(std::move(row));
        return {};
    }

    [[nodiscard]] Status judge(bool lineFeedAtEnd) const
    {
        if (m_lines == 0)
            return refusal(u"bdpm.empty"_qs, m_name);
        const qsizetype rejected = m_report.rejected.size() - m_rejectedBefore;
        const qsizetype doubtful = m_report.doubtful.size() - m_doubtfulBefore;
        // A file of which most lines are short is another file, not this one cut.
        const bool mostlyReadable = rejected * 2 <= m_lines;
        if (mostlyReadable && isCut(lineFeedAtEnd))
            return refusal(u"bdpm.truncated"_qs, m_name, m_lastLine);
        if (rejected * 100 > m_lines)
            return refusal(u"bdpm.columns"_qs, m_name, m_report.rejected.at(m_rejectedBefore).line);
        if (doubtful * 100 > m_lines)
            return refusal(u"bdpm.columns"_qs, m_name, m_report.doubtful.at(m_doubtfulBefore).line);
        return done();
    }

    [[nodiscard]] bool isCut(bool lineFeedAtEnd) const
    {
        if (m_lastIsShort)
            return true;
        if (lineFeedAtEnd)
            return false;
        return m_layout.closed || m_lastIsRejected || (m_lines > 1 && m_width != m_widthBefore);
    }

    const Layout &m_layout;
    const QString &m_name;
    std::vector<Row> &m_rows;
    ImportReport &m_report;
    qsizetype m_rejectedBefore;
    qsizetype m_doubtfulBefore;
    QSet<qint64> m_keys;
    qsizetype m_lines = 0; //!< that are not blank
    int m_line = 0;
    int m_lastLine = 0;
    bool m_lastIsShort = false;
    bool m_lastIsRejected = false;
    qsizetype m_width = 0; //!< of the last column
    qsizetype m_widthBefore = 0;
};

template <class Row>
Status readRows(const Layout &layout, const QString &name, QStringView text, std::vector<Row> &rows,
                ImportReport &report)
{
    return FileReader<Row>(layout, name, rows, report).read(text);
}

//! Calls `visit` with the rows of that file.
template <class AnyBase, class Visit>
auto withRowsOf(AnyBase &base, BdpmFile file, Visit visit)
{
    switch (file) {
    case BdpmFile::Drugs:
        return visit(base.drugs);
    case BdpmFile::Presentations:
        return visit(base.presentations);
    case BdpmFile::Components:
        return visit(base.components);
    case BdpmFile::Groups:
        return visit(base.groups);
    case BdpmFile::HybridGroups:
        return visit(base.hybridGroups);
    case BdpmFile::Hybrids:
        return visit(base.hybrids);
    case BdpmFile::Conditions:
        return visit(base.conditions);
    case BdpmFile::Classes:
        return visit(base.classes);
    case BdpmFile::Availability:
        return visit(base.availability);
    case BdpmFile::Links:
        return visit(base.links);
    case BdpmFile::Smr:
        return visit(base.smr);
    case BdpmFile::Asmr:
        return visit(base.asmr);
    case BdpmFile::Notices:
        break;
    }
    return visit(base.notices);
}

QList<QDate> daysOf(const DrugRow &row)
{
    return {row.authorisedOn};
}
QList<QDate> daysOf(const AvailabilityRow &row)
{
    return {row.since, row.updated};
}
QList<QDate> daysOf(const OpinionRow &row)
{
    return {row.givenOn};
}
QList<QDate> daysOf(const NoticeRow &row)
{
    return {row.from};
}
template <class Row>
QList<QDate> daysOf(const Row &)
{
    return {}; // none, or days that may be planned ones
}

bool moreThan(qsizetype percent, qsizetype part, qsizetype whole)
{
    return part * 100 > whole * percent;
}

} // namespace

Status readFile(const Layout &layout, const QString &name, QByteArrayView content, Base &base,
                ImportReport &report)
{
    if (content.size() > largestFile)
        return refusal(u"bdpm.too_large"_qs, name);
    const auto text = decoded(content);
    if (!text.ok())
        return refusal(text.error().subject, name, text.error().detail.toInt());
    qsizetype rows = 0;
    AMBROISE_CHECK(withRowsOf(base, layout.file, [&](auto &rowsOfFile) {
        const Status status = readRows(layout, name, *text, rowsOfFile, report);
        rows = qsizetype(rowsOfFile.size());
        return status;
    }));
    const QString hash = QString::fromLatin1(crypto::sha256(content).toHex());
    report.files.append({name, rows, {}, hash});
    return done();
}

QDate newestDay(const Base &base, BdpmFile file, QDate today)
{
    return withRowsOf(base, file, [&](const auto &rows) {
        QDate newest;
        for (const auto &row : rows)
            for (const QDate &day : daysOf(row))
                if (day.isValid() && day <= today && (!newest.isValid() || day > newest))
                    newest = day;
        return newest;
    });
}

Status checkCoverage(const Base &base)
{
    QSet<qint64> composed;
    for (const ComponentRow &row : base.components)
        composed.insert(row.cis);
    QSet<qint64> presented;
    for (const PresentationRow &row : base.presentations)
        presented.insert(row.cis);
    QSet<qint64> known;
    qsizetype bare = 0;
    qsizetype unboxed = 0;
    for (const DrugRow &row : base.drugs) {
        known.insert(row.cis);
        bare += composed.contains(row.cis) ? 0 : 1;
        unboxed += presented.contains(row.cis) ? 0 : 1;
    }
    qsizetype orphans = 0;
    for (const PresentationRow &row : base.presentations)
        orphans += known.contains(row.cis) ? 0 : 1;
    // In May 2026: 4 of 20,903 presentations; 2 and 1,279 of 15,848 drugs.
    if (moreThan(5, orphans, qsizetype(base.presentations.size())))
        return refusal(u"bdpm.shrunk"_qs, u"CIS_bdpm.txt"_qs);
    if (moreThan(5, bare, known.size()))
        return refusal(u"bdpm.shrunk"_qs, u"CIS_COMPO_bdpm.txt"_qs);
    if (moreThan(25, unboxed, known.size()))
        return refusal(u"bdpm.shrunk"_qs, u"CIS_CIP_bdpm.txt"_qs);
    return done();
}

} // namespace ambroise::drugs
