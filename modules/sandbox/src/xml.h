// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QByteArray>
#include <QList>
#include <QString>

#include <libxml/tree.h>

#include <memory>
#include <optional>

namespace ambroise::sandbox::xml {

struct FreeDocument {
    void operator()(xmlDoc *document) const { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, FreeDocument>;

//! Well-formed, without DTD; null otherwise.
Document parse(const QByteArray &text);

//! An element; valid as long as its document.
class Node {
public:
    explicit Node(xmlNode *node)
        : m_node(node)
    {
    }
    static std::optional<Node> root(const Document &document);

    [[nodiscard]] QString name() const;
    [[nodiscard]] QString ns() const;
    [[nodiscard]] QString text() const; //!< without blanks around
    [[nodiscard]] QString attribute(const char *attributeName) const;
    [[nodiscard]] QList<Node> children() const;
    [[nodiscard]] bool is(QStringView nsUri, QStringView localName) const;
    [[nodiscard]] xmlNode *raw() const { return m_node; }

private:
    xmlNode *m_node;
};

//! The children of an element, read in the order that a contract fixes. What is missing, too much
//! or in another place is an Error "sandbox.contract" that names it.
class Sequence {
public:
    Sequence(const Node &parent, QString nsUri);

    //! The next child, which must be this one.
    Result<Node> take(const QString &localName);
    //! The next child, if it is this one.
    std::optional<Node> takeIf(const QString &localName);
    //! Passes over the next child, of whatever name.
    void skip() { ++m_next; }
    //! That nothing is left.
    [[nodiscard]] Status end() const;

private:
    QString m_parent;
    QString m_ns;
    QList<Node> m_children;
    qsizetype m_next = 0;
};

Error contract(const QString &why);

} // namespace ambroise::sandbox::xml
