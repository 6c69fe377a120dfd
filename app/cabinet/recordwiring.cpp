// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordwiring.h"

#include "draftkinds.h"

#include <words/sentences.h>

#include <ambroise/access/choices.h>
#include <ambroise/prescription/linechanges.h>
#include <ambroise/prescription/treatmenthistory.h>
#include <ambroise/record/growthreferences.h>
#include <ambroise/uikit/spelling.h>
#include <ambroise/uikit/whendone.h>

#include <QCoreApplication>
#include <QtConcurrent>

#include <algorithm>

namespace ambroise::app {
namespace {

using record::EntryId;
using record::NoteDraft;

class Words {
    Q_DECLARE_TR_FUNCTIONS(RecordWiring)
};

const QString historyFilter = QStringLiteral("history.filter");
const QString growthReference = QStringLiteral("growth.reference");

const QString &kindOf(bool correction)
{
    return correction ? correctionDraft : noteDraft;
}

Result<EntryId> sign(Practice &practice, const access::Session &session, PatientId patient,
                     const NoteDraft &draft)
{
    AMBROISE_CHECK(require(session, access::Right::WriteClinical));
    AMBROISE_TRY(const auto kept, practice.patients().reload(patient));
    if (kept.mergedInto.isStored()) // at another post, while this one was being written
        return Error{ErrorCode::Conflict, u"patient.merged"_qs, {}};
    const bool correction = draft.corrects.isStored();
    // The draft goes with the signature: after a crash the note is one or the other.
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(practice.connection()));
    EntryId id = draft.corrects;
    if (correction) {
        AMBROISE_TRY(auto before, practice.records().find(draft.corrects));
        before.version = draft.correctedVersion;
        AMBROISE_CHECK(
            practice.notes().correct(before, draft.note, draft.keptMeasures(), session.actor()));
    } else {
        AMBROISE_TRY(id, practice.notes().sign(patient, draft.note, draft.keptMeasures(),
                                               draft.begun, session.actor()));
    }
    AMBROISE_CHECK(practice.drafts().drop(session.account().id, kindOf(correction), patient.value));
    AMBROISE_CHECK(transaction.commit());
    return id;
}

Status keepTemplate(Practice &practice, const access::Session &session, const QString &name,
                    const QString &text)
{
    record::NoteTemplate one;
    one.owner = session.account().id;
    one.name = name;
    one.text = text;
    AMBROISE_CHECK(practice.noteTemplates().save(one));
    return done();
}

QList<record::Condition> suggestions(const record::ConditionIndex &conditions,
                                     const record::Note &note)
{
    constexpr int most = 3;
    // The reason and the conclusion say what it is about; the rest, what was looked for.
    return conditions.saidIn(note.text(record::NoteSection::Reason) + u". "_qs +
                                 note.text(record::NoteSection::Assessment),
                             most);
}

Status keepLine(Practice &practice, const access::Session &session, PatientId patient,
                const record::Entry &line)
{
    AMBROISE_CHECK(require(session, access::Right::WriteClinical));
    if (line.id.isStored())
        return practice.records().revise(line, session.actor());
    AMBROISE_CHECK(practice.records().add(patient, line.content, session.actor()));
    return done();
}

Status addMeasures(Practice &practice, const access::Session &session, PatientId patient,
                   const QList<record::Measure> &measures, const QDateTime &at)
{
    AMBROISE_CHECK(require(session, access::Right::WriteClinical));
    AMBROISE_TRY(const auto kept, practice.patients().reload(patient));
    if (kept.mergedInto.isStored()) // at another post, while this one was typing
        return Error{ErrorCode::Conflict, u"patient.merged"_qs, {}};
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(practice.connection()));
    for (const record::Measure &measure : measures)
        AMBROISE_CHECK(practice.records().add(patient, measure.entry(at), session.actor()));
    return transaction.commit();
}

Status sayNone(Practice &practice, const access::Session &session, PatientId patient,
               record::Topic topic, bool none)
{
    AMBROISE_CHECK(require(session, access::Right::WriteClinical));
    AMBROISE_TRY(const auto ids, practice.patients().recordIds(patient));
    return none ? practice.records().sayNone(topic, ids, session.actor())
                : practice.records().forgetNone(topic, ids, session.actor());
}

