// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

#include <algorithm>
#include <cstring>

namespace ambroise::net {

//! Bytes that can be read once and never again.
class OnceBody final : public QIODevice {
public:
    explicit OnceBody(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    bool seek(qint64 /*position*/) override { return false; }
    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return m_bytes.size() - m_read + QIODevice::bytesAvailable();
    }
    [[nodiscard]] bool atEnd() const override { return bytesAvailable() == 0; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 size = std::min(most, m_bytes.size() - m_read);
        if (size <= 0)
            return -1; // the end, not "nothing yet"
        std::memcpy(data, m_bytes.constData() + m_read, size_t(size));
        m_read += size;
        return size;
    }
    qint64 writeData(const char * /*data*/, qint64 /*size*/) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

} // namespace ambroise::net
