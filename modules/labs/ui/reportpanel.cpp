// SPDX-License-Identifier: GPL-3.0-or-later
#include "reportpanel.h"

#include "labwords.h"

#include <ambroise/core/text.h>
#include <ambroise/labs/units.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace ambroise::labs::ui {
namespace {

QString priorText(const PriorValue &prior)
{
    const QString when =
        prior.day.isValid() ? text::frenchDate(prior.day) : prior.whenText; // as written
    return when + u" : "_qs + (prior.value.french() + u'\u00A0' + unitText(prior.unit)).trimmed();
}

//! All that is known of one result, a thing a line.
QString linesOf(const LabResult &result)
{
    QStringList lines{breathOf(result)};
    if (result.other) {
        QString other = result.other->value.french() + u'\u00A0' + unitText(result.other->unit);
        if (!result.other->reference.isEmpty())
            other += u" ("_qs + result.other->reference.french() + u')';
        lines << other;
    }
    if (result.flagSource == FlagSource::Computed && isAbnormal(result.flag))
        lines << ReportPanel::tr("Signalé d’après les valeurs de référence du laboratoire.");
    lines << sentenceOf(result.doubts) << result.comments << result.otherReferences;
    for (const PriorValue &prior : result.priors)
        lines << priorText(prior);
    if (!result.specimen.isEmpty() || !result.method.isEmpty()) {
        QStringList how{result.specimen, result.method};
        how.removeAll(QString());
        lines << how.join(u", "_qs);
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace

ReportPanel::ReportPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(new uikit::Label(tr("Compte rendu du laboratoire"), uikit::TextRole::Body,
                               uikit::Token::Text, true, this))
    , m_result(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2, false, this))
    , m_text(new QPlainTextEdit(this))
{
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(uikit::codeFont(uikit::TextRole::Small)); // columns are made with blanks
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(m_title->text());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(uikit::scaled(12), uikit::scaled(8), uikit::scaled(12), 0);
    layout->setSpacing(uikit::scaled(4));
    layout->addWidget(m_result);
    layout->addWidget(m_title);
    layout->addWidget(m_text, 1);
    layout->addStretch(); // where there is a sentence alone
}

void ReportPanel::showResult(const LabResult *result)
{
    m_result->setText(result ? linesOf(*result) : QString());
    m_result->setVisible(result != nullptr);
}

void ReportPanel::showText(const QString &text)
{
    m_text->setPlainText(text);
    m_title->show();
    m_text->show();
}

void ReportPanel::showSentence(const QString &sentence)
{
    m_text->clear();
    m_title->hide();
    m_text->hide();
    m_result->setText(sentence);
    m_result->show();
}

QString ReportPanel::text() const
{
    return m_text->isHidden() ? m_result->text() : m_text->toPlainText();
}

QString textOf(const LabReport &report, bool withResults)
{
    QStringList lines;
    const auto addBlank = [&] {
        if (!lines.isEmpty() && !lines.last().isEmpty())
            lines << QString();
    };
    if (withResults) {
        QList<LabResult> sorted = report.results;
        std::stable_sort(sorted.begin(), sorted.end(), [](const LabResult &a, const LabResult &b) {
            return isAbnormal(a.flag) && !isAbnormal(b.flag);
        });
        for (const LabResult &result : sorted) {
            lines << markedValue(breathOf(result),
                                 isAbnormal(result.flag) ? result.flag : Flag::None);
            for (const QString &comment : result.comments)
                lines << u"  "_qs + comment;
        }
    }
    addBlank();
    for (const LabComment &comment : report.comments)
        lines << (comment.path.isEmpty() ? QString() : comment.path.last() + u" : "_qs) +
                     comment.text;
    // The lines of HPRIM Santé are its results and what is said of them, as above.
    const bool told = withResults && report.format == ReportFormat::HprimSante &&
                      !report.doubts.contains(Doubt::UnknownSegment);
    for (const LabSection &section : told ? QList<LabSection>() : report.sections) {
        addBlank();
        if (!section.title.isEmpty())
            lines << section.title;
        lines << section.lines;
    }
    QStringList who{report.author, report.validators.join(u", "_qs)};
    who.removeAll(QString());
    who.removeDuplicates();
    if (!who.isEmpty()) {
        addBlank();
        lines << who.join(u" · "_qs);
    }
    return lines.join(u'\n').trimmed();
}

} // namespace ambroise::labs::ui
