// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/summaryline.h>

#include <QStringList>

#include <array>

namespace ambroise::record {
namespace {

constexpr std::array<QStringView, 6> kinds = {u"-",         u"drug", u"class",
                                              u"excipient", u"food", u"other"};
constexpr std::array<QStringView, 4> severities = {u"-", u"mild", u"moderate", u"severe"};
constexpr std::array<QStringView, 3> certainties = {u"-", u"suspected", u"confirmed"};

template <class Enum, size_t Size>
Enum read(const std::array<QStringView, Size> &words, QStringView word)
{
    for (size_t i = 0; i < Size; ++i)
        if (words.at(i) == word)
            return Enum(i);
    return Enum(0);
}

} // namespace

std::optional<PartialDate> sinceOf(const NewEntry &line)
{
    const QStringList parts = line.value.split(u'-');
    const auto date =
        PartialDate::of(parts.value(0).toInt(), parts.value(1).toInt(), parts.value(2).toInt());
    return date.ok() ? std::optional(*date) : std::nullopt;
}

void setSince(NewEntry &line, const PartialDate &since)
{
    QStringList parts{QString::number(since.year())};
    for (const int part : {since.month(), since.day()})
        if (part > 0)
            parts << QString::number(part).rightJustified(2, u'0');
    line.value = parts.join(u'-');
    // Noon: the same day in every French time zone.
    line.happened = QDateTime(QDate(since.year(), qMax(1, since.month()), qMax(1, since.day())),
                              QTime(12, 0), Qt::UTC);
}

void setSinceUnknown(NewEntry &line, const QDateTime &written)
{
    line.value = u"?"_qs;
    line.happened = written;
}

bool isSinceUnknown(const NewEntry &line)
{
    return line.value == u"?";
}

QString AllergyDetails::stored() const
{
    return kinds.at(size_t(kind)).toString() + u' ' + severities.at(size_t(severity)).toString() +
           u' ' + certainties.at(size_t(certainty)).toString();
}

AllergyDetails AllergyDetails::fromStored(QStringView stored)
{
    const QList<QStringView> words = stored.split(u' ');
    return {read<AllergenKind>(kinds, words.value(0)),
            read<AllergySeverity>(severities, words.value(1)),
            read<AllergyCertainty>(certainties, words.value(2))};
}

} // namespace ambroise::record
