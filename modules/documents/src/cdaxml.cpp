// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/documents/cdaelement.h>
#include <ambroise/documents/textencoding.h>

#include <QRegularExpression>
#include <QXmlStreamReader>

namespace ambroise::documents {
namespace {

constexpr QStringView hl7 = u"urn:hl7-org:v3";
constexpr QStringView xsi = u"http://www.w3.org/2001/XMLSchema-instance";

Error refused(const QString &subject, ErrorCode code = ErrorCode::Invalid)
{
    return {code, subject, {}};
}

//! By its byte order mark, else as it says itself, else UTF-8 (XML 1.0 §4.3.3).
Result<QString> textOf(const QByteArray &bytes)
{
    auto charset = charsetOfMark(bytes);
    if (!charset) {
        static const QRegularExpression declared(
            u"^\\s*<\\?xml[^>]*\\bencoding\\s*=\\s*[\"']([^\"']*)[\"']"_qs);
        const auto match = declared.match(QString::fromLatin1(bytes.left(200)));
        charset = match.hasMatch() ? charsetNamed(match.captured(1)) : Charset::Utf8;
    }
    // UTF-16 without its mark declares itself in bytes that cannot be read as above.
    if (!charset || (charset == Charset::Utf16 && !charsetOfMark(bytes)))
        return refused(u"cda.encoding"_qs);
    const auto text = decodedText(bytes, *charset);
    if (!text.ok())
        return refused(u"cda.encoding"_qs);
    return *text;
}

class Reader {
public:
    explicit Reader(const QString &text)
        : m_xml(text)
    {
    }

    Result<CdaElement> read()
    {
        while (!m_xml.isStartElement()) {
            if (m_xml.isDTD())
                return refused(u"cda.dtd"_qs);
            if (m_xml.atEnd())
                return refused(u"cda.not_a_cda"_qs);
            m_xml.readNext();
        }
        if (m_xml.name() != u"ClinicalDocument" || m_xml.namespaceUri() != hl7)
            return refused(u"cda.not_a_cda"_qs);
        CdaElement root = element(1);
        while (!m_xml.atEnd() && m_refused.isEmpty())
            m_xml.readNext();
        if (!m_refused.isEmpty())
            return refused(m_refused);
        if (m_xml.error() == QXmlStreamReader::PrematureEndOfDocumentError)
            return refused(u"cda.truncated"_qs, ErrorCode::Corrupt);
        if (m_xml.hasError())
            return refused(u"cda.xml"_qs, ErrorCode::Corrupt);
        return root;
    }

private:
    //! The element at whose beginning the reader stands; moves to its end.
    CdaElement element(int depth)
    {
        if (depth > CdaLimits::depth)
            m_refused = u"cda.too_deep"_qs;
        if (++m_count > CdaLimits::elements)
            m_refused = u"cda.too_large"_qs;
        CdaElement element = begun();
        while (m_refused.isEmpty() && !m_xml.atEnd()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::StartElement:
                element.children << this->element(depth + 1);
                break;
            case QXmlStreamReader::Characters:
                add(element, m_xml.text().toString());
                break;
            case QXmlStreamReader::EntityReference: // of a declaration that is not there
                m_refused = u"cda.dtd"_qs;
                break;
            case QXmlStreamReader::EndElement:
                decode(element);
                return element;
            default:
                break;
            }
        }
        return element;
    }

    [[nodiscard]] CdaElement begun() const
    {
        CdaElement element;
        element.name = m_xml.name().toString();
        if (m_xml.namespaceUri() != hl7)
            element.name.prepend(u'+');
        for (const QXmlStreamAttribute &attribute : m_xml.attributes()) {
            const QString name = attribute.name().toString();
            if (attribute.namespaceUri().isEmpty())
                element.attributes.insert(name, attribute.value().toString());
            else if (attribute.namespaceUri() == xsi)
                element.attributes.insert(u"xsi:"_qs + name, attribute.value().toString());
        }
        return element;
    }

    static void add(CdaElement &element, const QString &text)
    {
        if (!element.children.isEmpty() && element.children.last().isText()) {
            element.children.last().text += text;
            return;
        }
        CdaElement node;
        node.text = text;
        element.children << node;
    }

    static void decode(CdaElement &element)
    {
        if (element.attribute(u"representation") != u"B64")
            return;
        QByteArray coded;
        for (const CdaElement &child : element.children)
            coded += child.text.toLatin1();
        coded = coded.simplified().replace(' ', "");
        element.children.clear();
        const auto decoded =
            QByteArray::fromBase64Encoding(coded, QByteArray::AbortOnBase64DecodingErrors);
        element.damaged =
            !decoded || !element.attribute(u"compression").isEmpty() || coded.isEmpty();
        if (decoded)
            element.bytes = *decoded;
    }

    QXmlStreamReader m_xml;
    QString m_refused;
    int m_count = 0;
};

void gather(const CdaElement &element, QString &out)
{
    if (element.isText())
        out += element.text;
    for (const CdaElement &child : element.children) {
        gather(child, out);
        if (child.name == u"br")
            out += u' ';
    }
}

} // namespace

QString CdaElement::attribute(QStringView attributeName) const
{
    return attributes.value(attributeName.toString()).trimmed();
}

QList<const CdaElement *> CdaElement::all(QStringView childName) const
{
    QList<const CdaElement *> found;
    for (const CdaElement &child : children)
        if (child.name == childName)
            found << &child;
    return found;
}

const CdaElement *CdaElement::first(QStringView childName) const
{
    for (const CdaElement &child : children)
        if (child.name == childName)
            return &child;
    return nullptr;
}

const CdaElement *CdaElement::at(std::initializer_list<QStringView> path) const
{
    const CdaElement *found = this;
    for (const QStringView step : path) {
        if (found)
            found = found->first(step);
    }
    return found;
}

QString CdaElement::words() const
{
    QString all;
    gather(*this, all);
    return all.simplified();
}

QString CdaElement::wordsOf(QStringView childName) const
{
    const CdaElement *child = first(childName);
    return child ? child->words() : QString();
}

Result<CdaElement> readCdaXml(const QByteArray &bytes)
{
    if (bytes.size() > CdaLimits::bytes)
        return refused(u"cda.too_large"_qs);
    AMBROISE_TRY(const QString text, textOf(bytes));
    return Reader(text).read();
}

} // namespace ambroise::documents
