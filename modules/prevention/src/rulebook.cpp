// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prevention/rulebook.h>

#include "rulereader.h"

#include <QFile>

#include <algorithm>

// A resource of a static library is registered by who needs it.
static void registerRules()
{
    Q_INIT_RESOURCE(prevention);
}

namespace ambroise::prevention {
namespace {

template <class T>
const T *byId(const QList<T> &all, QStringView id)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const T &one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

QString code(RuleKind kind)
{
    switch (kind) {
    case RuleKind::Vaccination:
        return u"vaccination"_qs;
    case RuleKind::Examination:
        return u"examination"_qs;
    case RuleKind::Screening:
        break;
    }
    return u"screening"_qs;
}

const Step *Rule::step(QStringView wanted) const
{
    const auto *ages = std::get_if<Ages>(&schedule);
    return ages ? byId(ages->steps, wanted) : nullptr;
}

Result<RuleBook> RuleBook::parse(const QList<File> &files)
{
    RuleBook book;
    RuleReader reader(book);
    for (const File &file : files)
        AMBROISE_CHECK(reader.read(file));
    AMBROISE_CHECK(reader.checkNames());
    return book;
}

Result<RuleBook> RuleBook::shipped()
{
    registerRules();
    QList<File> files;
    for (const QString &name : {u"conditions.json"_qs, u"vaccinations.json"_qs,
                                u"examinations.json"_qs, u"screenings.json"_qs}) {
        QFile file(u":/ambroise/prevention/"_qs + name);
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::Invalid, u"prevention.rules"_qs, name};
        files.append({name, file.readAll()});
    }
    return parse(files);
}

const Rule *RuleBook::rule(QStringView id) const
{
    return byId(m_rules, id);
}

const Condition *RuleBook::condition(QStringView id) const
{
    return byId(m_conditions, id);
}

} // namespace ambroise::prevention
