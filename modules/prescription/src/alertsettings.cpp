// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/alertsettings.h>

#include <algorithm>

namespace ambroise::prescription {
namespace {

int gravityOfLevel(const QString &level)
{
    Alert alert;
    alert.level = level;
    return gravityOf(alert);
}

//! Of one whose level depends on what is not known, the gravest that it may have.
int worstOf(const Alert &alert)
{
    int worst = gravityOf(alert);
    if (!alert.decided)
        for (const QString &level : alert.levels)
            worst = std::max(worst, gravityOfLevel(level));
    return worst;
}

} // namespace

QStringList AlertSettings::levels(CheckKind kind)
{
    return kind == CheckKind::Interaction ? QStringList{u"APC"_qs, u"PE"_qs, u"AD"_qs, u"CI"_qs}
                                          : QStringList{u"info"_qs, u"warn"_qs, u"stop"_qs};
}

QString AlertSettings::from(CheckKind kind) const
{
    const auto set = m_from.constFind(kind);
    return set == m_from.cend() ? levels(kind).first() : *set;
}

void AlertSettings::setFrom(CheckKind kind, const QString &level)
{
    if (levels(kind).indexOf(level) > 0)
        m_from.insert(kind, level);
    else
        m_from.remove(kind);
}

int AlertSettings::fold(QList<Alert> &alerts) const
{
    int count = 0;
    for (Alert &alert : alerts) {
        if (alert.folded || asksForReason(alert) ||
            worstOf(alert) >= gravityOfLevel(from(alert.kind)))
            continue;
        alert.folded = true;
        ++count;
    }
    return count;
}

Result<AlertSettings> AlertSettingsRepository::of(UserId user) const
{
    AlertSettings settings;
    AMBROISE_CHECK(m_db.run("SELECT kind, level FROM prescription_alert_setting WHERE user_id = ?",
                            {user.value}, [&](const storage::Row &row) {
                                for (const CheckKind kind : allCheckKinds())
                                    if (code(kind) == row.text(0))
                                        settings.setFrom(kind, row.text(1));
                            }));
    return settings;
}

Status AlertSettingsRepository::keep(const AlertSettings &settings, const audit::Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_CHECK(
        m_db.run("DELETE FROM prescription_alert_setting WHERE user_id = ?", {actor.user().value}));
    QStringList told{u"alert_settings"_qs};
    for (const CheckKind kind : settings.lowered()) {
        AMBROISE_CHECK(m_db.run(
            "INSERT INTO prescription_alert_setting (user_id, kind, level) VALUES (?, ?, ?)",
            {actor.user().value, code(kind), settings.from(kind)}));
        told << code(kind) + u'=' + settings.from(kind);
    }
    AMBROISE_CHECK(m_journal.record(
        {audit::Action::Update, audit::Subject::User, actor.user().value, {}, told.join(u' '), {}},
        actor));
    return transaction.commit();
}

} // namespace ambroise::prescription
