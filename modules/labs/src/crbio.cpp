// SPDX-License-Identifier: GPL-3.0-or-later
#include "crbio.h"

#include <QRegularExpression>

namespace ambroise::labs {

using documents::CdaCode;
using documents::CdaDocument;
using documents::CdaElement;
using documents::CdaFile;
using documents::CdaLine;
using documents::CdaMark;
using documents::CdaParty;
using documents::CdaSection;
using documents::CdaTime;

namespace {

const QString attachedDocument = QStringLiteral("1.2.250.1.213.1.1.3.18"); // FR-Document-attache
const QString comment = QStringLiteral("48767-8");

QString idText(const patient::ToldId &id)
{
    return id.extension.isEmpty() ? id.root : id.root + u'^' + id.extension;
}

bool isTemplate(const CdaElement &element, const QString &root)
{
    for (const CdaElement *one : element.all(u"templateId"))
        if (one->attribute(u"root") == root)
            return true;
    return false;
}

//! Reads the entries of one section, and goes down into those inside.
class Entries {
public:
    Entries(LabReport &report, const CdaSection &section)
        : m_report(report)
        , m_section(section)
    {
    }

    struct Place {
        QStringList path{};
        QString specimen{};
    };

    void read(const CdaElement &entry, const Place &place)
    {
        for (const CdaElement &child : entry.children)
            visit(child, place, nullptr);
    }

private:
    //! One act of an entry or of a relation. `about`: the result that it says more of.
    void visit(const CdaElement &act, const Place &place, LabResult *about)
    {
        if (act.name == u"observation")
            readObservation(act, place, about);
        else if (act.name == u"organizer")
            readOrganizer(act, place, about);
        else if (act.name == u"act")
            readAct(act, place, about);
        else if (act.name == u"procedure")
            readProcedure(act, place);
        else if (isUnread(act))
            doubt(Doubt::UnreadEntry);
    }

    //! What may stand in an entry and is neither read nor text, time, author, picture.
    static bool isUnread(const CdaElement &act)
    {
        return act.name == u"substanceAdministration" || act.name == u"supply" ||
               act.name == u"encounter" || act.name == u"regionOfInterest";
    }

    void visitRelations(const CdaElement &act, const Place &place, LabResult *about)
    {
        for (const CdaElement &child : act.children)
            if (child.name == u"entryRelationship" || child.name == u"component")
                for (const CdaElement &inner : child.children)
                    visit(inner, place, about);
    }

    void readObservation(const CdaElement &observation, const Place &place, LabResult *about)
    {
        LabResult result = resultOf(observation, m_section);
        if (about && isPrior(observation, *about)) {
            about->priors.append({CdaTime::of(observation.first(u"effectiveTime")).text, result.day,
                                  result.value, result.unit});
            return;
        }
        result.path = place.path;
        const QString own = specimenOf(observation);
        result.specimen = own.isEmpty() ? place.specimen : own;
        readParticipants(observation);
        // Its relations are read before it is kept: what they say belongs to it.
        const qsizetype at = m_report.results.size();
        m_report.results << result;
        visitRelations(observation, place, &result);
        m_report.results[at] = result;
    }

    //! CI-SIS: a former result is a relation REFR of the result, with the same code.
    static bool isPrior(const CdaElement &observation, const LabResult &about)
    {
        const CdaElement *code = observation.first(u"code");
        return code && !about.code.code.isEmpty() && code->attribute(u"code") == about.code.code;
    }

    void readOrganizer(const CdaElement &organizer, Place place, LabResult *about)
    {
        if (isTemplate(organizer, attachedDocument))
            return; // the file is among the section's
        QString title = titleOf(organizer.first(u"code"));
        if (organizer.attribute(u"classCode") == u"CLUSTER") { // an isolate: what grew
            const QString isolate = isolateOf(organizer);
            title = isolate.isEmpty() ? title : isolate;
        }
        if (!title.isEmpty() && (place.path.isEmpty() || place.path.last() != title))
            place.path << title;
        readParticipants(organizer);
        readPerformers(organizer, place);
        visitRelations(organizer, place, about);
    }

