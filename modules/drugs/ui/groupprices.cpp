// SPDX-License-Identifier: GPL-3.0-or-later
#include "groupprices.h"

#include "drugfacts.h"

#include <QRegularExpression>

#include <algorithm>

namespace ambroise::drugs::ui {
namespace {

//! Within a group, of one form and strength, two boxes whose labels have the same numbers hold as
//! much: "plaquette(s) PVC de 8 comprimé(s)", "plaquette(s) aluminium de 8 comprimé(s)".
QStringList numbersIn(const QString &label)
{
    static const QRegularExpression number(QStringLiteral("\\d+(?:[.,]\\d+)?"));
    QStringList numbers;
    for (auto found = number.globalMatch(label); found.hasNext();)
        numbers << found.next().captured();
    return numbers;
}

PricedMember priced(const GroupMember &member, const Presentation *usual)
{
    PricedMember one{member, {}, {}};
    if (member.boxes.isEmpty())
        return one;
    one.box = member.boxes.first();
    if (!usual)
        return one;
    const QStringList wanted = numbersIn(usual->label);
    const auto like =
        std::find_if(member.boxes.begin(), member.boxes.end(), [&wanted](const PricedBox &box) {
            return !wanted.isEmpty() && numbersIn(box.label) == wanted;
        });
    if (like == member.boxes.end())
        return one;
    one.box = *like;
    one.more = Money::fromCents(like->price.cents() - usual->publicPrice->cents());
    return one;
}

bool standsBefore(const PricedMember &a, const PricedMember &b)
{
    if (a.member.marketed != b.member.marketed)
        return a.member.marketed;
    if (a.more.has_value() != b.more.has_value())
        return a.more.has_value();
    return a.more && a.more->cents() < b.more->cents();
}

} // namespace

QList<PricedMember> othersByPrice(const DrugDetail &detail)
{
    const Presentation *usual = usualBox(detail.presentations.value);
    QList<PricedMember> others;
    for (const GroupMember &member : othersOf(detail))
        others << priced(member, usual);
    std::stable_sort(others.begin(), others.end(), standsBefore);
    return others;
}

} // namespace ambroise::drugs::ui
