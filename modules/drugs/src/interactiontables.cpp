// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/drugs/interactions.h>

#include <QFile>

// A resource of a static library is registered by who needs it.
static void registerInteractions()
{
    Q_INIT_RESOURCE(interactions);
}

namespace ambroise::drugs {
namespace {

QString resource(const QString &name)
{
    QFile file(u":/ambroise/interactions/"_qs + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("a table of the interactions is not in the program");
    return QString::fromUtf8(file.readAll());
}

} // namespace

InteractionTables InteractionTables::builtIn()
{
    registerInteractions();
    return {resource(u"substances.tsv"_qs),    resource(u"levels.tsv"_qs),
            resource(u"routes.tsv"_qs),        resource(u"local-exceptions.tsv"_qs),
            resource(u"member-routes.tsv"_qs), resource(u"named-sides.tsv"_qs)};
}

} // namespace ambroise::drugs
