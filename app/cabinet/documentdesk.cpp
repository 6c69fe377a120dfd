// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentdesk.h"

#include "cameradialog.h"
#include "pdfout.h"
#include "post.h"
#include "scandialog.h"
#include "scanfolder.h"

#include <words/sentences.h>

#include <ambroise/uikit/shortcuts.h>

#include <QBuffer>
#include <QFileDialog>
#include <QFileInfo>
#include <QtConcurrent>

namespace ambroise::app {
namespace {

using documents::FileContent;
using documents::ui::Filing;
using documents::ui::FilingKind;
using documents::ui::LookedAt;
using uikit::Act;

constexpr int photographQuality = 92;

record::EntryKind entryKindOf(FilingKind kind)
{
    switch (kind) {
    case FilingKind::Letter:
        return record::EntryKind::Letter;
    case FilingKind::Result:
        return record::EntryKind::Result;
    case FilingKind::Document:
        break;
    }
    return record::EntryKind::Document;
}

QString kindWord(record::EntryKind kind)
{
    switch (kind) {
    case record::EntryKind::Letter:
        return DocumentDesk::tr("Courrier");
    case record::EntryKind::Result:
        return DocumentDesk::tr("Résultat");
    default:
        return DocumentDesk::tr("Document");
    }
}

//! Its own words alone are looked at here: reading them off a scan takes too long to wait for.
Result<LookedAt> look(const QString &path, QDate today)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unavailable, u"document.unreadable"_qs, {}};
    if (file.size() > FileContent::largest)
        return Error{ErrorCode::Invalid, u"document.large"_qs, {}};
    AMBROISE_TRY(const auto content, FileContent::inspect(file.readAll()));
    const QFileInfo info(path);
    QString title = info.completeBaseName();
    title.replace(u'_', u' ');
    QDate day;
    if (content.kind() != documents::FileKind::Image)
        day = documents::dayIn(documents::ownTextOf(content), today).value_or(QDate());
    if (!day.isValid())
        day = std::min(info.lastModified().date(), today);
    return LookedAt{content, info.fileName(), title.simplified(), day, path};
}

} // namespace

DocumentDesk::DocumentDesk(Practice &practice, const access::Session &session, PatientId patient,
                           DocumentTexts &texts, QWidget *parent)
    : QObject(parent)
    , m_practice(practice)
    , m_session(session)
    , m_patient(patient)
    , m_texts(texts)
{
    documents::ui::DocumentServices services;
    services.rows = [this] {
        return rows();
    };
    services.open = [this](documents::DocumentId id) -> Result<FileContent> {
        AMBROISE_CHECK(require(m_session, access::Right::ReadClinical, m_patient));
        return m_practice.documents().open(id, m_session.actor());
    };
    services.words = [this](documents::DocumentId id) {
        return wordsOf(id);
    };
    services.look = [today = practice.clock().today()](const QString &path) {
        return QtConcurrent::run(look, path, today);
    };
    services.file = [this](const Filing &filing) {
        return file(filing);
    };
    services.consultations = [this] {
        return consultations();
    };
    services.explain = sentenceOf;
    services.mayFile = session.may(access::Right::WriteClinical);
    m_page = new documents::ui::DocumentsPage(services, practice.clock(), parent);
    connect(m_page, &documents::ui::DocumentsPage::importRequested, this, &DocumentDesk::import);
    connect(m_page, &documents::ui::DocumentsPage::filed, this, &DocumentDesk::filed);
}

