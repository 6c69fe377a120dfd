// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/evidence.h>

#include <array>

namespace ambroise::identity {
namespace {

constexpr int majority = 18;
constexpr qsizetype longestNumber = 40;
constexpr std::array<QStringView, 3> presentations = {u"original", u"copy", u"electronic"};
constexpr std::array<QStringView, 4> readings = {u"sight", u"typed", u"mrz", u"2ddoc"};

template <class Enum, size_t n>
std::optional<Enum> found(const std::array<QStringView, n> &codes, QStringView code)
{
    for (size_t i = 0; i < n; ++i)
        if (codes.at(i) == code)
            return Enum(i);
    return std::nullopt;
}

Error invalid(const QString &subject)
{
    return {ErrorCode::Invalid, subject, {}};
}

} // namespace

QString code(Presentation presentation)
{
    return presentations.at(size_t(presentation)).toString();
}

std::optional<Presentation> presentationOf(QStringView code)
{
    return found<Presentation>(presentations, code);
}

QString code(ReadBy how)
{
    return readings.at(size_t(how)).toString();
}

std::optional<ReadBy> readByOf(QStringView code)
{
    return found<ReadBy>(readings, code);
}

// RNIV §3.3.2 and §3.3.3; codes of fr-core-cs-identity-mode-validation. A carte Vitale, a driving
// licence or a student's card may be recorded and proves nothing.
QList<DocumentKind> usualDocumentKinds()
{
    return {{u"CN"_qs, u"Carte nationale d’identité"_qs, Trust::High},
            {u"PA"_qs, u"Passeport"_qs, Trust::High},
            {u"CS"_qs, u"Titre de séjour"_qs, Trust::High},
            {u"eCN"_qs, u"France Identité"_qs, Trust::High},
            {u"IN"_qs, u"L’Identité Numérique La Poste"_qs, Trust::High},
            {u"LEP"_qs, u"Livret de famille"_qs, Trust::High, ForWhom::Minor},
            {u"AN"_qs, u"Acte de naissance"_qs, Trust::High, ForWhom::Minor},
            {u"CC"_qs, u"Document de circulation pour étranger mineur"_qs, Trust::High},
            {u"CV"_qs, u"Carte Vitale"_qs, Trust::Low},
            {u"CD"_qs, u"Permis de conduire"_qs, Trust::Low},
            {u"CE"_qs, u"Carte d’étudiant"_qs, Trust::Low}};
}

std::optional<DocumentKind> usualDocumentKind(QStringView code)
{
    for (const DocumentKind &kind : usualDocumentKinds())
        if (kind.code == code)
            return kind;
    return std::nullopt;
}

Result<Evidence> Evidence::make(Parts parts, QDate birthDate, QDate today)
{
    if (parts.kind.code.isEmpty())
        return invalid(u"evidence.kind"_qs);
    if (parts.kind.forWhom == ForWhom::Minor) {
        if (birthDate.addYears(majority) <= today)
            return invalid(u"evidence.minor"_qs);
        const auto &parent = parts.parentKind;
        if (!parent || parent->trust != Trust::High || parent->forWhom == ForWhom::Minor)
            return invalid(u"evidence.parent"_qs);
    } else {
        parts.parentKind.reset();
    }
    if (parts.number.size() > longestNumber)
        return invalid(u"evidence.number"_qs);
    return Evidence(std::move(parts));
}

bool Evidence::proves() const
{
    const auto usual = usualDocumentKind(m_parts.kind.code);
    const bool neverTrusted = usual && usual->trust == Trust::Low;
    return m_parts.kind.trust == Trust::High && !neverTrusted &&
           m_parts.presentation != Presentation::Copy;
}

bool Evidence::isExpired(QDate today) const
{
    return m_parts.validUntil.isValid() && m_parts.validUntil < today;
}

} // namespace ambroise::identity
