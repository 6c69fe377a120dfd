// SPDX-License-Identifier: GPL-3.0-or-later
#include "openfolder.h"

#include "folderline.h"

#include <cabinet/fieldcheck.h>
#include <cabinet/postform.h>

#include <ambroise/uikit/form.h>
#include <ambroise/uikit/type.h>

#include <QDir>
#include <QVBoxLayout>

namespace ambroise::app::firstrun {

OpenFolder::OpenFolder(const Post &post, QWidget *parent)
    : QWidget(parent)
    , m_folder(new FolderLine(tr("Dossier du cabinet")))
    , m_field(new uikit::FormField(tr("Dossier du cabinet"), m_folder))
    , m_post(new PostForm)
{
    m_field->setHint(tr("Celui qui contient practice.json."));
    m_post->set(post);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(uikit::scaled(16));
    layout->addWidget(m_field);
    layout->addWidget(m_post);
    setFocusProxy(m_folder);
    connect(m_folder, &FolderLine::changed, this, [this] { m_field->setError({}); });
}

void OpenFolder::setProblem(const QString &path, const QString &sentence)
{
    m_folder->setPath(path);
    m_field->setError(sentence);
    m_folder->setFocus();
}

void OpenFolder::submit()
{
    FieldCheck check;
    check.say(*m_field, QDir::isAbsolutePath(m_folder->path())
                            ? done()
                            : Status(Error{ErrorCode::Invalid, u"practice.path"_qs, {}}));
    const bool there = check.end().ok();
    const auto post = m_post->post();
    if (there && post.ok())
        Q_EMIT chosen(m_folder->path(), *post);
}

} // namespace ambroise::app::firstrun