void DocumentDesk::addActs(uikit::ActionMap &actions, const std::function<void()> &show)
{
    const QString group = tr("Documents");
    if (m_session.may(access::Right::WriteClinical))
        actions.key(Act{u"document.import"_qs, tr("Ranger un document…"), group, u"inbox"_qs},
                    Qt::CTRL | Qt::Key_I, [this, show] {
                        show();
                        import();
                    });
    if (m_session.may(access::Right::WriteClinical))
        actions.key(
            Act{u"document.scans"_qs, tr("Ranger ce que le scanner a lu"), group, u"inbox"_qs},
            Qt::CTRL | Qt::SHIFT | Qt::Key_I, [this, show] {
                show();
                takeScans();
            });
    if (m_session.may(access::Right::WriteClinical))
        actions.key(Act{u"document.scan"_qs, tr("Scanner"), group, u"file-earmark-text"_qs},
                    Qt::CTRL | Qt::SHIFT | Qt::Key_S, [this, show] {
                        show();
                        scan();
                    });
    if (m_session.may(access::Right::WriteClinical))
        actions.key(Act{u"document.photo"_qs, tr("Prendre une photo"), group, u"camera"_qs},
                    Qt::CTRL | Qt::SHIFT | Qt::Key_P, [this, show] {
                        show();
                        photograph();
                    });
    auto *own = new uikit::ActionMap(m_page); // while it is in front: R means else elsewhere
    own->letter(Act{u"document.turn"_qs, tr("Tourner la page"), group}, 'R',
                [this] { m_page->turn(); });
    own->letter(Act{u"document.compare"_qs, tr("Comparer à un autre"), group}, 'A',
                [this] { m_page->compare(); });
    own->key(Act{u"document.print"_qs, tr("Imprimer"), group}, QKeySequence::Print,
             [this] { print(); });
}

void DocumentDesk::import()
{
    m_page->take(QFileDialog::getOpenFileNames(
        m_page, tr("Ranger un document"), {},
        tr("Documents (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.txt);;Tous (*)")));
}

void DocumentDesk::takeScans()
{
    const QString folder = Post::load().scanFolder;
    const auto scans = folder.isEmpty()
                           ? Result<QStringList>(Error{ErrorCode::NotFound, u"scan.unset"_qs, {}})
                           : scansIn(folder);
    if (scans.ok())
        m_page->take(*scans);
    else
        m_page->tell(scans.error());
}

void DocumentDesk::scan()
{
    const QPointer<ScanDialog> dialog(new ScanDialog(m_page)); // which may go first
    while (dialog && dialog->exec() == QDialog::Accepted && dialog) {
        const auto pdf = documents::pdfOf(dialog->pages(), tr("Document scanné"));
        const auto content =
            pdf.ok() ? FileContent::inspect(*pdf) : Result<FileContent>(pdf.error());
        if (!content.ok()) { // the pages are kept
            dialog->tell(content.error());
            continue;
        }
        m_page->take({*content,
                      tr("scan.pdf"),
                      tr("Document scanné"),
                      m_practice.clock().today(),
                      {},
                      FilingKind::Letter});
        break;
    }
    delete dialog;
}

void DocumentDesk::photograph()
{
    if (const Status asked = imagesAllowed(); !asked.ok()) {
        m_page->tell(asked.error());
        return;
    }
    const QImage image = takePhotograph(*m_page);
    if (image.isNull())
        return;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPG", photographQuality);
    const auto content = FileContent::inspect(bytes);
    if (content.ok())
        m_page->take({*content,
                      tr("photographie.jpg"),
                      tr("Photographie"),
                      m_practice.clock().today(),
                      {},
                      FilingKind::Document});
    else
        m_page->tell(content.error());
}

//! Who objected to photographs in their record is not photographed.
Status DocumentDesk::imagesAllowed() const
{
    AMBROISE_TRY(const auto ids, m_practice.patients().recordIds(m_patient));
    AMBROISE_TRY(const auto file, m_practice.administrative().read(ids));
    const patient::Consent *answer = file.answer(patient::ConsentTopic::Images);
    return answer && !answer->agreed ? Status(Error{ErrorCode::Denied, u"consent.images"_qs, {}})
                                     : done();
}

void DocumentDesk::print()
{
    const auto &shown = m_page->shown();
    if (shown && shown->kind() == documents::FileKind::Pdf)
        (void)printPdf(shown->bytes(), m_page);
}

