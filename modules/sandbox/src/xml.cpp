// SPDX-License-Identifier: GPL-3.0-or-later
#include "xml.h"

#include <libxml/parser.h>

namespace ambroise::sandbox::xml {
namespace {

QString fromXml(const xmlChar *text)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(text));
}

QString takeXml(xmlChar *text)
{
    QString taken = fromXml(text);
    xmlFree(text);
    return taken;
}

} // namespace

Document parse(const QByteArray &text)
{
    Document document(xmlReadMemory(text.constData(), int(text.size()), nullptr, nullptr,
                                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
    if (document && xmlGetIntSubset(document.get()))
        return {};
    return document;
}

std::optional<Node> Node::root(const Document &document)
{
    xmlNode *root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    return root ? std::optional(Node(root)) : std::nullopt;
}

QString Node::name() const
{
    return fromXml(m_node->name);
}

QString Node::ns() const
{
    return m_node->ns ? fromXml(m_node->ns->href) : QString();
}

QString Node::text() const
{
    return takeXml(xmlNodeGetContent(m_node)).trimmed();
}

QString Node::attribute(const char *attributeName) const
{
    return takeXml(xmlGetNoNsProp(m_node, reinterpret_cast<const xmlChar *>(attributeName)));
}

QList<Node> Node::children() const
{
    QList<Node> found;
    for (xmlNode *child = m_node->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            found << Node(child);
    return found;
}

bool Node::is(QStringView nsUri, QStringView localName) const
{
    return name() == localName && ns() == nsUri;
}

Sequence::Sequence(const Node &parent, QString nsUri)
    : m_parent(parent.name())
    , m_ns(std::move(nsUri))
    , m_children(parent.children())
{
}

Result<Node> Sequence::take(const QString &localName)
{
    if (const auto node = takeIf(localName))
        return *node;
    const QString there =
        m_next < m_children.size()
            ? u"%1 ({%2})"_qs.arg(m_children[m_next].name(), m_children[m_next].ns())
            : u"rien"_qs;
    return contract(u"%1 : %2 ({%3}) attendu, %4 trouvé"_qs.arg(m_parent, localName, m_ns, there));
}

std::optional<Node> Sequence::takeIf(const QString &localName)
{
    if (m_next < m_children.size() && m_children[m_next].is(m_ns, localName))
        return m_children[m_next++];
    return {};
}

Status Sequence::end() const
{
    if (m_next < m_children.size())
        return contract(
            u"%1 : %2 en trop ou hors de sa place"_qs.arg(m_parent, m_children[m_next].name()));
    return done();
}

Error contract(const QString &why)
{
    return {ErrorCode::Invalid, u"sandbox.contract"_qs, why};
}

} // namespace ambroise::sandbox::xml
