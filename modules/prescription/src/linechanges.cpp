// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/linechanges.h>

#include <ambroise/core/text.h>
#include <ambroise/prescription/print.h>

#include <algorithm>

namespace ambroise::prescription {
namespace {

bool isSameDrug(const Line &one, const Line &other)
{
    if (!one.cis.isEmpty() && !other.cis.isEmpty())
        return one.cis == other.cis;
    return text::folded(one.label) == text::folded(other.label);
}

QString doseOf(const Line &line)
{
    return text::folded(doseSentence(line));
}

} // namespace

QString doseSentence(Line line)
{
    line.durationDays = 0;
    line.boxes = 0;
    line.comment.clear();
    QString dose = printedPosology(line);
    dose.chop(1); // its full stop
    return dose;
}

LineChanges LineChanges::between(const QList<Line> &earlier, const QList<Line> &now)
{
    LineChanges changes;
    QList<Line> left = earlier;
    for (const Line &line : now) {
        const auto same = std::find_if(left.begin(), left.end(), [&line](const Line &before) {
            return isSameDrug(before, line);
        });
        if (same == left.end()) {
            changes.lines << Change::Added;
            changes.before << Line{};
            continue;
        }
        changes.lines << (doseOf(*same) == doseOf(line) ? Change::Renewed : Change::OtherDose);
        changes.before << *same;
        left.erase(same);
    }
    changes.stopped = left;
    return changes;
}

QList<Line> renewed(QList<Line> lines)
{
    for (Line &line : lines)
        line.startDate = {};
    return lines;
}

QList<Line> inZones(const QList<Line> &lines, int &selected)
{
    QList<Line> sorted;
    int chosen = -1;
    for (const bool ald : {true, false})
        for (int i = 0; i < lines.size(); ++i) {
            if (lines.at(i).ald != ald)
                continue;
            if (i == selected)
                chosen = int(sorted.size());
            sorted << lines.at(i);
        }
    selected = chosen;
    return sorted;
}

} // namespace ambroise::prescription
