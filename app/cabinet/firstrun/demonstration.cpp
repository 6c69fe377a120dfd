// SPDX-License-Identifier: GPL-3.0-or-later
#include "demonstration.h"

#include <practice/demo.h>
#include <words/sentences.h>

#include <ambroise/access/ui/newpassword.h>
#include <ambroise/access/ui/notice.h>
#include <ambroise/access/ui/whendone.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QStandardPaths>
#include <QVBoxLayout>

namespace ambroise::app::firstrun {

Demonstration::Demonstration(crypto::Argon2Params params, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_params(params)
    , m_clock(clock)
    , m_givenUp(std::make_shared<std::atomic<bool>>(false))
    , m_words(new uikit::Label({}))
    , m_password(new access::ui::NewPassword(tr("Mot de passe des quatre comptes")))
    , m_notice(new access::ui::Notice)
{
    m_words->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(uikit::scaled(16));
    layout->addWidget(m_words);
    layout->addWidget(m_password);
    layout->addWidget(m_notice);
    setFocusProxy(m_password);
    refresh();
}

Demonstration::~Demonstration()
{
    *m_givenUp = true;
    m_job.waitForFinished();
}

QString Demonstration::folder()
{
    // Where installer/run puts it too.
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/demo"_qs;
}

void Demonstration::refresh()
{
    const PracticeFolder demonstration(folder());
    const auto description = demonstration.describe();
    // What an interrupted creation left is made anew.
    m_there = description.ok() && !demonstration.isUnfinished();
    m_words->setText(m_there
                         ? tr("Le cabinet de démonstration est prêt sur ce poste : %1.\nComptes : "
                              "medecin, secretaire, pharmacien, admin.")
                               .arg(description->name)
                         : tr("Quatre comptes : medecin, secretaire, pharmacien, admin. Patients, "
                              "dossiers et ordonnances sont inventés ; tout ce qui est imprimé "
                              "porte « Spécimen »."));
    m_password->setVisible(!m_there);
    Q_EMIT changed();
}

void Demonstration::submit()
{
    if (m_busy)
        return;
    if (m_there) {
        Q_EMIT ready(folder(), u"medecin"_qs);
        return;
    }
    CreationOptions options;
    options.profile = demonstrationProfile(tr("Cabinet de démonstration"));
    options.people = demonstrationPeople(m_password->text());
    options.demonstration = true;
    options.params = m_params;
    QStringList context{options.profile.name};
    for (const FirstPerson &first : std::as_const(options.people))
        context << first.login.value() << first.person.surname << first.person.givenName;
    m_password->setContext(context);
    if (!m_password->check()) {
        m_password->setFocus();
        return;
    }
    m_busy = true;
    m_password->setEnabled(false);
    m_notice->clear();
    m_givenUp = std::make_shared<std::atomic<bool>>(false);
    m_job = createInBackground(PracticeFolder(folder()), std::move(options), m_clock, m_givenUp);
    access::ui::whenDone(
        this, m_job, [this](const Result<RecoveryKeyPtr> &key) { ended(key); },
        [this](const QString &text) { m_notice->say(uikit::Meaning::Info, text); });
    Q_EMIT changed();
}

void Demonstration::giveUp()
{
    *m_givenUp = true;
}

void Demonstration::ended(const Result<RecoveryKeyPtr> &key)
{
    m_job = {};
    m_busy = false;
    m_password->setEnabled(true);
    m_notice->clear();
    if (!key.ok() && key.error().code != ErrorCode::Cancelled)
        m_notice->say(uikit::Meaning::Stop, sentenceOf(key.error()));
    if (key.ok())
        m_password->clear();
    refresh();
    if (key.ok())
        Q_EMIT ready(folder(), u"medecin"_qs);
    else
        m_password->setFocus();
}

} // namespace ambroise::app::firstrun
