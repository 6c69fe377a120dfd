// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/insisearch.h>

#include <QFutureWatcher>
#include <QPromise>

namespace ambroise::identity {
namespace {

using Answer = Result<InsiAnswer>;

//! One search under way; deletes itself.
class Run final : public QObject {
public:
    Run(InsiService &service, InsiSearch::Wanted wanted, InsiSearch::Journal journal,
        QObject *parent)
        : QObject(parent)
        , m_service(service)
        , m_wanted(std::move(wanted))
        , m_journal(std::move(journal))
        , m_tries(InsiSearch::triesOf(m_wanted.firstGivenName, m_wanted.givenNames))
    {
        m_promise.start();
        connect(&m_answer, &QFutureWatcherBase::finished, this, &Run::answered);
        connect(&m_holder, &QFutureWatcherBase::canceled, this, &Run::abandon);
        m_holder.setFuture(m_promise.future());
        ask({});
    }
    ~Run() override { end(Error{ErrorCode::Cancelled, u"insi.cancelled"_qs, {}}); }

    [[nodiscard]] QFuture<Answer> future() const { return m_promise.future(); }

private:
    void ask(const QString &birthPlace)
    {
        m_asked = InsiTraits{m_wanted.surname, m_tries.at(m_try), m_wanted.sex, m_wanted.birthDate,
                             birthPlace};
        m_answer.setFuture(m_service.searchByTraits(*m_asked));
    }

    void answered()
    {
        if (m_answer.future().resultCount() == 0) {
            end(Error{ErrorCode::Cancelled, u"insi.cancelled"_qs, {}});
            return;
        }
        const Answer answer = m_answer.result();
        if (m_journal)
            m_journal({*m_asked, answer});
        if (const auto last = judge(answer))
            end(*last);
    }

    //! What ends the search; nothing where it goes on.
    std::optional<Answer> judge(const Answer &answer)
    {
        if (!answer.ok() || answer->verdict == InsiAnswer::Verdict::Found)
            return answer;
        if (m_several) // the birthplace did not tell them apart
            return Answer(*m_several);
        if (answer->verdict == InsiAnswer::Verdict::Several) {
            if (m_wanted.birthPlace.isEmpty())
                return answer;
            m_several = *answer;
            ask(m_wanted.birthPlace);
            return {};
        }
        if (++m_try == m_tries.size())
            return answer;
        ask({});
        return {};
    }

    void abandon()
    {
        m_answer.disconnect(this);
        m_answer.cancel();
        end(Error{ErrorCode::Cancelled, u"insi.cancelled"_qs, {}});
    }

    void end(const Answer &answer)
    {
        if (m_ended)
            return;
        m_ended = true;
        m_holder.disconnect(this);
        m_promise.addResult(answer); // ignored where cancelled
        m_promise.finish();
        deleteLater();
    }

    InsiService &m_service;
    InsiSearch::Wanted m_wanted;
    InsiSearch::Journal m_journal;
    QList<GivenNames> m_tries;
    qsizetype m_try = 0;
    std::optional<InsiTraits> m_asked;
    std::optional<InsiAnswer> m_several;
    QPromise<Answer> m_promise;
    QFutureWatcher<Answer> m_answer;
    QFutureWatcher<Answer> m_holder;
    bool m_ended = false;
};

QStringList wordsOf(const QString &names)
{
    return QString(names).replace(u'-', u' ').replace(u'\'', u' ').split(u' ', Qt::SkipEmptyParts);
}

//! The names of the list after those that `first` is: a name of the list may be compound, with its
//! hyphen, where the first given name has none, and the other way round.
QStringList namesBehind(const QString &first, const QString &list)
{
    const qsizetype words = wordsOf(first).size();
    QStringList names = list.split(u' ', Qt::SkipEmptyParts);
    qsizetype seen = 0;
    while (seen < words && !names.isEmpty())
        seen += wordsOf(names.takeFirst()).size();
    return names;
}

} // namespace

Result<InsiSearch::Wanted> InsiSearch::wanted(const Identity &identity)
{
    const StrictTraits &traits = identity.traits();
    if (identity.attributes().forcesProvisional())
        return Error{ErrorCode::Denied, u"insi.blocked"_qs, {}};
    if (traits.sex() == Sex::Indeterminate)
        return Error{ErrorCode::Invalid, u"insi.sex"_qs, {}};
    return Wanted{traits.surname(), traits.firstGivenName(),   traits.givenNames(),
                  traits.sex(),     traits.birthDate().date(), traits.birthPlace().code()};
}

QList<GivenNames> InsiSearch::triesOf(const GivenNames &first, const GivenNames &list)
{
    QList<GivenNames> tries{first};
    const auto add = [&](const QString &text) {
        const auto name = GivenNames::parse(text);
        if (name.ok() && !tries.contains(*name))
            tries << *name;
    };
    // Where the first given name is not of the list, every name of the list is tried.
    const bool consistent = firstGivenNameMatches(list.text(), first.text());
    const QStringList others = consistent ? namesBehind(first.text(), list.text())
                                          : list.text().split(u' ', Qt::SkipEmptyParts);
    for (const QString &name : others)
        add(name);
    if (!others.isEmpty())
        add(list.text());
    return tries;
}

InsiSearch::InsiSearch(InsiService &service)
    : m_service(service)
    , m_runs(std::make_unique<QObject>())
{
}

InsiSearch::~InsiSearch() = default;

QFuture<Answer> InsiSearch::run(const Wanted &wanted, Journal journal)
{
    return (new Run(m_service, wanted, std::move(journal), m_runs.get()))->future();
}

} // namespace ambroise::identity
