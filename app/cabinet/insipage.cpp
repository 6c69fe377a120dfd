// SPDX-License-Identifier: GPL-3.0-or-later
#include "insipage.h"

#include "settingspage.h"

#include <practice/insilink.h>
#include <words/sentences.h>

#include <ambroise/access/ui/notice.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QFileDialog>
#include <QVBoxLayout>

namespace ambroise::app {
namespace {
constexpr int widest = 640;
}

InsiPage::InsiPage(Practice &practice, const access::Session &session, QWidget *parent)
    : QWidget(parent)
    , m_practice(practice)
    , m_session(session)
    , m_standing(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text, false, this))
    , m_notice(new access::ui::Notice(this))
{
    auto *column = settingsColumn(this, tr("INSi"));
    auto *what = new uikit::Label(
        tr("Le téléservice qui donne l’identité nationale de santé. Il demande un numéro "
           "d’autorisation, et un certificat d’organisation ou la carte de qui l’interroge."),
        uikit::TextRole::Body, uikit::Token::Text2, false, this);
    what->setWordWrap(true);
    what->setMaximumWidth(uikit::scaled(widest));
    m_standing->setWordWrap(true);
    m_standing->setMaximumWidth(uikit::scaled(widest));
    m_notice->setMaximumWidth(uikit::scaled(widest));
    m_notice->setObjectName(u"insiNotice"_qs);
    auto *file = new uikit::Button(tr("Choisir le fichier de configuration"), this);
    column->addWidget(what);
    column->addWidget(m_standing);
    column->addWidget(m_notice);
    column->addWidget(file, 0, Qt::AlignLeft);
    column->addStretch();
    setFocusProxy(file);
    connect(file, &QPushButton::clicked, this, &InsiPage::choose);
    refresh();
}

void InsiPage::choose()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Configuration d’INSi"), {}, u"*.json"_qs);
    if (!path.isEmpty())
        setUpFrom(path);
}

void InsiPage::setUpFrom(const QString &path)
{
    const auto setup = InsiSetup::fromFile(path);
    const auto tried = setup.ok() ? InsiLink::open(*setup, m_practice, {})
                                  : Result<std::unique_ptr<InsiLink>>(setup.error());
    const Status kept =
        tried.ok() ? setup->save(m_practice, m_session.actor()) : Status(tried.error());
    if (!kept.ok()) {
        m_notice->say(uikit::Meaning::Stop, sentenceOf(kept.error()));
        return;
    }
    refresh();
    m_notice->say(uikit::Meaning::Done,
                  tr("Enregistré. Prend effet à la prochaine ouverture de session."));
}

void InsiPage::refresh()
{
    const auto setup = InsiSetup::load(m_practice);
    if (!setup.ok()) {
        m_notice->say(uikit::Meaning::Stop, sentenceOf(setup.error()));
        m_standing->clear();
        return;
    }
    if (!*setup) {
        m_standing->setText(tr("INSi n’est pas configuré sur ce poste."));
        return;
    }
    const QString address = (*setup)->endpoint.host();
    QStringList standing{
        (*setup)->production
            ? tr("Ce poste interroge %1.").arg(address)
            : tr("Bac à sable : ce poste interroge %1, personne de réel.").arg(address)};
    if ((*setup)->card)
        standing << tr("La carte de la personne connectée signe chaque appel.");
    standing << ((*setup)->verification
                     ? tr("Les INS peuvent y être vérifiés.")
                     : tr("Les INS ne peuvent pas y être vérifiés : le contrat de cette opération "
                          "n’est pas dans la configuration."));
    m_standing->setText(standing.join(u' '));
}

} // namespace ambroise::app
