// SPDX-License-Identifier: GPL-3.0-or-later
#include "openrecords.h"

#include <algorithm>
#include <utility>

namespace ambroise::app {
namespace {

const QString newTab = QStringLiteral("new");

} // namespace

OpenRecords::OpenRecords(Practice &practice, const access::Session &session, CardDesk &cards,
                         uikit::OpenTabs &tabs, QStackedWidget &pages)
    : m_practice(practice)
    , m_session(session)
    , m_cards(cards)
    , m_tabs(tabs)
    , m_pages(pages)
    , m_insi(practice, session, cards,
             [this](const insi::CardSigner::Answer &answer) { askCardCode(answer); })
    , m_aids(practice, session.account().id)
    , m_texts(practice)
{
    connect(&cards, &CardDesk::removed, this,
            [this](const QString &serial) { m_insi.forgetCard(serial); });
    connect(&m_aids, &WritingAids::growthChanged, this, [this] {
        if (RecordView *front = current())
            front->refresh();
    });
    if (session.may(access::Right::ReadClinical))
        m_aids.loadGrowth();
    if (!session.may(access::Right::WriteClinical))
        return;
    m_aids.load();
    m_texts.readOn(); // what was filed and not read yet
}

OpenRecords::~OpenRecords()
{
    qDeleteAll(std::exchange(m_views, {})); // before INSi, which they may be asking
}

RecordView *OpenRecords::current() const
{
    return qobject_cast<RecordView *>(m_pages.currentWidget());
}

void OpenRecords::askCardCode(const insi::CardSigner::Answer &answer) const
{
    const RecordView *front = current();
    identity::ui::IdentityPage *page = front ? front->identityPage() : nullptr;
    const auto answered = [answer](const std::optional<QString> &code) {
        answer(code
                   ? pinOf(*code)
                   : Result<cards::Pin>(Error{ErrorCode::Cancelled, u"card.pin_cancelled"_qs, {}}));
    };
    if (page && page->isVisible())
        page->askCode(answered);
    else if (!m_askCode || !m_askCode(answered))
        answered(std::nullopt);
}

InsiSource OpenRecords::insi()
{
    return [this] {
        return m_insi.service();
    };
}

Status OpenRecords::open(PatientId id)
{
    AMBROISE_CHECK(require(m_session, access::Right::ReadAdministrative));
    AMBROISE_TRY(const PatientId kept, m_practice.patients().keptFor(id));
    const QString tab = kept.toString();
    if (!m_views.contains(tab)) {
        AMBROISE_TRY(const auto patient, m_practice.patients().open(kept, m_session.actor()));
        const RecordView &view = add(tab, patient);
        connect(&view, &RecordView::titleChanged, this, [this, tab](const QString &title) {
            m_tabs.setTabText(m_tabs.indexOf(tab), title);
        });
        connect(&view, &RecordView::journalRequested, this,
                [this, &view](PatientId of) { Q_EMIT journalRequested(of, view.title()); });
        connect(&view, &RecordView::breakGlassRequested, this, &OpenRecords::breakGlassRequested);
        connect(&view, &RecordView::mergeRequested, this, &OpenRecords::mergeRequested);
        connect(&view, &RecordView::consultationEnded, this, &OpenRecords::consultationEnded);
        connect(&view, &RecordView::resultsChanged, this, &OpenRecords::resultsChanged);
        connect(&view, &RecordView::resultsRequested, this, &OpenRecords::resultsRequested);
    }
    bring(tab);
    return done();
}

Status OpenRecords::reopen(PatientId id)
{
    AMBROISE_CHECK(close(id.toString()));
    return open(id);
}

void OpenRecords::reloadAids()
{
    if (m_session.may(access::Right::ReadClinical))
        m_aids.loadGrowth();
    if (m_session.may(access::Right::WriteClinical))
        m_aids.load();
}

bool OpenRecords::isFillingNew() const
{
    return m_views.contains(newTab);
}

RecordView &OpenRecords::openNew()
{
    if (!m_views.contains(newTab)) {
        RecordView &view = add(newTab, std::nullopt);
        connect(&view, &RecordView::created, this, [this](PatientId id) {
            (void)close(newTab); // what it held is the record now
            Q_EMIT created(id);
        });
    }
    bring(newTab);
    RecordView &view = *m_views.value(newTab);
    view.setFocus();
    return view;
}

RecordView &OpenRecords::add(const QString &tab, const std::optional<patient::Patient> &patient)
{
    const RecordView::Reach reach{insi(), [this] { return m_vitale.reader(); }, m_aids, m_texts,
                                  m_cards};
    auto *view = new RecordView(m_practice, m_session, reach, patient, &m_pages);
    m_views.insert(tab, view);
    m_pages.addWidget(view);
    m_tabs.add(tab, patient ? view->title() : tr("Nouveau patient"));
    connect(view, &RecordView::openRequested, this, &OpenRecords::openRequested);
    return *view;
}

void OpenRecords::bring(const QString &tab)
{
    m_tabs.select(tab);
    show(tab);
}

bool OpenRecords::show(const QString &tab)
{
    RecordView *view = m_views.value(tab);
    if (!view)
        return false;
    view->refresh();
    m_pages.setCurrentWidget(view);
    Q_EMIT shown(view->title());
    return true;
}

Status OpenRecords::close(const QString &tab)
{
    RecordView *view = m_views.value(tab);
    if (!view)
        return done();
    AMBROISE_CHECK(view->keepDrafts()); // what is typed has no other place yet
    take(tab)->deleteLater();
    return done();
}

RecordView *OpenRecords::take(const QString &tab)
{
    RecordView *view = m_views.take(tab);
    m_pages.removeWidget(view);
    if (const int index = m_tabs.indexOf(tab); index >= 0)
        m_tabs.removeTab(index);
    if (m_views.isEmpty())
        Q_EMIT emptied();
    return view;
}

void OpenRecords::closeForbidden()
{
    const QList<QString> open = m_views.keys();
    for (const QString &tab : open)
        if (RecordView *view = m_views.value(tab); !view->isAllowed()) {
            (void)view->keepDrafts(); // the right to see it ended, kept or not
            delete take(tab);         // its documents too, before they come back with the others
        }
}

void OpenRecords::keepDrafts()
{
    for (RecordView *view : std::as_const(m_views))
        (void)view->keepDrafts();
}

void OpenRecords::follow(const QList<storage::Change> &changes)
{
    RecordView *front = current();
    if (!front)
        return;
    const qint64 shown = m_views.key(front).toLongLong();
    const bool concerned =
        std::any_of(changes.begin(), changes.end(), [shown](const storage::Change &change) {
            return change.topic.isEmpty() || change.id == shown;
        });
    if (concerned)
        front->refresh();
}

} // namespace ambroise::app
