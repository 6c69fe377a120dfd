// SPDX-License-Identifier: GPL-3.0-or-later
#include "insfields.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace ambroise::codes::ins {
namespace {

constexpr std::array fields = {
    Field{"S1", 15, 15}, Field{"S2", 19, 20}, Field{"S3", 1, maxName}, Field{"S4", 1, maxName},
    Field{"S5", 1, 1},   Field{"S6", 10, 10}, Field{"S7", 5, 5}};
constexpr std::array mandatory = {"S1", "S2", "S3", "S4", "S5", "S6"};

Error invalid(const QString &subject)
{
    return {ErrorCode::Invalid, subject, {}};
}

Status checkHeader(QByteArrayView bytes)
{
    if (bytes.startsWith(header()))
        return done();
    const bool other = bytes.size() >= 4 && bytes.startsWith("IS") && bytes[2] >= '0' &&
                       bytes[2] <= '9' && bytes[3] >= '0' && bytes[3] <= '9' &&
                       !bytes.startsWith("IS01");
    return invalid(other ? QStringLiteral("ins_code.version") : QStringLiteral("ins_code.header"));
}

Status keep(Values &values, QByteArrayView id, const QString &value)
{
    const QByteArray key = id.toByteArray();
    if (values.contains(key))
        return invalid(QStringLiteral("ins_code.twice"));
    values.insert(key, value);
    return done();
}

//! A field with the separator behind it, if any. No digit stands in a name: S and a digit begin the
//! next field.
const QRegularExpression &looseForm()
{
    // What a scanner may type for 0x1D; Alt+029 that nobody understood leaves its digits.
    static const QString stop = QStringLiteral(R"((?:\x1D|\x{241D}|<GS>|\{GS\}|\[GS\]|\^\]|029))");
    static const QRegularExpression form(
        QStringLiteral(R"((?:S1(?<S1>[0-9A-Z]{15})|)"
                       R"(S2(?<S2>1\.2\.250\.1\.213\.1\.4\.(?:1[01]|[89]))|)"
                       R"(S3(?<S3>[A-Z '-]+?)(?=%1|S[1-7]|\z)|)"
                       R"(S4(?<S4>[A-Z '-]+?)(?=%1|S[1-7]|\z)|)"
                       R"(S5(?<S5>[A-Z])|S6(?<S6>[0-9-]{10})|S7(?<S7>[0-9A-Z]{5}))%1?)")
            .arg(stop));
    return form;
}

} // namespace

QByteArrayView header()
{
    return "IS010000000000000000000000";
}

const Field *fieldOf(QByteArrayView id)
{
    const auto *found = std::find_if(fields.begin(), fields.end(),
                                     [id](const Field &field) { return id == field.id; });
    return found == fields.end() ? nullptr : found;
}

Result<Values> strictFields(QByteArrayView bytes)
{
    AMBROISE_CHECK(checkHeader(bytes));
    Values values;
    QByteArrayView rest = bytes.sliced(header().size());
    while (!rest.isEmpty()) {
        const Field *field = rest.size() < 2 ? nullptr : fieldOf(rest.first(2));
        if (!field)
            return invalid(QStringLiteral("ins_code.field"));
        rest = rest.sliced(2);
        const qsizetype stop = rest.indexOf(separator);
        const qsizetype end = stop < 0 ? rest.size() : stop;
        const qsizetype size = std::min<qsizetype>(end, field->most);
        const bool full = size == field->most;
        if (size < field->least || (!full && size != end))
            return invalid(QStringLiteral("ins_code.length"));
        AMBROISE_CHECK(keep(values, field->id, QString::fromLatin1(rest.first(size))));
        rest = rest.sliced(size);
        if (rest.startsWith(separator))
            rest = rest.sliced(1);
    }
    return values;
}

Result<Values> looseFields(const QString &text)
{
    const QString typed = text.toUpper();
    AMBROISE_CHECK(checkHeader(typed.toLatin1()));
    const QString rest = typed.mid(header().size());
    Values values;
    qsizetype at = 0;
    while (at < rest.size()) {
        const auto match = looseForm().match(rest, at, QRegularExpression::NormalMatch,
                                             QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return invalid(QStringLiteral("ins_code.field"));
        const QString id = rest.mid(at, 2);
        AMBROISE_CHECK(keep(values, id.toLatin1(), match.captured(id)));
        at = match.capturedEnd();
    }
    return values;
}

Result<InsPayload::Parts> partsOf(const Values &values)
{
    if (!std::all_of(mandatory.begin(), mandatory.end(),
                     [&](const char *id) { return values.contains(id); }))
        return invalid(QStringLiteral("ins_code.missing"));
    static const QRegularExpression day(QStringLiteral(R"(\A[0-9]{2}-[0-9]{2}-[0-9]{4}\z)"));
    const QString birth = values.value("S6");
    InsPayload::Parts parts;
    parts.matricule = values.value("S1");
    parts.oid = values.value("S2");
    parts.givenNames = values.value("S3");
    parts.surname = values.value("S4");
    parts.sex = values.value("S5");
    if (day.match(birth).hasMatch())
        parts.birthDate =
            QDate(birth.mid(6).toInt(), birth.mid(3, 2).toInt(), birth.left(2).toInt());
    parts.birthPlace = values.value("S7");
    return parts;
}

QString withoutAround(QStringView typed)
{
    QString text = typed.trimmed().toString();
    static const QRegularExpression aim(QStringLiteral(R"(\A\][A-Za-z][0-9])"));
    return text.remove(aim);
}

} // namespace ambroise::codes::ins
