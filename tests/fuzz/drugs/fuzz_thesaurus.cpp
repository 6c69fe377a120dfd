// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/drugs/thesaurus.h>

#include "../../drugs/thesaurusfixture.h"

#include <fuzz/edited.h>

#include <algorithm>

using namespace ambroise;
using namespace ambroise::drugs;

namespace {

bool isInside(const Thesaurus &thesaurus, ThesaurusSide side)
{
    const bool group = side.group >= 0 && side.group < thesaurus.groups.size();
    const bool cls = side.cls >= 0 && side.cls < thesaurus.classes.size();
    return group != cls;
}

//! Whoever looks an interaction up must find what it says.
void holdTogether(const Thesaurus &thesaurus)
{
    for (const ThesaurusClass &one : thesaurus.classes)
        for (const int group : one.groups)
            if (group < 0 || group >= thesaurus.groups.size())
                qFatal("a member of nothing");
    for (const ThesaurusRow &row : thesaurus.rows) {
        if (!isInside(thesaurus, row.a) || !isInside(thesaurus, row.b))
            qFatal("a side of nothing");
        if (row.levels.isEmpty() ||
            !std::is_sorted(row.levels.begin(), row.levels.end(), std::greater<>()))
            qFatal("levels out of order");
    }
}

} // namespace

//! A thesaurus is refused, or it is one.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QByteArray json = test::ThesaurusFixture().json();
    static const QHash<QString, QByteArray> tables = test::ThesaurusFixture().tables();
    if (size == 0)
        return 0;
    const qsizetype which = data[0] % (tables.size() + 1);
    if (which == tables.size()) {
        const auto read =
            readThesaurus(QStringLiteral("t.json"), fuzz::edited(json, data + 1, size - 1));
        if (read.ok())
            holdTogether(*read);
        return 0;
    }
    QHash<QString, QByteArray> edited = tables;
    QStringList names = tables.keys();
    names.sort();
    QByteArray &one = edited[names.at(which)];
    one = fuzz::edited(one, data + 1, size - 1);
    QList<LineRemark> rejected;
    const auto read = readThesaurusTables(edited, rejected);
    if (read.ok())
        holdTogether(*read);
    return 0;
}
