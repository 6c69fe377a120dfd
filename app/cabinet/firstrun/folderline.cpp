// SPDX-License-Identifier: GPL-3.0-or-later
#include "folderline.h"

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/type.h>

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>

namespace ambroise::app::firstrun {

FolderLine::FolderLine(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_edit(new QLineEdit)
{
    m_edit->setAccessibleName(name);
    auto *choose = new uikit::Button(tr("Parcourir"));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->setSpacing(uikit::scaled(8));
    line->addWidget(m_edit, 1);
    line->addWidget(choose);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, &FolderLine::changed);
    connect(choose, &QPushButton::clicked, this, &FolderLine::browse);
}

QString FolderLine::path() const
{
    return m_edit->text().trimmed();
}

void FolderLine::setPath(const QString &path)
{
    m_edit->setText(path);
}

void FolderLine::browse()
{
    const QString path =
        QFileDialog::getExistingDirectory(this, m_name, QFileInfo(this->path()).absolutePath());
    if (!path.isEmpty())
        setPath(path);
}

} // namespace ambroise::app::firstrun