    void readAct(const CdaElement &act, Place place, LabResult *about)
    {
        const CdaElement *code = act.first(u"code");
        if (code && code->attribute(u"code") == comment) {
            const QString text = pointedText(act.first(u"text"));
            if (text.isEmpty())
                return;
            if (about)
                about->comments << text;
            else
                m_report.comments.append({place.path, text});
            return;
        }
        readParticipants(act);
        readPerformers(act, place);
        // The specimen of an entry is that of all of its results, whatever the order.
        for (const CdaElement *relation : act.all(u"entryRelationship"))
            if (const CdaElement *taken = relation->first(u"procedure"))
                place.specimen = specimenOf(*taken);
        visitRelations(act, place, about);
    }

    void readProcedure(const CdaElement &taken, Place place)
    {
        place.path << titleOf(taken.first(u"code"));
        readPerformers(taken, place);
        for (const CdaElement *relation : taken.all(u"entryRelationship"))
            if (const CdaElement *received = relation->first(u"act"))
                sayWhen(*received, place);
        const QString specimen = specimenOf(taken);
        if (!specimen.isEmpty() && !m_report.specimens.contains(specimen))
            m_report.specimens << specimen;
        const CdaTime time = CdaTime::of(taken.first(u"effectiveTime"));
        if (!m_report.day.isValid() || (time.date.isValid() && time.date < m_report.day))
            m_report.day = time.date;
    }

    //! « Échantillon reçu : 2024-01-04 07:52 »
    void sayWhen(const CdaElement &act, const Place &place)
    {
        const CdaTime time = CdaTime::of(act.first(u"effectiveTime"));
        const QString title = titleOf(act.first(u"code"));
        if (!title.isEmpty() && !time.text.isEmpty())
            m_report.comments.append({place.path, title + u" : "_qs + written(time)});
    }

    static QString written(const CdaTime &time)
    {
        return time.instant.isValid() ? time.instant.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_qs)
                                      : time.text;
    }

    //! Who took the sample; the laboratory that another one asked.
    void readPerformers(const CdaElement &act, const Place &place)
    {
        for (const CdaElement *performer : act.all(u"performer")) {
            const CdaElement *entity = performer->first(u"assignedEntity");
            if (!entity)
                continue;
            const CdaElement *name = entity->at({u"assignedPerson", u"name"});
            const CdaElement *organisation = entity->first(u"representedOrganization");
            QStringList parts{organisation ? organisation->wordsOf(u"name") : QString(),
                              name ? nameText(*name) : QString()};
            parts.removeAll(QString());
            if (!parts.isEmpty())
                m_report.comments.append({place.path, parts.join(u", "_qs)});
        }
    }

    void readParticipants(const CdaElement &act)
    {
        for (const CdaElement *one : act.all(u"participant")) {
            if (one->attribute(u"typeCode") == u"AUTHEN") {
                const CdaElement *name = one->at({u"participantRole", u"playingEntity", u"name"});
                if (name)
                    addValidator(nameText(*name));
            } else if (one->attribute(u"typeCode") == u"DEV") {
                const QString device = pointedText(
                    one->at({u"participantRole", u"playingDevice", u"code", u"originalText"}));
                if (!device.isEmpty())
                    m_report.comments.append({{}, device});
            }
        }
    }

    static QString nameText(const CdaElement &name)
    {
        QStringList parts{name.wordsOf(u"suffix"), name.wordsOf(u"given"), name.wordsOf(u"family")};
        parts.removeAll(QString());
        return parts.join(u' ');
    }

    void addValidator(const QString &name)
    {
        if (!name.isEmpty() && !m_report.validators.contains(name))
            m_report.validators << name;
    }

    QString specimenOf(const CdaElement &act) const
    {
        for (const CdaElement *one : act.all(u"participant"))
            if (one->attribute(u"typeCode") == u"PRD")
                if (const CdaElement *code =
                        one->at({u"participantRole", u"playingEntity", u"code"}))
                    return titleOf(code);
        if (const CdaElement *code =
                act.at({u"specimen", u"specimenRole", u"specimenPlayingEntity", u"code"}))
            return titleOf(code);
        return {};
    }

    QString isolateOf(const CdaElement &organizer) const
    {
        return titleOf(
            organizer.at({u"specimen", u"specimenRole", u"specimenPlayingEntity", u"code"}));
    }

    //! As the text says it, else as the code does.
    QString titleOf(const CdaElement *element) const
    {
        if (!element)
            return {};
        const CdaCode code = CdaCode::of(*element);
        const CdaMark *mark = code.reference.isEmpty() ? nullptr : m_section.mark(code.reference);
        QString title = mark ? mark->text : code.original;
        if (title.isEmpty())
            title = code.display;
        for (const CdaCode &translation : code.translations)
            if (title.isEmpty())
                title = translation.display;
        return title;
    }