void addGrowth(record::ui::RecordServices &services, Practice &practice,
               const access::Session &session, const WritingAids &aids)
{
    services.growthReferences = [&aids] {
        return aids.growth();
    };
    services.lastGrowthReference = [&practice, &session] {
        const auto last = access::ChoicesRepository(practice.connection())
                              .last(session.account().id, growthReference);
        return last.ok() ? *last : QString(); // else those of the WHO
    };
    services.keepGrowthReference = [&practice, &session](const QString &title) {
        (void)access::ChoicesRepository(practice.connection())
            .keep(session.account().id, growthReference, title);
    };
}

} // namespace

WritingAids::WritingAids(Practice &practice, UserId user)
    : m_practice(practice)
    , m_spelling(std::make_unique<uikit::Spelling>())
{
    if (const auto words = practice.preferences().learntWords(user); words.ok())
        m_spelling->learn(*words);
}

WritingAids::~WritingAids() = default;

void WritingAids::load()
{
    if (!m_spelling->isReady())
        m_spelling->load();
    const auto read = [database = m_practice.database()]() -> Result<record::ConditionIndex> {
        const SystemClock clock;
        AMBROISE_TRY(const auto db, database.connect());
        AMBROISE_TRY(auto all, record::Cim10(*db, clock).all());
        return record::ConditionIndex(std::move(all));
    };
    uikit::whenDone(this, QtConcurrent::run(read),
                    [this](const Result<record::ConditionIndex> &index) {
                        if (index.ok())
                            m_conditions = *index;
                    });
}

void WritingAids::loadGrowth()
{
    using References = QList<record::GrowthReference>;
    const auto read = [database = m_practice.database()]() -> Result<References> {
        (void)record::GrowthReference::who(); // its tables are read once, before a child's record
        const SystemClock clock;
        AMBROISE_TRY(const auto db, database.connect());
        return record::GrowthReferences(*db, clock).all();
    };
    uikit::whenDone(this, QtConcurrent::run(read), [this](const Result<References> &found) {
        if (!found.ok()) // those of the WHO are there
            qWarning("growth: %s", qPrintable(found.error().subject));
        if (!found.ok() || *found == m_growth)
            return;
        m_growth = *found;
        Q_EMIT growthChanged();
    });
}

std::optional<record::ui::Examined> examinedOf(const patient::Patient &patient, QDate today)
{
    const auto &traits = patient.details.identity.traits();
    const QDate birth = traits.birthDate().date();
    if (!birth.isValid() || traits.sex() == identity::Sex::Indeterminate)
        return std::nullopt;
    int age = today.year() - birth.year();
    if (birth.addYears(age) > today)
        --age;
    return record::ui::Examined{age,
                                traits.sex() == identity::Sex::Female ? record::KidneySex::Female
                                                                      : record::KidneySex::Male,
                                birth, !traits.birthDate().isInterpreted()};
}

QList<record::Entry> ordonnanceLines(const QList<prescription::Ordonnance> &ordonnances)
{
    QList<record::Entry> lines;
    for (const prescription::Ordonnance &one : ordonnances) {
        QStringList drugs;
        for (const prescription::Line &line : one.content.lines())
            drugs << line.label;
        record::Entry line;
        line.content.kind = record::EntryKind::Document;
        line.content.happened = one.content.signedAt();
        line.content.title = Words::tr("Ordonnance, %n ligne(s)", nullptr, int(drugs.size()));
        if (one.isCancelled())
            line.content.title += Words::tr(", annulée");
        line.content.body = drugs.join(u'\n');
        line.content.code = record::ui::ordonnanceCode + one.id.toString();
        const prescription::PrescriberOnPaper &who = one.content.prescriber();
        line.authorName =
            QStringList{who.title, who.givenName, who.surname}.join(u' ').simplified();
        lines << line;
    }
    std::stable_sort(lines.begin(), lines.end(), [](const auto &a, const auto &b) {
        return a.content.happened > b.content.happened;
    });
    return lines;
}

