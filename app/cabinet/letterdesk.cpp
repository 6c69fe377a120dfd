// SPDX-License-Identifier: GPL-3.0-or-later
#include "letterdesk.h"

#include "draftkinds.h"
#include "lettervalues.h"
#include "paperhead.h"
#include "printout.h"

#include <words/sentences.h>

#include <ambroise/core/text.h>
#include <ambroise/documents/letterbody.h>
#include <ambroise/documents/letterprint.h>
#include <ambroise/uikit/shell/actionbar.h>
#include <ambroise/uikit/shortcuts.h>

#include <QAction>
#include <QtConcurrent>

namespace ambroise::app {
namespace {

using documents::DocumentId;
using documents::FileContent;
using documents::KeptTemplate;
using documents::Letter;
using documents::LetterDraft;
using documents::LetterKind;
using documents::Recipient;
using documents::ui::LetterPage;
using uikit::Act;

Result<QList<KeptTemplate>> offered(Practice &practice)
{
    AMBROISE_TRY(auto all, practice.letterTemplates().all());
    all.removeIf([](const KeptTemplate &one) { return one.hidden; });
    return all;
}

//! With none used yet, a letter begins with the first one of the list.
std::optional<KeptTemplate> usualTemplate(Practice &practice, UserId user, LetterKind kind)
{
    const auto usual = practice.letterTemplates().usual(user, kind);
    if (usual.ok() && *usual)
        return *usual;
    const auto all = offered(practice);
    if (!all.ok() || kind != LetterKind::Letter)
        return std::nullopt;
    for (const KeptTemplate &one : *all)
        if (one.text.kind() == kind)
            return one;
    return std::nullopt;
}

record::NewEntry entryOf(const Letter &letter, DocumentId document, const QDateTime &now)
{
    record::NewEntry entry;
    entry.kind = letter.kind() == LetterKind::Letter ? record::EntryKind::Letter
                                                     : record::EntryKind::Document;
    entry.title = letter.subject();
    entry.code = documents::entryCode(document);
    entry.happened = now;
    const QString to = letter.recipient().lines().join(u", "_qs);
    entry.body = (to.isEmpty() ? QString() : u"À : "_qs + to + u"\n\n"_qs) +
                 documents::plainText(letter.body());
    return entry;
}

Recipient recipientOf(const patient::Correspondent &one)
{
    QStringList address = one.address.street.split(u'\n', Qt::SkipEmptyParts);
    const QString city = (one.address.postalCode + u' ' + one.address.city).trimmed();
    if (!city.isEmpty())
        address << city;
    if (!one.address.country.isEmpty())
        address << one.address.country;
    return {displayName(one), one.profession, address};
}

} // namespace

LetterDesk::LetterDesk(Practice &practice, const access::Session &session, PatientId patient,
                       SignatureSource signature, QWidget *parent)
    : QObject(parent)
    , m_practice(practice)
    , m_session(session)
    , m_patient(patient)
    , m_signature(std::move(signature))
    , m_page(new LetterPage(services(), practice.clock(), parent))
{
    connect(m_page, &LetterPage::signedAs, this, &LetterDesk::signedAs);
    connect(m_page, &LetterPage::stateChanged, this, &LetterDesk::changed);
    m_page->restore();
}

void LetterDesk::addActs(uikit::ActionMap &actions, uikit::ActionBar &bar,
                         const std::function<void()> &show)
{
    const QString group = tr("Courrier");
    bar.addAct(
        actions.letter(Act{u"record.letter"_qs, tr("Courrier"), tr("Dossier")}, 'C', [this, show] {
            show();
            m_page->beginLetter();
        }));
    bar.addAct(actions.letter(Act{u"record.certificate"_qs, tr("Certificat"), tr("Dossier")}, 'T',
                              [this, show] {
                                  show();
                                  m_page->beginCertificate();
                              }));
    auto *own = new uikit::ActionMap(m_page); // while it is in front
    own->key(Act{u"letter.templates"_qs, tr("Modèles"), group}, Qt::Key_F4,
             [this] { m_page->focusTemplates(); });
    own->key(Act{u"letter.make_template"_qs, tr("Faire un modèle"), group}, Qt::SHIFT | Qt::Key_F4,
             [this] { m_page->makeTemplate(); });
    own->letter(Act{u"letter.recipient"_qs, tr("Destinataire"), group}, 'A',
                [this] { m_page->focusRecipient(); });
    own->letter(Act{u"letter.take_up"_qs, tr("Modifier le courrier signé"), group}, 'M',
                [this] { m_page->takeUp(); });
    own->key(Act{u"letter.print"_qs, tr("Imprimer"), group}, QKeySequence::Print,
             [this] { m_page->printSigned(); });
}

void LetterDesk::dress(QAction &primary) const
{
    primary.setVisible(true);
    primary.setText(tr("Signer et imprimer"));
    primary.setEnabled(!m_page->isEmpty());
    primary.setToolTip(m_page->isEmpty() ? tr("Écrire le courrier d’abord") : QString());
}

documents::ui::LetterServices LetterDesk::services()
{
    documents::ui::LetterServices services;
    services.templates = [this] {
        return offered(m_practice);
    };
    services.usual = [this](LetterKind kind) {
        return usualTemplate(m_practice, m_session.account().id, kind);
    };
    services.values = [this] {
        return values();
    };
    services.find = [this](const QString &typed) {
        return recipientsFound(typed);
    };
    services.usualRecipients = [this] {
        return usualRecipients();
    };
    services.preview = [this](const LetterDraft &draft) {
        return preview(draft);
    };
    services.sign = [this](const LetterDraft &draft) {
        return sign(draft);
    };
    services.print = [this](DocumentId letter) -> QFuture<Result<QString>> {
        const auto content = m_practice.documents().open(letter, m_session.actor());
        return content.ok() ? printAs(PaperKind::Letter, content->bytes(), tr("Courrier"))
                            : QtFuture::makeReadyFuture(Result<QString>(content.error()));
    };
    services.signedOnes = [this]() -> Result<QList<documents::SignedLetter>> {
        AMBROISE_CHECK(require(m_session, access::Right::ReadClinical, m_patient));
        AMBROISE_TRY(const auto ids, m_practice.patients().recordIds(m_patient));
        return m_practice.letters().of(ids);
    };
    services.open = [this](DocumentId letter) -> Result<FileContent> {
        AMBROISE_CHECK(require(m_session, access::Right::ReadClinical, m_patient));
        return m_practice.documents().open(letter, m_session.actor());
    };
    services.saveDraft = [this](const QString &body) {
        const UserId author = m_session.account().id;
        return body.isEmpty()
                   ? m_practice.drafts().drop(author, letterDraft, m_patient.value)
                   : m_practice.drafts().save(author, letterDraft, m_patient.value, body);
    };
    services.findDraft = [this]() -> Result<QString> {
        AMBROISE_TRY(const auto draft, m_practice.drafts().find(m_session.account().id, letterDraft,
                                                                m_patient.value));
        return draft ? draft->body : QString();
    };
    services.keepTemplate = [this](const QString &name, const LetterDraft &draft) {
        return keepTemplate(name, draft);
    };
    services.explain = sentenceOf;
    return services;
}

Result<documents::FieldValues> LetterDesk::values() const
{
    AMBROISE_CHECK(require(m_session, access::Right::ReadClinical, m_patient));
    AMBROISE_TRY(const auto kept, m_practice.patients().reload(m_patient));
    AMBROISE_TRY(const auto overview, m_practice.records().overview(kept.recordIds()));
    AMBROISE_TRY(const auto head, paperHead(m_practice, m_session));
    return letterValues(kept.details, overview, head, m_practice.clock().today());
}

//! The patient's care team, the médecin traitant first, unless it is who writes.
QList<Recipient> LetterDesk::usualRecipients() const
{
    const auto kept = m_practice.patients().reload(m_patient);
    if (!kept.ok())
        return {};
    const QString traitant = kept->details.medecinTraitant.simplified();
    QList<Recipient> team;
    if (!traitant.isEmpty())
        team << Recipient{traitant, u"Médecin traitant"_qs, {}};
    if (const auto file = m_practice.administrative().read(kept->recordIds()); file.ok())
        for (const auto &line : file->team)
            if (const auto *one = file->correspondent(line.content.correspondent)) {
                if (line.content.medecinTraitant)
                    team.first() = recipientOf(*one); // with the address
                else
                    team << recipientOf(*one);
            }
    const QString writer = text::folded(m_session.account().person.surname);
    if (!traitant.isEmpty() && text::foldedWords(traitant).contains(writer))
        team.removeFirst();
    return team;
}

//! Those of the care team first, then the address book.
QList<Recipient> LetterDesk::recipientsFound(const QString &typed) const
{
    constexpr int most = 12;
    QList<Recipient> found = usualRecipients();
    found.removeIf([wanted = text::folded(typed)](const Recipient &one) {
        return !text::folded(one.name + u' ' + one.profession).contains(wanted);
    });
    if (const auto book = m_practice.correspondents().search(typed, most); book.ok())
        for (const patient::Correspondent &one : *book)
            if (const Recipient recipient = recipientOf(one); !found.contains(recipient))
                found << recipient;
    return found;
}

QFuture<Result<FileContent>> LetterDesk::preview(const LetterDraft &draft) const
{
    auto head = paperHead(m_practice, m_session);
    const auto kept = m_practice.patients().reload(m_patient);
    if (!head.ok() || !kept.ok())
        return QtFuture::makeReadyFuture(
            Result<FileContent>(head.ok() ? kept.error() : head.error()));
    head->draft = true;
    const Letter letter = Letter::unfinished(draft, head->city, m_practice.clock().today());
    return QtConcurrent::run(
        [letter, paper = *head, details = kept->details]() -> Result<FileContent> {
            AMBROISE_TRY(const auto printed,
                         documents::printLetter(letter, paper, documents::paperPatientOf(details)));
            return FileContent::inspect(printed.pdf);
        });
}

Result<DocumentId> LetterDesk::sign(const LetterDraft &draft)
{
    AMBROISE_CHECK(require(m_session, access::Right::WriteClinical));
    AMBROISE_TRY(const auto kept, m_practice.patients().reload(m_patient));
    if (kept.mergedInto.isStored()) // at another post, while this one was being written
        return Error{ErrorCode::Conflict, u"patient.merged"_qs, {}};
    AMBROISE_TRY(auto head, paperHead(m_practice, m_session));
    head.signature = m_signature();
    AMBROISE_TRY(const auto letter, Letter::make(draft, head.city, m_practice.clock().today()));
    AMBROISE_TRY(const auto printed,
                 documents::printLetter(letter, head, documents::paperPatientOf(kept.details)));
    // The draft goes with the signature: after a crash the letter is one or the other.
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_practice.connection()));
    AMBROISE_TRY(const DocumentId id,
                 m_practice.letters().keep(kept.recordIds(), draft, printed.pdf,
                                           letter.subject() + u".pdf"_qs, m_session.actor()));
    AMBROISE_CHECK(m_practice.records().add(
        m_patient, entryOf(letter, id, m_practice.clock().now()), m_session.actor()));
    if (!draft.templateKey.isEmpty())
        AMBROISE_CHECK(
            m_practice.letterTemplates().noteUse(m_session.account().id, draft.templateKey));
    AMBROISE_CHECK(m_practice.drafts().drop(m_session.account().id, letterDraft, m_patient.value));
    AMBROISE_CHECK(transaction.commit());
    return id;
}

