// SPDX-License-Identifier: GPL-3.0-or-later
#include "administrativemodel.h"

#include "administrativewords.h"

#include <ambroise/core/text.h>

namespace ambroise::patient::ui {
namespace {

using uikit::Row;

//! « du 01/02/2026 au 31/01/2029 », with what is known.
QString spanWord(const Coverage &coverage)
{
    const QString since = text::frenchDate(coverage.since);
    const QString until = text::frenchDate(coverage.until);
    if (!since.isEmpty() && !until.isEmpty())
        return AdministrativeModel::tr("du %1 au %2").arg(since, until);
    if (!until.isEmpty())
        return AdministrativeModel::tr("jusqu’au %1").arg(until);
    return since.isEmpty() ? QString() : AdministrativeModel::tr("depuis le %1").arg(since);
}

QString joined(QStringList parts, const QString &with = u" · "_qs)
{
    parts.removeAll({});
    return parts.join(with);
}

QString designationWord(const RelatedPerson &person)
{
    if (person.designatedOn.isValid())
        return AdministrativeModel::tr("écrit du %1").arg(text::frenchDate(person.designatedOn));
    return person.roles.contains(PersonRole::Trusted)
               ? AdministrativeModel::tr("pas d’écrit connu") // CSP L.1111-6
               : QString();
}

Row personRow(const RelatedPerson &person)
{
    QStringList roles;
    for (const PersonRole role : person.roles)
        roles << roleWord(role);
    uikit::Row row;
    row.title = person.name;
    row.rest = person.link;
    row.secondary = joined({roles.join(u", "_qs), designationWord(person), person.note});
    row.right = person.phone ? person.phone->toFrench() : QString();
    return row;
}

Row coverageRow(const Coverage &coverage, QDate today)
{
    uikit::Row row;
    row.title = coverageWord(coverage.kind);
    row.rest = coverage.label;
    row.secondary = joined({spanWord(coverage), coverage.number, coverage.note});
    row.strong = coverage.holdsOn(today);
    if (coverage.until.isValid() && coverage.until < today)
        row.right = AdministrativeModel::tr("terminé");
    else if (!coverage.holdsOn(today))
        row.right = AdministrativeModel::tr("à venir");
    else if (coverage.until.isValid() && coverage.until < today.addMonths(2))
        row.chip =
            uikit::RowChip{uikit::Meaning::Caution, AdministrativeModel::tr("finit bientôt")};
    return row;
}

Row consentRow(const Consent &consent)
{
    uikit::Row row;
    row.title = topicWord(consent.topic);
    row.chip = uikit::RowChip{consent.agreed ? uikit::Meaning::Done : uikit::Meaning::Caution,
                              answerWord(consent.topic, consent.agreed)};
    row.secondary =
        joined({text::frenchDate(consent.on), meansWord(consent.means), consent.teller,
                consent.note, AdministrativeModel::tr("noté par %1").arg(consent.recordedByName)});
    row.chipFirst = true;
    return row;
}

} // namespace

void AdministrativeModel::addTitle(FileSection section, const QString &title, qsizetype count)
{
    uikit::Row row;
    row.title = title;
    row.section = true;
    row.right = count > 0 ? QString::number(count) : QString();
    m_items << Item{section, row};
    if (count > 0)
        return;
    // Selectable, so that + has a place.
    uikit::Row empty;
    empty.title = tr("Non renseigné");
    empty.strong = false;
    m_items << Item{section, empty};
}

void AdministrativeModel::addPersons()
{
    addTitle(FileSection::Persons, tr("Entourage"), m_file.persons.size());
    for (const auto &line : m_file.persons)
        m_items << Item{FileSection::Persons, personRow(line.content), line};
}

void AdministrativeModel::addTeam()
{
    addTitle(FileSection::Team, tr("Équipe de soins"), m_file.team.size());
    for (const auto &line : m_file.team) {
        const Correspondent *one = m_file.correspondent(line.content.correspondent);
        if (!one)
            continue;
        uikit::Row row;
        row.title = displayName(*one);
        row.rest = one->profession;
        row.right = one->phone ? one->phone->toFrench() : QString();
        row.secondary = joined({line.content.medecinTraitant ? tr("médecin traitant") : QString(),
                                line.content.since.isValid()
                                    ? tr("depuis le %1").arg(text::frenchDate(line.content.since))
                                    : QString(),
                                line.content.note, one->address.city});
        m_items << Item{FileSection::Team, row, line};
    }
}

void AdministrativeModel::addCoverages()
{
    addTitle(FileSection::Coverages, tr("Droits"), m_file.coverages.size());
    for (const auto &line : m_file.coverages)
        m_items << Item{FileSection::Coverages, coverageRow(line.content, m_clock.today()), line};
}

void AdministrativeModel::addConsents()
{
    QList<Item> answered;
    QStringList unasked;
    for (const ConsentTopic topic : allConsentTopics()) {
        const Consent *held = m_file.answer(topic);
        if (held)
            answered << Item{FileSection::Consents, consentRow(*held), {}, topic};
        else
            unasked << topicWord(topic);
    }
    addTitle(FileSection::Consents, tr("Consentements et oppositions"), answered.size());
    m_items << answered;
    if (answered.isEmpty() || unasked.isEmpty())
        return;
    uikit::Row rest;
    rest.title = tr("Jamais demandé");
    rest.secondary = unasked.join(u", "_qs);
    rest.strong = false;
    m_items << Item{FileSection::Consents, rest};
}

void AdministrativeModel::set(const AdministrativeFile &file)
{
    beginResetModel();
    m_file = file;
    m_items.clear();
    addPersons();
    addTeam();
    addCoverages();
    addConsents();
    endResetModel();
}

FileSection AdministrativeModel::sectionAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_items.size() ? m_items.at(index.row()).section
                                                           : FileSection::Persons;
}

const AnyAdministrativeLine *AdministrativeModel::lineAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_items.size())
        return nullptr;
    const Item &item = m_items.at(index.row());
    return item.line ? &*item.line : nullptr;
}

std::optional<ConsentTopic> AdministrativeModel::topicAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_items.size() ? m_items.at(index.row()).topic
                                                           : std::nullopt;
}

QModelIndex AdministrativeModel::firstLine() const
{
    return index(m_items.size() > 1 ? 1 : 0);
}

int AdministrativeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant AdministrativeModel::data(const QModelIndex &index, int role) const
{
    return index.row() < m_items.size() ? uikit::rowData(m_items.at(index.row()).row, role)
                                        : QVariant();
}

Qt::ItemFlags AdministrativeModel::flags(const QModelIndex &index) const
{
    if (index.row() < m_items.size() && m_items.at(index.row()).row.section)
        return Qt::ItemIsEnabled;
    return QAbstractListModel::flags(index);
}

} // namespace ambroise::patient::ui
