// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/documentkinds.h>

#include <QSet>

namespace ambroise::identity {
namespace {

constexpr QStringView high = u"high";
constexpr QStringView minors = u"minor";

Status judged(const QList<DocumentKind> &kinds)
{
    const Error refused{ErrorCode::Invalid, u"evidence.kinds"_qs, {}};
    if (kinds.isEmpty())
        return refused;
    QSet<QString> codes;
    QSet<QString> labels;
    for (const DocumentKind &kind : kinds) {
        const QString label = kind.label.trimmed();
        if (kind.code.isEmpty() || label.isEmpty() || codes.contains(kind.code) ||
            labels.contains(label))
            return refused;
        codes.insert(kind.code);
        labels.insert(label);
    }
    return done();
}

} // namespace

Result<QList<DocumentKind>> DocumentKinds::all() const
{
    QList<DocumentKind> kinds;
    AMBROISE_CHECK(m_db.run(
        "SELECT code, label, trust, for_whom FROM identity_document_kind ORDER BY place", {},
        [&](const storage::Row &row) {
            kinds.append({row.text(0), row.text(1), row.text(2) == high ? Trust::High : Trust::Low,
                          row.text(3) == minors ? ForWhom::Minor : ForWhom::Anyone});
        }));
    return kinds.isEmpty() ? usualDocumentKinds() : kinds;
}

Status DocumentKinds::replace(const QList<DocumentKind> &kinds, const audit::Actor &actor)
{
    AMBROISE_CHECK(judged(kinds));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_CHECK(m_db.run("DELETE FROM identity_document_kind"));
    int place = 0;
    for (const DocumentKind &kind : kinds)
        AMBROISE_CHECK(m_db.run(
            "INSERT INTO identity_document_kind (code, place, label, trust, for_whom)"
            " VALUES (?, ?, ?, ?, ?)",
            {kind.code, place++, kind.label.trimmed(),
             (kind.trust == Trust::High ? high : QStringView(u"low")).toString(),
             (kind.forWhom == ForWhom::Minor ? minors : QStringView(u"anyone")).toString()}));
    AMBROISE_CHECK(m_journal.record(
        {audit::Action::Update, audit::Subject::Practice, 0, {}, u"identity_documents"_qs}, actor));
    return transaction.commit();
}

} // namespace ambroise::identity