    QString pointedText(const CdaElement *text) const
    {
        if (!text)
            return {};
        const CdaElement *reference = text->first(u"reference");
        const CdaMark *mark = reference ? m_section.mark(reference->attribute(u"value")) : nullptr;
        return mark ? mark->text : text->words();
    }

    void doubt(Doubt what)
    {
        if (!m_report.doubts.contains(what))
            m_report.doubts << what;
    }

    LabReport &m_report;
    const CdaSection &m_section;
};

void readSection(const CdaSection &section, const QStringList &above, int level, LabReport &report)
{
    const QString title = section.title.isEmpty() ? section.code.display : section.title;
    QStringList path = above;
    if (!title.isEmpty() &&
        (path.isEmpty() || path.last().compare(title, Qt::CaseInsensitive) != 0))
        path << title;
    LabSection told{level, title, {}};
    for (const CdaLine &line : section.lines)
        if (line.kind != CdaLine::Kind::Media)
            told.lines << line.toString();
    report.sections << told;
    for (const CdaElement &entry : section.entries)
        Entries(report, section).read(entry, {path, {}});
    for (const CdaFile &file : section.files) {
        report.files.append({title, file.mediaType, file.bytes});
        if (file.damaged && !report.doubts.contains(Doubt::UnreadFile))
            report.doubts << Doubt::UnreadFile;
    }
    for (const CdaSection &inner : section.sections)
        readSection(inner, path, level + 1, report);
}

//! « VASSEUR (MERCADIER) MADELEINE JEANNE, 1958-03-14, F »
QString patientText(const CdaDocument &document)
{
    const identity::ToldTraits &traits = document.patient.traits;
    QString name = traits.surname;
    if (!document.usedSurname.isEmpty() && document.usedSurname != traits.surname)
        name += u" ("_qs + document.usedSurname + u')';
    QStringList parts{(name + u' ' + traits.givenNames).trimmed(), traits.birthDate, traits.sex};
    parts.removeAll(QString());
    return parts.join(u", "_qs);
}

void readHeader(const CdaDocument &document, LabReport &report)
{
    report.identifier = idText(document.id);
    for (const documents::CdaRelated &related : document.related)
        if (related.type == u"RPLC")
            report.replaces = idText(related.id);
    report.title = document.title.isEmpty() ? document.code.display : document.title;
    report.laboratory = document.custodian.organisation;
    for (const CdaParty &author : document.authors) {
        if (report.author.isEmpty())
            report.author = author.person;
        if (report.laboratory.isEmpty())
            report.laboratory = author.organisation;
    }
    for (const CdaParty &authenticator : document.authenticators)
        if (!authenticator.person.isEmpty() && !report.validators.contains(authenticator.person))
            report.validators << authenticator.person;
    for (const CdaParty &participant : document.participants)
        if (participant.type == u"REF" && report.prescriber.isEmpty())
            report.prescriber = participant.person;
    if (!document.orders.isEmpty())
        report.request = document.orders.first().extension;
    report.patient = document.patient;
    report.patientText = patientText(document);
    report.written = document.written.instant;
    for (const documents::CdaService &service : document.services)
        report.partial = report.partial || service.status == u"active"; // IHE PaLM: preliminary
}

} // namespace

bool isCrBio(const CdaDocument &document)
{
    // LOINC: report of laboratory studies; rapid test for orientation.
    if (document.code.isLoinc() &&
        (document.code.code == u"11502-2" || document.code.code == u"96173-0"))
        return true;
    return document.templates.contains(u"1.2.250.1.213.1.1.1.55"_qs) ||
           document.templates.contains(u"1.2.250.1.213.1.1.1.59"_qs);
}

LabReport reportOf(const CdaDocument &document)
{
    LabReport report;
    report.format = ReportFormat::CrBio;
    readHeader(document, report);
    if (document.file)
        report.files.append({report.title, document.file->mediaType, document.file->bytes});
    for (const CdaSection &section : document.sections)
        readSection(section, {}, 0, report);
    if (!report.day.isValid())
        for (const documents::CdaService &service : document.services)
            if (!report.day.isValid())
                report.day = service.from.date;
    if (!report.day.isValid())
        report.day = document.written.date;
    for (LabResult &result : report.results)
        if (!result.day.isValid())
            result.day = report.day;
    return report;
}

} // namespace ambroise::labs
