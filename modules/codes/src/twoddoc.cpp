// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/twoddoc.h>

#include "twoddocidentifiers.h"

#include <QStringDecoder>

#include <algorithm>
#include <string_view>

namespace ambroise::codes {
namespace {

constexpr char gs = 0x1D;            //!< ends a value
constexpr char rs = 0x1E;            //!< ends a value that was truncated
constexpr char us = 0x1F;            //!< begins the signature
constexpr qsizetype maxBytes = 4096; //!< more than any Datamatrix holds

Error invalid(const QString &subject)
{
    return {ErrorCode::Invalid, subject, {}};
}

Error shapeError()
{
    return invalid(QStringLiteral("twoddoc.shape"));
}

qsizetype headerSize(int version)
{
    if (version <= 2)
        return 22;
    return version == 3 ? 24 : 26;
}

bool isCode(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
}

//! Codes are ASCII by the standard; a URL may hold more.
QString textOf(QByteArrayView bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8(bytes);
    return utf8.hasError() ? QString::fromLatin1(bytes) : text;
}

//! RFC 4648 §6 without padding; none where it is not exactly that.
std::optional<QByteArray> fromBase32(QByteArrayView text)
{
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QByteArray bytes;
    unsigned bits = 0;
    int held = 0;
    for (const char c : text) {
        const auto value = digits.find(c);
        if (value == std::string_view::npos)
            return {};
        bits = (bits << 5 | unsigned(value)) & 0xFFF;
        held += 5;
        if (held >= 8) {
            held -= 8;
            bytes += char(bits >> held & 0xFF);
        }
    }
    if (held >= 5 || (bits & ((1U << held) - 1)) != 0)
        return {};
    return bytes;
}

//! Four hexadecimal digits: days since 2000-01-01, FFFF for none.
Result<std::optional<QDate>> headerDate(QByteArrayView digits)
{
    if (digits == "FFFF")
        return std::optional<QDate>();
    bool hex = false;
    const uint days = digits.toByteArray().toUInt(&hex, 16);
    if (!hex || !isCode(digits))
        return invalid(QStringLiteral("twoddoc.date"));
    return std::optional(QDate(2000, 1, 1).addDays(days));
}

} // namespace

//! Takes a code apart from its beginning.
class TwoDDocReader {
public:
    explicit TwoDDocReader(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    Result<TwoDDoc> take()
    {
        const QByteArrayView all = m_rest;
        AMBROISE_CHECK(takeHeader());
        AMBROISE_CHECK(takeFields(m_doc.m_fields));
        if (m_rest.isEmpty())
            return unsignedError();
        m_doc.m_signedBytes = all.first(all.size() - m_rest.size()).toByteArray();
        m_rest = m_rest.sliced(1);
        const qsizetype end = m_rest.indexOf(gs);
        const auto signature = fromBase32(end < 0 ? m_rest : m_rest.first(end));
        if (!signature || signature->isEmpty())
            return unsignedError();
        m_doc.m_signature = *signature;
        m_rest = end < 0 ? QByteArrayView() : m_rest.sliced(end + 1);
        AMBROISE_CHECK(takeFields(m_doc.m_annex));
        if (!m_rest.isEmpty())
            return shapeError();
        return std::move(m_doc);
    }

private:
    static Error unsignedError()
    {
        return {ErrorCode::Corrupt, QStringLiteral("twoddoc.unsigned"), {}};
    }

    QByteArray takeBytes(qsizetype count)
    {
        const QByteArray taken = m_rest.first(count).toByteArray();
        m_rest = m_rest.sliced(count);
        return taken;
    }

    Status takeHeader()
    {
        if (!m_rest.startsWith("DC") || m_rest.size() < 4 || m_rest.size() > maxBytes)
            return invalid(QStringLiteral("twoddoc.header"));
        const QByteArrayView version = m_rest.sliced(2, 2);
        if (version[0] != '0' || version[1] < '1' || version[1] > '4')
            return invalid(QStringLiteral("twoddoc.version"));
        m_doc.m_version = version[1] - '0';
        const qsizetype size = headerSize(m_doc.m_version);
        if (m_rest.size() < size || !isCode(m_rest.first(size)))
            return invalid(QStringLiteral("twoddoc.header"));
        takeBytes(4);
        m_doc.m_authority = takeBytes(4);
        m_doc.m_certificate = takeBytes(4);
        AMBROISE_TRY(m_doc.m_issued, headerDate(takeBytes(4)));
        AMBROISE_TRY(m_doc.m_signed, headerDate(takeBytes(4)));
        m_doc.m_type = takeBytes(2);
        m_doc.m_perimeter = m_doc.m_version >= 3 ? takeBytes(2) : QByteArray("01");
        m_doc.m_country = m_doc.m_version >= 4 ? takeBytes(2) : QByteArray();
        return done();
    }

    Status takeFields(QList<TwoDDoc::Field> &fields)
    {
        while (!m_rest.isEmpty() && m_rest.front() != us) {
            AMBROISE_TRY(const TwoDDoc::Field field, takeField());
            const auto known = std::find_if(fields.begin(), fields.end(), [&](const auto &other) {
                return other.id == field.id;
            });
            if (known != fields.end() && *known != field)
                return invalid(QStringLiteral("twoddoc.twice"));
            if (known == fields.end())
                fields << field;
        }
        return done();
    }

    Result<TwoDDoc::Field> takeField()
    {
        if (m_rest.size() < 2 || !isCode(m_rest.first(2)))
            return shapeError();
        const QByteArray id = takeBytes(2);
        const auto *known = twoddoc::find({id.constData(), size_t(id.size())});
        // Of another perimeter, or newer than we are: its end is told by a separator alone.
        const qsizetype most = known && known->most >= 0 ? known->most : m_rest.size();
        const auto *end = std::find_if(m_rest.begin(), m_rest.end(),
                                       [](char c) { return c == gs || c == rs || c == us; });
        const qsizetype size = std::min<qsizetype>(end - m_rest.begin(), most);
        // A value of its full length needs no separator behind it.
        const bool ends = size == m_rest.size() || size == end - m_rest.begin() || size == most;
        if (!ends || (known && size < known->least && (known->isFixed() || size == 0)))
            return shapeError();
        const QByteArrayView value = m_rest.first(size);
        if (std::any_of(value.begin(), value.end(),
                        [](char c) { return uchar(c) < 0x20 || c == 0x7F; }))
            return shapeError();
        TwoDDoc::Field field{id, textOf(value)};
        m_rest = m_rest.sliced(size);
        if (!m_rest.isEmpty() && (m_rest.front() == gs || m_rest.front() == rs)) {
            field.truncated = m_rest.front() == rs;
            m_rest = m_rest.sliced(1);
        }
        return field;
    }

    QByteArrayView m_rest;
    TwoDDoc m_doc;
};

Result<TwoDDoc> TwoDDoc::parse(QByteArrayView bytes)
{
    return TwoDDocReader(bytes).take();
}

const TwoDDoc::Field *TwoDDoc::find(QByteArrayView id) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(),
                                    [id](const Field &field) { return field.id == id; });
    return found == m_fields.end() ? nullptr : &*found;
}

} // namespace ambroise::codes
