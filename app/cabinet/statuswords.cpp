// SPDX-License-Identifier: GPL-3.0-or-later
#include "statuswords.h"

#include <ambroise/core/text.h>
#include <ambroise/drugs/referential.h>

#include <QCoreApplication>

namespace ambroise::app {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(StatusWords)
};

} // namespace

void fillStatus(uikit::StatusBar &bar, Practice &practice, const Post &post)
{
    const bool embedded = practice.database().engine() == storage::Engine::Embedded;
    bar.set({u"data"_qs,
             embedded ? Words::tr("Données chiffrées sur ce poste")
                      : Words::tr("Serveur du cabinet joint"),
             u"database-check"_qs});
    QStringList known;
    if (const auto found = drugs::referentials(practice.connection()); found.ok())
        for (const drugs::Referential &one : *found)
            known << (one.kind == u"bdpm"   ? u"BDPM "_qs
                      : one.kind == u"ansm" ? Words::tr("Thésaurus ")
                                            : Words::tr("Formulaire ")) +
                         text::frenchDate(one.version);
    bar.set({u"referentials"_qs,
             known.isEmpty() ? Words::tr("Aucune base du médicament") : known.join(u" · "_qs),
             {},
             true});
    bar.set({u"post"_qs, Words::tr("Poste %1").arg(post.name), {}, true});
    const auto profile = practice.profile().get();
    bar.setSandbox(profile.ok() && profile->demonstration);
}

} // namespace ambroise::app
