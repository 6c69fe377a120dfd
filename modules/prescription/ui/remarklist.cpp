// SPDX-License-Identifier: GPL-3.0-or-later
#include "remarklist.h"

#include <ambroise/uikit/message.h>

#include <QVBoxLayout>

namespace ambroise::prescription::ui {
namespace {
constexpr int shownRemarks = 3;
}

RemarkList::RemarkList(const OrdonnanceServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
}

void RemarkList::showFor(const QList<Line> &lines)
{
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    if (lines.isEmpty())
        return;
    const auto remarks = m_services.remarks(lines);
    if (!remarks.ok()) { // not the same as nothing to remark
        say(uikit::Meaning::Stop, remarks.error());
        return;
    }
    for (const Remark &remark :
         remarks->first(std::min<qsizetype>(shownRemarks, remarks->size()))) {
        const QString which = remark.line < 0 ? QString() : QString::number(remark.line + 1);
        say(remark.blocking ? uikit::Meaning::Caution : uikit::Meaning::Info,
            {ErrorCode::Invalid, remark.subject, which});
    }
}

void RemarkList::say(uikit::Meaning grade, const Error &error)
{
    auto *line = new uikit::MessageLine(grade, this);
    line->setText(m_services.explain(error));
    layout()->addWidget(line);
    line->show();
}

} // namespace ambroise::prescription::ui