Result<documents::DocumentId> DocumentDesk::file(const Filing &filing)
{
    AMBROISE_CHECK(require(m_session, access::Right::WriteClinical));
    AMBROISE_TRY(const auto kept, m_practice.patients().reload(m_patient));
    if (kept.mergedInto.isStored())
        return Error{ErrorCode::Conflict, u"patient.merged"_qs, {}};
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_practice.connection()));
    AMBROISE_TRY(const auto id, m_practice.documents().file(kept.recordIds(), filing.content,
                                                            filing.name, m_session.actor()));
    record::NewEntry entry;
    entry.kind = entryKindOf(filing.kind);
    entry.title = filing.title;
    entry.code = documents::entryCode(id);
    entry.happened = QDateTime(filing.day, QTime(12, 0), Qt::UTC);
    AMBROISE_TRY(const auto filed, m_practice.records().add(m_patient, entry, m_session.actor()));
    if (filing.consultation > 0)
        AMBROISE_CHECK(m_practice.records().link(record::EntryId{filing.consultation}, filed));
    AMBROISE_CHECK(transaction.commit());
    m_texts.readOn();
    const Status taken = removeScan(Post::load().scanFolder, filing.path, filing.content.bytes());
    if (!taken.ok()) // it is filed all the same: told once the page has gone on
        QMetaObject::invokeMethod(
            m_page, [this, error = taken.error()] { m_page->tell(error); }, Qt::QueuedConnection);
    return id;
}

//! The last ones, to which a file may belong.
QList<documents::ui::ConsultationRow> DocumentDesk::consultations() const
{
    constexpr qsizetype most = 12;
    QList<documents::ui::ConsultationRow> found;
    const auto ids = m_practice.patients().recordIds(m_patient);
    if (!ids.ok())
        return found;
    const auto overview = m_practice.records().overview(*ids);
    if (!overview.ok())
        return found; // the record's own page tells why
    for (const record::Entry &entry : overview->history)
        if (entry.content.kind == record::EntryKind::Consultation && found.size() < most)
            found.append(
                {entry.id.value, entry.content.title, entry.content.happened.toLocalTime().date()});
    return found;
}

//! Read into the entry that stands for it.
Result<QString> DocumentDesk::wordsOf(documents::DocumentId id) const
{
    AMBROISE_CHECK(require(m_session, access::Right::ReadClinical, m_patient));
    AMBROISE_TRY(const auto ids, m_practice.patients().recordIds(m_patient));
    AMBROISE_TRY(const auto overview, m_practice.records().overview(ids));
    for (const record::Entry &entry : overview.history)
        if (documents::documentOf(entry.content.code) == id)
            return entry.content.body;
    return QString();
}

Result<QList<documents::ui::DocumentRow>> DocumentDesk::rows() const
{
    AMBROISE_CHECK(require(m_session, access::Right::ReadClinical, m_patient));
    AMBROISE_TRY(const auto ids, m_practice.patients().recordIds(m_patient));
    AMBROISE_TRY(const auto files, m_practice.documents().of(ids));
    if (files.isEmpty())
        return QList<documents::ui::DocumentRow>();
    AMBROISE_TRY(const auto overview, m_practice.records().overview(ids));
    QHash<documents::DocumentId, documents::Document> byId;
    for (const documents::Document &one : files)
        byId.insert(one.id, one);
    QList<documents::ui::DocumentRow> found;
    for (const record::Entry &entry : overview.history) { // in the order of the record
        const auto id = documents::documentOf(entry.content.code);
        const auto one = id ? byId.constFind(*id) : byId.constEnd();
        if (one != byId.constEnd())
            found.append({one->id, entry.content.title, entry.content.happened.toLocalTime().date(),
                          kindWord(entry.content.kind), one->authorName, one->hasText});
    }
    return found;
}

} // namespace ambroise::app