Status LetterDesk::keepTemplate(const QString &name, const LetterDraft &draft)
{
    AMBROISE_CHECK(require(m_session, access::Right::WriteClinical));
    AMBROISE_TRY(const auto known, values());
    AMBROISE_TRY(const auto kept, m_practice.patients().reload(m_patient));
    const QString subject = documents::unfilled(draft.subject, known);
    const QString body = documents::unfilled(draft.body, known);
    if (namesPatient(name + u'\n' + subject + u'\n' + body, kept.details))
        return Error{ErrorCode::Invalid, u"letter_template.patient"_qs, {}};
    AMBROISE_TRY(const auto text,
                 documents::LetterTemplate::make({name, draft.kind, subject, body, {}}));
    AMBROISE_CHECK(m_practice.letterTemplates().add(text, m_session.actor()));
    return done();
}

documents::ui::LetterTemplateServices letterTemplateServices(Practice &practice,
                                                             const access::Session &session)
{
    documents::ui::LetterTemplateServices services;
    services.all = [&practice] {
        return practice.letterTemplates().all();
    };
    services.add = [&practice, &session](const documents::LetterTemplate &text) -> Result<QString> {
        AMBROISE_CHECK(require(session, access::Right::WriteClinical));
        return practice.letterTemplates().add(text, session.actor());
    };
    services.change = [&practice, &session](const KeptTemplate &before,
                                            const documents::LetterTemplate &text) -> Status {
        AMBROISE_CHECK(require(session, access::Right::WriteClinical));
        return practice.letterTemplates().change(before, text, session.actor());
    };
    services.setHidden = [&practice, &session](const KeptTemplate &before, bool hidden) -> Status {
        AMBROISE_CHECK(require(session, access::Right::WriteClinical));
        return practice.letterTemplates().setHidden(before, hidden, session.actor());
    };
    services.restore = [&practice, &session](const KeptTemplate &before) -> Status {
        AMBROISE_CHECK(require(session, access::Right::WriteClinical));
        return practice.letterTemplates().restore(before, session.actor());
    };
    services.explain = sentenceOf;
    return services;
}

} // namespace ambroise::app
