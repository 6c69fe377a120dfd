// SPDX-License-Identifier: GPL-3.0-or-later
#include "creationjob.h"

#include <QCoreApplication>
#include <QtConcurrent>

namespace ambroise::app::firstrun {
namespace {

class CreationJob {
    Q_DECLARE_TR_FUNCTIONS(CreationJob)
};

QString wordsOf(CreationStep step)
{
    switch (step) {
    case CreationStep::Keys:
        return CreationJob::tr("Création des clés…");
    case CreationStep::Tables:
        return CreationJob::tr("Préparation des données…");
    case CreationStep::Accounts:
        return CreationJob::tr("Création des comptes…");
    case CreationStep::Demonstration:
        return CreationJob::tr("Ajout des patients inventés…");
    case CreationStep::Ready:
        return CreationJob::tr("Fermeture du cabinet…");
    }
    return {};
}

void work(QPromise<Result<RecoveryKeyPtr>> &promise, const PracticeFolder &folder,
          const CreationOptions &options, const Clock &clock, const std::atomic<bool> &givenUp)
{
    promise.setProgressRange(0, int(CreationStep::Ready) + 1);
    auto created = createPractice(folder, options, clock, [&](CreationStep step) {
        promise.setProgressValueAndText(int(step) + 1, wordsOf(step));
        return !givenUp;
    });
    if (!created.ok()) {
        promise.addResult(created.error());
        return;
    }
    created->practice.reset(); // its connection belongs to this thread
    promise.addResult(RecoveryKeyPtr(
        std::make_shared<const crypto::RecoveryKey>(std::move(created->recoveryKey))));
}

} // namespace

QFuture<Result<RecoveryKeyPtr>> createInBackground(const PracticeFolder &folder,
                                                   CreationOptions options, const Clock &clock,
                                                   std::shared_ptr<std::atomic<bool>> givenUp)
{
    return QtConcurrent::run(
        [folder, options = std::move(options), &clock,
         givenUp = std::move(givenUp)](QPromise<Result<RecoveryKeyPtr>> &promise) {
            work(promise, folder, options, clock, *givenUp);
        });
}

} // namespace ambroise::app::firstrun
