// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingspage.h"

#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QVBoxLayout>

namespace ambroise::app {

QVBoxLayout *settingsColumn(QWidget *page, const QString &title)
{
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(uikit::scaled(24), uikit::scaled(16), uikit::scaled(24),
                               uikit::scaled(16));
    layout->setSpacing(uikit::scaled(12));
    layout->addWidget(
        new uikit::Label(title, uikit::TextRole::Page, uikit::Token::Text, true, page));
    return layout;
}

} // namespace ambroise::app
