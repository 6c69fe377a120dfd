// SPDX-License-Identifier: GPL-3.0-or-later
#include "xmltree.h"

#include <QXmlStreamReader>

namespace ambroise::insi {
namespace {

constexpr int deepest = 32;
constexpr int mostElements = 20'000;

class Reader {
public:
    explicit Reader(const QByteArray &xml)
        : m_xml(xml)
    {
    }

    Result<Element> read()
    {
        while (m_xml.readNext() != QXmlStreamReader::StartElement)
            if (m_xml.atEnd() || m_xml.tokenType() == QXmlStreamReader::DTD)
                return Error{ErrorCode::Corrupt, u"insi.answer"_qs, u"XML"_qs};
        const Element root = element(1);
        while (!m_xml.atEnd())
            m_xml.readNext();
        if (m_xml.hasError() || m_refused)
            return Error{ErrorCode::Corrupt, u"insi.answer"_qs, u"XML"_qs};
        return root;
    }

private:
    //! The element at whose beginning the reader stands; moves to its end.
    Element element(int depth)
    {
        m_refused = m_refused || depth > deepest || ++m_count > mostElements;
        Element element{.name = m_xml.name().toString()};
        for (const QXmlStreamAttribute &attribute : m_xml.attributes())
            element.attributes.insert(attribute.name().toString(), attribute.value().toString());
        while (!m_refused && !m_xml.atEnd()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::StartElement:
                element.children << this->element(depth + 1);
                break;
            case QXmlStreamReader::Characters:
                element.text += m_xml.text();
                break;
            case QXmlStreamReader::EndElement:
                element.text = element.text.trimmed();
                return element;
            default:
                break;
            }
        }
        return element;
    }

    QXmlStreamReader m_xml;
    int m_count = 0;
    bool m_refused = false;
};

} // namespace

QList<const Element *> Element::all(QStringView childName) const
{
    QList<const Element *> found;
    for (const Element &child : children)
        if (child.name == childName)
            found << &child;
    return found;
}

const Element *Element::only(QStringView childName) const
{
    const auto found = all(childName);
    return found.size() == 1 ? found.first() : nullptr;
}

QString Element::textOf(QStringView childName) const
{
    const Element *child = only(childName);
    return child ? child->text : QString();
}

const Element *Element::inside(QStringView descendant) const
{
    for (const Element &child : children) {
        if (child.name == descendant)
            return &child;
        if (const Element *found = child.inside(descendant))
            return found;
    }
    return nullptr;
}

Result<Element> readXml(const QByteArray &xml)
{
    return Reader(xml).read();
}

} // namespace ambroise::insi
