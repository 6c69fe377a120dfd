// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/tip.h>

namespace ambroise::uikit {

QString plainTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    return u"<qt>"_qs + text.toHtmlEscaped().replace(u'\n', u"<br>"_qs) + u"</qt>"_qs;
}

} // namespace ambroise::uikit
