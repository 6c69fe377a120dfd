// SPDX-License-Identifier: GPL-3.0-or-later
#include "documenttexts.h"

#include <ambroise/uikit/whendone.h>

#include <QtConcurrent>

namespace ambroise::app {
namespace {

constexpr int lookedAt = 50;

} // namespace

DocumentTexts::DocumentTexts(Practice &practice)
    : m_practice(practice)
    , m_stopped(std::make_shared<std::atomic<bool>>(false))
{
}

DocumentTexts::~DocumentTexts()
{
    *m_stopped = true;
}

void DocumentTexts::readOn()
{
    if (m_reading)
        return;
    const auto waiting = m_practice.documents().withoutText(lookedAt);
    if (!waiting.ok())
        return; // the list says of which it is not done; the next start tries again
    for (const documents::Document &document : *waiting) {
        if (m_unreadable.contains(document.id))
            continue;
        const auto content = m_practice.documents().content(document);
        if (!content.ok()) {
            m_unreadable << document.id;
            continue;
        }
        m_reading = true;
        const auto read = [content = *content, stopped = m_stopped]() -> Result<QString> {
            return documents::TextReader::textOf(content, [stopped] { return !*stopped; });
        };
        uikit::whenDone(this, QtConcurrent::run(read),
                        [this, document](const Result<QString> &text) { finish(document, text); });
        return;
    }
}

void DocumentTexts::finish(const documents::Document &document, const Result<QString> &text)
{
    m_reading = false;
    const auto keep = [&]() -> Status {
        AMBROISE_TRY(const QString words, text);
        AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_practice.connection()));
        AMBROISE_CHECK(m_practice.records().completeText(document.patient,
                                                         documents::entryCode(document.id), words));
        AMBROISE_CHECK(m_practice.documents().setHasText(document.id));
        return transaction.commit();
    };
    if (const Status kept = keep(); !kept.ok()) {
        qWarning("words of a document: %s", qPrintable(kept.error().subject));
        m_unreadable << document.id; // the list goes on telling that they are not read
    }
    readOn();
}

} // namespace ambroise::app
