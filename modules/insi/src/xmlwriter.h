// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QList>
#include <QString>
#include <QXmlStreamWriter>

#include <utility>

namespace ambroise::insi {

//! Elements with the prefixes that the service's own samples have, and finished XML between them:
//! what is signed must not be written anew.
class XmlWriter {
public:
    using Attributes = QList<std::pair<QString, QString>>;

    XmlWriter()
        : m_writer(&m_buffer)
    {
        m_buffer.open(QIODevice::WriteOnly);
    }

    void start(const QString &name, const Attributes &attributes = {})
    {
        m_writer.writeStartElement(name);
        for (const auto &[attribute, value] : attributes)
            m_writer.writeAttribute(attribute, value);
    }
    void end() { m_writer.writeEndElement(); }
    void empty(const QString &name) { m_writer.writeEmptyElement(name); }
    void text(const QString &name, const QString &value, const Attributes &attributes = {})
    {
        start(name, attributes);
        m_writer.writeCharacters(value);
        end();
    }
    void raw(const QByteArray &xml)
    {
        m_writer.writeCharacters({}); // closes the tag before it
        m_buffer.write(xml);
    }
    [[nodiscard]] QByteArray bytes() const { return m_buffer.data(); }

private:
    QBuffer m_buffer;
    QXmlStreamWriter m_writer;
};

} // namespace ambroise::insi
