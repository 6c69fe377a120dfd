// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace ambroise::test {

//! A whole CDA of an invented person around that body ("<structuredBody>…" or "<nonXMLBody>…").
inline QByteArray cdaAround(const QByteArray &body, const QByteArray &more = {})
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<ClinicalDocument xmlns=\"urn:hl7-org:v3\" "
           "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
           "xmlns:lab=\"urn:oid:1.3.2.1.4.1.19376.1.3.2\">"
           "<templateId root=\"1.2.250.1.213.1.1.1.55\" extension=\"2024.01\"/>"
           "<id root=\"1.2.250.1.999.7\" extension=\"2\"/>"
           "<code code=\"11502-2\" displayName=\"CR d’examens biologiques\" "
           "codeSystem=\"2.16.840.1.113883.6.1\"/><title>Compte rendu</title>"
           "<effectiveTime value=\"20261124104100+0100\"/>"
           "<setId root=\"1.2.250.1.999.7.1\"/><versionNumber value=\"2\"/>"
           "<recordTarget><patientRole>"
           "<id root=\"1.2.250.1.213.1.4.10\" extension=\"258036311398155\"/>"
           "<id root=\"1.2.3\" extension=\"LAB-77\"/>"
           "<patient><name><family qualifier=\"BR\">VASSEUR</family><given>MADELEINE JEANNE</given>"
           "<given qualifier=\"BR\">MADELEINE</given><family qualifier=\"CL\">MERCADIER</family>"
           "</name><administrativeGenderCode code=\"F\"/><birthTime value=\"19580314\"/>"
           "<birthplace><place><addr><county>63113</county><city>Clermont</city></addr></place>"
           "</birthplace></patient></patientRole></recordTarget>"
           "<author><time value=\"20261124104100+0100\"/><assignedAuthor>"
           "<id root=\"1.2.250.1.71.4.2.1\" extension=\"899700000001\"/><assignedPerson><name>"
           "<given>Marc</given><family>ROUSSEL</family><suffix>DR</suffix></name></assignedPerson>"
           "<representedOrganization><id root=\"1.2.250.1.71.4.2.2\" extension=\"1639900001\"/>"
           "<name>Laboratoire des "
           "Volcans</name></representedOrganization></assignedAuthor></author>"
           "<custodian><assignedCustodian><representedCustodianOrganization>"
           "<name>Laboratoire des Volcans</name></representedCustodianOrganization>"
           "</assignedCustodian></custodian>" +
           more + "<component>" + body + "</component></ClinicalDocument>";
}

inline QByteArray sectionWith(const QByteArray &text, const QByteArray &entries = {})
{
    return "<structuredBody><component><section><code code=\"18719-5\" displayName=\"Biochimie\" "
           "codeSystem=\"2.16.840.1.113883.6.1\"/><title>BIOCHIMIE</title><text>" +
           text + "</text>" + entries + "</section></component></structuredBody>";
}

} // namespace ambroise::test
