// SPDX-License-Identifier: GPL-3.0-or-later
#include "placestep.h"

#include "folderline.h"

#include <cabinet/fieldcheck.h>
#include <cabinet/postform.h>
#include <practice/creation.h>
#include <words/sentences.h>

#include <ambroise/access/ui/whendone.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/type.h>

#include <QDir>
#include <QLineEdit>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace ambroise::app::firstrun {
namespace {

bool isOfServer(const Error &error)
{
    return error.subject.startsWith(u"practice.server");
}

} // namespace

QString proposedFolder()
{
    const QString base =
        QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/cabinet"_qs;
    QString path = base;
    for (int i = 2; i < 100 && !PracticeFolder(path).canBeCreated().ok(); ++i)
        path = base + u'-' + QString::number(i);
    return path;
}

PlaceStep::PlaceStep(const Post &post, QWidget *parent)
    : Step(parent)
    , m_folder(new FolderLine(tr("Dossier du cabinet sur ce poste")))
    , m_engine(new uikit::Segmented(tr("Données"), {tr("Ce poste"), tr("Serveur du cabinet")}))
    , m_server(new QLineEdit)
    , m_postForm(new PostForm)
    , m_post(post)
{
    build();
    m_folder->setPath(proposedFolder());
    m_postForm->set(post);
    showEngine();
    connect(m_engine, &uikit::Segmented::currentChanged, this, &PlaceStep::showEngine);
    connect(m_folder, &FolderLine::changed, this, [this] { m_folderField->setError({}); });
    connect(m_server, &QLineEdit::textChanged, this, [this] { m_serverField->setError({}); });
}

void PlaceStep::build()
{
    m_server->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    m_server->setPlaceholderText(u"postgresql://ambroise:…@serveur/cabinet"_qs);
    m_folderField = new uikit::FormField(tr("Dossier du cabinet sur ce poste"), m_folder);
    m_folderField->setHint(tr("Chiffré. Un disque de ce poste, et non un dossier partagé."));
    m_engineField = new uikit::FormField(tr("Données"), m_engine);
    m_serverField = new uikit::FormField(tr("Adresse du serveur PostgreSQL"), m_server);
    m_serverField->setHint(tr("Fournie par la personne qui gère le serveur ; la base doit être "
                              "vide. Essayée avant de continuer."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(uikit::scaled(16));
    const std::initializer_list<QWidget *> parts = {m_folderField, m_engineField, m_serverField,
                                                    m_postForm};
    for (QWidget *part : parts)
        layout->addWidget(part);
    setFocusProxy(m_folder);
}

void PlaceStep::showEngine()
{
    const bool server = engine() == storage::Engine::Server;
    m_serverField->setVisible(server);
    m_engineField->setHint(
        server ? tr("Plusieurs postes. Ambroise chiffre clés et documents ; le reste dépend du "
                    "serveur.")
               : tr("Dans ce dossier, chiffrées entièrement. Un seul poste à la fois."));
}

QString PlaceStep::folder() const
{
    return m_folder->path();
}

storage::Engine PlaceStep::engine() const
{
    return m_engine->current() == 1 ? storage::Engine::Server : storage::Engine::Embedded;
}

QString PlaceStep::server() const
{
    return engine() == storage::Engine::Server ? m_server->text().trimmed() : QString();
}

void PlaceStep::submit()
{
    if (m_trying)
        return;
    FieldCheck check;
    check.say(*m_folderField, QDir::isAbsolutePath(folder())
                                  ? PracticeFolder(folder()).canBeCreated()
                                  : Status(Error{ErrorCode::Invalid, u"practice.path"_qs, {}}));
    const Status place = check.end();
    const auto post = m_postForm->post();
    if (!place.ok() || !post.ok()) {
        if (!place.ok())
            m_folder->setFocus();
        return;
    }
    m_post = *post;
    if (engine() == storage::Engine::Embedded) {
        Q_EMIT accepted();
        return;
    }
    m_trying = true;
    Q_EMIT busy(tr("Essai du serveur…"));
    access::ui::whenDone(this,
                         QtConcurrent::run([address = server()] { return checkServer(address); }),
                         [this](const Status &status) { tried(status); });
}

void PlaceStep::tried(const Status &status)
{
    m_trying = false;
    Q_EMIT busy({});
    if (status.ok()) {
        Q_EMIT accepted();
        return;
    }
    if (blame(status.error()))
        m_server->setFocus();
    else
        Q_EMIT told(sentenceOf(status.error()));
}

bool PlaceStep::blame(const Error &error)
{
    const bool lost =
        engine() == storage::Engine::Server && error.subject == u"storage.unavailable";
    if (isOfServer(error) || lost) {
        m_serverField->setError(sentenceOf(error));
        return true;
    }
    const QStringList ofFolder{u"practice.exists"_qs, u"practice.folder"_qs, u"keyring.write"_qs,
                               u"storage.full"_qs, u"storage.unavailable"_qs};
    if (!ofFolder.contains(error.subject))
        return false;
    m_folderField->setError(sentenceOf(error));
    return true;
}

} // namespace ambroise::app::firstrun