record::ui::TemplateServices templateServices(Practice &practice, const access::Session &session)
{
    record::ui::TemplateServices services;
    services.me = session.account().id;
    services.all = [&practice, me = services.me] {
        return practice.noteTemplates().of(me);
    };
    services.save = [&practice](const record::NoteTemplate &one) {
        return practice.noteTemplates().save(one);
    };
    services.remove = [&practice](record::NoteTemplateId id) {
        return practice.noteTemplates().remove(id);
    };
    services.explain = sentenceOf;
    return services;
}

record::ui::RecordServices recordServices(Practice &practice, const access::Session &session,
                                          const patient::Patient &patient, WritingAids &aids)
{
    const PatientId id = patient.id;
    record::ui::RecordServices services;
    services.saveDraft = [&practice, &session, id](bool correction, const QString &body) {
        const UserId author = session.account().id;
        return body.isEmpty() ? practice.drafts().drop(author, kindOf(correction), id.value)
                              : practice.drafts().save(author, kindOf(correction), id.value, body);
    };
    services.findDraft = [&practice, &session, id](bool correction) -> Result<QString> {
        AMBROISE_TRY(const auto draft,
                     practice.drafts().find(session.account().id, kindOf(correction), id.value));
        return draft ? draft->body : QString();
    };
    services.sign = [&practice, &session, id](const NoteDraft &draft) {
        return sign(practice, session, id, draft);
    };
    services.find = [&practice](EntryId entry) {
        return practice.records().find(entry);
    };
    services.measuresOf = [&practice](EntryId note) {
        return practice.notes().measuresOf(note);
    };
    services.revisions = [&practice](EntryId entry) {
        return practice.records().revisions(entry);
    };
    services.linkedWith = [&practice](EntryId entry) {
        return practice.records().linkedWith(entry);
    };
    services.hasFile = [](const record::Entry &entry) {
        return documents::documentOf(entry.content.code).has_value() ||
               entry.content.code.startsWith(record::ui::ordonnanceCode);
    };
    services.templates = [&practice, &session] {
        return practice.noteTemplates().of(session.account().id);
    };
    services.keepTemplate = [&practice, &session](const QString &name, const QString &text) {
        return keepTemplate(practice, session, name, text);
    };
    services.learnWord = [&practice, &session, &aids](const QString &word) {
        aids.spelling().learn({word});
        return practice.preferences().learnWord(session.account().id, word);
    };
    services.lastFilter = [&practice, &session] {
        const auto last = access::ChoicesRepository(practice.connection())
                              .last(session.account().id, historyFilter);
        return last.ok() ? last->toInt() : 0; // of nothing but a filter: everything is shown
    };
    services.keepFilter = [&practice, &session](int filter) {
        (void)access::ChoicesRepository(practice.connection())
            .keep(session.account().id, historyFilter, QString::number(filter));
    };
    services.suggestCodes = [&aids](const record::Note &note) {
        return suggestions(aids.conditions(), note);
    };
    services.searchConditions = [&aids](const QString &typed) {
        constexpr int most = 8;
        return aids.conditions().search(typed, most);
    };
    services.keepLine = [&practice, &session, id](const record::Entry &line) {
        return keepLine(practice, session, id, line);
    };
    services.sayNone = [&practice, &session, id](record::Topic topic, bool none) {
        return sayNone(practice, session, id, topic, none);
    };
    services.posology = [](const record::NewEntry &treatment) {
        return prescription::doseSentence(prescription::recordedLine(treatment));
    };
    services.addMeasures = [&practice, &session, id](const QList<record::Measure> &measures,
                                                     const QDateTime &at) {
        return addMeasures(practice, session, id, measures, at);
    };
    services.noteOf = [&practice](EntryId measure) {
        return practice.notes().noteOf(measure);
    };
    services.labelOf = [&aids](const record::ConditionCode &code) {
        return aids.conditions().labelOf(code);
    };
    addGrowth(services, practice, session, aids);
    services.explain = sentenceOf;
    services.examined = examinedOf(patient, practice.clock().today());
    services.spelling = &aids.spelling();
    services.mayWrite = session.may(access::Right::WriteClinical);
    return services;
}

} // namespace ambroise::app
