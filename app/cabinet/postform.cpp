// SPDX-License-Identifier: GPL-3.0-or-later
#include "postform.h"

#include "fieldcheck.h"

#include <ambroise/uikit/form.h>
#include <ambroise/uikit/segmented.h>

#include <QLineEdit>
#include <QVBoxLayout>

namespace ambroise::app {
namespace {
constexpr int longestName = 40;
}

PostForm::PostForm(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit)
    , m_profile(new uikit::Segmented(tr("Usage du poste"), {tr("Cabinet"), tr("Officine")}))
{
    m_name->setMaxLength(longestName);
    auto *grid = new uikit::FormGrid(2, this);
    m_nameField = grid->add(tr("Nom du poste"), m_name);
    grid->add(tr("Usage du poste"), m_profile);
    m_nameField->setHint(tr("Inscrit au journal des accès."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(grid);
    setFocusProxy(m_name);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_nameField->setError({});
        Q_EMIT edited();
    });
    connect(m_profile, &uikit::Segmented::currentChanged, this, &PostForm::edited);
}

void PostForm::set(const Post &post)
{
    m_before = post;
    m_name->setText(post.name);
    m_nameField->setError({});
    m_profile->setCurrent(post.profile == Post::Profile::Officine ? 1 : 0);
}

Post::Profile PostForm::profile() const
{
    return m_profile->current() == 1 ? Post::Profile::Officine : Post::Profile::Cabinet;
}

Result<Post> PostForm::post()
{
    Post post = m_before;
    post.name = m_name->text().trimmed();
    post.profile = profile();
    FieldCheck check;
    check.say(*m_nameField, post.name.isEmpty()
                                ? Status(Error{ErrorCode::Invalid, u"post.name"_qs, {}})
                                : done());
    AMBROISE_CHECK(check.end());
    return post;
}

} // namespace ambroise::app
