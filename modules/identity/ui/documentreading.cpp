// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentreading.h"

#include <ambroise/uikit/whendone.h>

namespace ambroise::identity::ui {

namespace {
constexpr std::chrono::milliseconds scanPause{400}; // between two lines of one document
}

DocumentReading::DocumentReading(const IdentityServices &services, QObject *parent)
    : QObject(parent)
    , m_readText(services.readText)
    , m_readFile(services.readFile)
{
    m_scanEnd.setSingleShot(true);
    m_scanEnd.setInterval(scanPause);
    connect(&m_scanEnd, &QTimer::timeout, this,
            [this] { takeText(std::exchange(m_lines, {}).join(u'\n')); });
}

void DocumentReading::takeText(const QString &text)
{
    next();
    if (!text.trimmed().isEmpty()) {
        show(m_readText(text));
        return;
    }
    m_read.reset();
    Q_EMIT changed();
}

void DocumentReading::takeScan(const QString &text)
{
    if (!text.contains(u'<')) {
        takeText(text);
        return;
    }
    m_lines << text.trimmed();
    m_scanEnd.start();
}

void DocumentReading::openFile(const QString &path)
{
    next();
    m_reading = true;
    Q_EMIT began();
    uikit::whenDone(this, m_readFile(path), [this, at = m_at](const Result<ReadDocument> &read) {
        if (at != m_at)
            return; // another one was presented meanwhile
        next();
        show(read);
    });
}

void DocumentReading::take(const ToldTraits &typed)
{
    m_read = ReadDocument{typed, ReadBy::Typed};
    Q_EMIT changed();
}

void DocumentReading::forget()
{
    next();
    m_read.reset();
    Q_EMIT changed();
}

void DocumentReading::next()
{
    ++m_at;
    if (std::exchange(m_reading, false))
        Q_EMIT ended();
}

void DocumentReading::show(const Result<ReadDocument> &read)
{
    m_read = read.ok() ? std::optional(*read) : std::nullopt;
    if (read.ok())
        Q_EMIT recognized();
    else
        Q_EMIT unreadable(read.error());
    Q_EMIT changed();
}

} // namespace ambroise::identity::ui
