// SPDX-License-Identifier: GPL-3.0-or-later
#include "feedbackwiring.h"

#include <words/sentences.h>

#include <QCoreApplication>
#include <QFileDialog>
#include <QSaveFile>
#include <QtConcurrent>

namespace ambroise::app {
namespace {

using prescription::PrescribingFeedback;

class Words {
    Q_DECLARE_TR_FUNCTIONS(Feedback)
};

//! On a thread of its own, with its own connection.
Result<PrescribingFeedback> read(const storage::Database &database, std::optional<UserId> whose,
                                 QDate from, QDate to)
{
    AMBROISE_TRY(const auto connection, database.connect());
    return prescription::feedbackOf(*connection, whose, from, to);
}

Status write(const QByteArray &csv, QWidget &window)
{
    const QString path = QFileDialog::getSaveFileName(&window, Words::tr("Exporter le bilan"),
                                                      Words::tr("bilan-de-prescription.csv"),
                                                      Words::tr("Tableau (*.csv)"));
    if (path.isEmpty())
        return done();
    QSaveFile file(path);
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size() && file.commit();
    return written ? done() : Status(Error{ErrorCode::Unavailable, u"pdf.write"_qs, {}});
}

} // namespace

prescription::ui::FeedbackServices feedbackServices(Practice &practice,
                                                    const access::Session &session, QWidget &window)
{
    prescription::ui::FeedbackServices services;
    services.read = [&practice, &session](bool mine, QDate from, QDate to) {
        if (const Status allowed = require(session, access::Right::Prescribe); !allowed.ok())
            return QtFuture::makeReadyFuture(Result<PrescribingFeedback>(allowed.error()));
        const auto whose = mine ? std::optional(session.account().id) : std::nullopt;
        return QtConcurrent::run([database = practice.database(), whose, from, to] {
            return read(database, whose, from, to);
        });
    };
    services.write = [&window](const QByteArray &csv) {
        return write(csv, window);
    };
    services.explain = sentenceOf;
    return services;
}

} // namespace ambroise::app
