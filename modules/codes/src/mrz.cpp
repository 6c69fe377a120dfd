// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/mrz.h>

#include "mrzlayout.h"

#include <algorithm>
#include <array>

namespace ambroise::codes {
namespace {

constexpr qsizetype maxText = 20'000; //!< a page of recognised text
constexpr qsizetype licenceWidth = 30;

struct Shape {
    int lines;
    int width;
};
constexpr std::array shapes = {Shape{3, 30}, Shape{2, 44}, Shape{2, 36}};

Error invalid(const QString &subject)
{
    return {ErrorCode::Invalid, subject, {}};
}

bool isMrzCharacter(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'<';
}

bool isMrzText(const QString &text)
{
    return std::all_of(text.begin(), text.end(), isMrzCharacter);
}

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r' || c == u'\v' || c == u'\f' || c == QChar::LineSeparator ||
           c == QChar::ParagraphSeparator;
}

//! Lines as they count, those that are empty left out.
QStringList linesOf(QStringView text)
{
    QStringList lines{QString()};
    for (const QChar c : text) {
        if (isLineEnd(c)) {
            if (!lines.last().isEmpty())
                lines << QString();
            continue;
        }
        if (c.isSpace() || c.category() == QChar::Other_Format)
            continue;
        if (c == u'«')
            lines.last() += u"<<";
        else if (c == u'‹')
            lines.last() += u'<';
        else
            lines.last() += c.unicode() < 0x80 ? c.toUpper() : c;
    }
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

//! Some lines, glued, and their number and width.
struct Block {
    QString text;
    Shape shape;
};

//! Every place where lines that follow each other have a known shape; a single line may hold them
//! all, as a wedge scanner that drops line ends types them.
QList<Block> blocksIn(const QStringList &lines)
{
    QList<Block> blocks;
    for (const Shape &shape : shapes) {
        const auto fits = [&](const QString &line) {
            return line.size() == shape.width && isMrzText(line);
        };
        for (qsizetype i = 0; i + shape.lines <= lines.size(); ++i) {
            const QStringList some = lines.mid(i, shape.lines);
            if (std::all_of(some.begin(), some.end(), fits))
                blocks << Block{some.join(QString()), shape};
        }
    }
    for (const QString &glued : lines + QStringList{lines.join(QString())})
        for (const Shape &shape : shapes)
            if (glued.size() == qsizetype(shape.lines) * shape.width && isMrzText(glued))
                blocks << Block{glued, shape};
    return blocks;
}

Mrz repaired(const mrz::Layout &layout, const QString &text, const Mrz &asRead, QDate today)
{
    const QString exchanged = mrz::withKindsExchanged(layout, text);
    Mrz mrz = exchanged == text ? asRead : mrz::read(layout, exchanged, today);
    if (exchanged == text || !mrz.isValid())
        return asRead;
    mrz.repaired = true;
    mrz.remarks << QStringLiteral("mrz.repaired");
    return mrz;
}

//! Valid as it stands before valid when repaired; among the others, the one with the fewest faults.
Mrz bestOf(const QList<Block> &blocks, QDate today)
{
    std::optional<Mrz> best;
    const auto offer = [&best](const Mrz &mrz) {
        const auto rank = [](const Mrz &m) {
            return std::pair(m.faults.size(), m.repaired);
        };
        if (!best || rank(mrz) < rank(*best))
            best = mrz;
    };
    for (const Block &block : blocks)
        for (const mrz::Layout *layout : mrz::layoutsOf(block.shape.lines, block.shape.width)) {
            const Mrz asRead = mrz::read(*layout, block.text, today);
            offer(asRead);
            if (!asRead.isValid())
                offer(repaired(*layout, block.text, asRead, today));
        }
    return *best;
}

bool isDrivingLicence(const QStringList &lines)
{
    return std::any_of(lines.begin(), lines.end(), [](const QString &line) {
        return line.size() == licenceWidth && line.startsWith(u"D1FRA") && isMrzText(line);
    });
}

} // namespace

QLatin1String nameOf(MrzFormat format)
{
    switch (format) {
    case MrzFormat::Td1:
        return QLatin1String("TD1");
    case MrzFormat::Td2:
        return QLatin1String("TD2");
    case MrzFormat::Td3:
        return QLatin1String("TD3");
    case MrzFormat::IdFra:
        break;
    }
    return QLatin1String("IDFRA");
}

Result<Mrz> Mrz::parse(QStringView text, QDate today)
{
    if (text.size() > maxText)
        return invalid(QStringLiteral("mrz.length"));
    const QStringList lines = linesOf(text);
    if (lines.isEmpty())
        return invalid(QStringLiteral("mrz.empty"));
    const QList<Block> blocks = blocksIn(lines);
    if (blocks.isEmpty()) {
        if (isDrivingLicence(lines))
            return invalid(QStringLiteral("mrz.driving_licence"));
        const bool foreign = !std::all_of(lines.begin(), lines.end(), isMrzText);
        return invalid(foreign ? QStringLiteral("mrz.character") : QStringLiteral("mrz.length"));
    }
    Mrz mrz = bestOf(blocks, today);
    // Doc 9303-7: a visa has no composite digit, and says nothing of who bears it.
    if (!mrz.isValid() && mrz.format != MrzFormat::Td1 && mrz.documentCode.startsWith(u'V'))
        return invalid(QStringLiteral("mrz.visa"));
    return mrz;
}

} // namespace ambroise::codes
