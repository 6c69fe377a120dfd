// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparetable.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/table.h>
#include <ambroise/uikit/theme.h>
#include <ambroise/uikit/type.h>

#include <QCoreApplication>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace ambroise::identity::ui {
namespace {

constexpr int tableRowHeight = 38;
constexpr int AgreementRole = Qt::UserRole + 1;
constexpr int NuanceRole = Qt::UserRole + 2;

class Words {
    Q_DECLARE_TR_FUNCTIONS(CompareTable)
};

uikit::Meaning meaningOf(Agreement agreement)
{
    switch (agreement) {
    case Agreement::Equal:
        return uikit::Meaning::Done;
    case Agreement::Close:
        return uikit::Meaning::Caution;
    case Agreement::Different:
        return uikit::Meaning::Stop;
    case Agreement::Absent:
        break;
    }
    return uikit::Meaning::Provisional;
}

//! "1958-03-14" as people write it; "00/00/1969" where the rest is not known.
QString frenchOf(const QString &iso)
{
    const QStringList parts = iso.split(u'-');
    return parts.size() == 3 ? parts.at(2) + u'/' + parts.at(1) + u'/' + parts.at(0) : iso;
}

//! The chip of the verdict, then in what it differs.
class VerdictDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem plain(option);
        initStyleOption(&plain, index);
        plain.text.clear();
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &plain, painter,
                                            option.widget);
        const QVariant kept = index.data(AgreementRole);
        if (!kept.isValid())
            return;
        const auto agreement = Agreement(kept.toInt());
        const uikit::Theme theme = uikit::Theme::of(*option.widget);
        const QString word = agreementText(agreement);
        const QSize size = uikit::paint::chipSize(word, false);
        const QRect chip(option.rect.left() + uikit::scaled(8),
                         option.rect.center().y() - size.height() / 2, size.width(), size.height());
        painter->save();
        uikit::paint::chip(*painter, chip, theme, meaningOf(agreement), word);
        painter->setFont(uikit::font(uikit::TextRole::Body));
        painter->setPen(theme.color(uikit::Token::Text2));
        const QRect rest = option.rect.adjusted(
            chip.right() - option.rect.left() + uikit::scaled(8), 0, -uikit::scaled(4), 0);
        painter->drawText(
            rest, Qt::AlignVCenter | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(nuanceText(Nuance(index.data(NuanceRole).toInt())),
                                              Qt::ElideRight, rest.width()));
        painter->restore();
    }
};

} // namespace

QString traitName(Trait trait)
{
    switch (trait) {
    case Trait::Surname:
        return Words::tr("Nom de naissance");
    case Trait::GivenNameList:
        return Words::tr("Prénoms de naissance");
    case Trait::DateOfBirth:
        return Words::tr("Date de naissance");
    case Trait::CivilSex:
        return Words::tr("Sexe");
    case Trait::PlaceOfBirth:
        return Words::tr("Lieu de naissance");
    }
    return {};
}

QString agreementText(Agreement agreement)
{
    switch (agreement) {
    case Agreement::Equal:
        return Words::tr("= Identique");
    case Agreement::Close:
        return Words::tr("≈ Compatible");
    case Agreement::Different:
        return Words::tr("≠ Différent");
    case Agreement::Absent:
        break;
    }
    return Words::tr("Non dit");
}

QString nuanceText(Nuance nuance)
{
    switch (nuance) {
    case Nuance::None:
        break;
    case Nuance::Writing:
        return Words::tr("écrit autrement");
    case Nuance::ShorterList:
        return Words::tr("début de la liste");
    case Nuance::LongerList:
        return Words::tr("liste plus longue");
    case Nuance::CutOff:
        return Words::tr("coupé sur la pièce");
    case Nuance::Interpreted:
        return Words::tr("date interprétée");
    case Nuance::PlaceByName:
        return Words::tr("lu à l’œil, sans code");
    case Nuance::DistrictCode:
        return Words::tr("ville et arrondissement");
    }
    return {};
}

void CompareModel::set(const ToldTraits &insi, const ToldTraits &record, const ToldTraits &document,
                       bool asked)
{
    beginResetModel();
    m_insi = insi;
    m_record = record;
    m_document = document;
    m_asked = asked;
    const bool known = insi != ToldTraits();
    const bool shown = document != ToldTraits();
    m_comparison = Comparison::of(known ? insi : record, shown ? document : record);
    endResetModel();
}

void CompareModel::setTyped(bool typed)
{
    m_typed = typed;
}

bool CompareModel::isIdle() const
{
    return !m_asked && m_document == ToldTraits();
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(allTraits.size());
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Verdict + 1;
}

QString CompareModel::text(Trait trait, const ToldTraits &told) const
{
    switch (trait) {
    case Trait::Surname:
        return told.surname;
    case Trait::GivenNameList:
        return told.givenNames;
    case Trait::DateOfBirth:
        return frenchOf(told.birthDate);
    case Trait::CivilSex:
        return told.sex == u"M" ? tr("Masculin") : told.sex == u"F" ? tr("Féminin") : told.sex;
    case Trait::PlaceOfBirth:
        return (told.birthPlace + u' ' + told.birthPlaceName).trimmed();
    }
    return {};
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Trait trait = allTraits.at(size_t(index.row()));
    if (index.column() == Verdict) {
        if (isIdle())
            return {};
        const ComparedTrait &compared = m_comparison.at(trait);
        if (role == AgreementRole)
            return int(compared.agreement);
        if (role == NuanceRole)
            return int(compared.nuance);
        return role == Qt::AccessibleTextRole || role == Qt::DisplayRole
                   ? QVariant(agreementText(compared.agreement) + u' ' +
                              nuanceText(compared.nuance))
                   : QVariant();
    }
    if (role == Qt::FontRole && index.column() == Insi)
        return uikit::font(uikit::TextRole::Body, true);
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case TraitName:
        return role == Qt::ToolTipRole ? QVariant() : QVariant(traitName(trait));
    case Insi:
        return trait == Trait::PlaceOfBirth && m_insi.birthPlaceName.isEmpty()
                   ? (m_insi.birthPlace + u' ' + m_placeName).trimmed()
                   : text(trait, m_insi);
    case Record:
        return text(trait, m_record);
    default:
        return text(trait, m_document);
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TraitName:
        return tr("Trait");
    case Insi:
        return tr("INSi");
    case Record:
        return tr("Dossier");
    case Document:
        return tr("Pièce d’identité");
    default:
        return tr("Résultat");
    }
}

Qt::ItemFlags CompareModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return m_typed && index.column() == Document ? usual | Qt::ItemIsEditable : usual;
}

bool CompareModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || index.column() != Document || !m_typed)
        return false;
    const QString typed = value.toString().simplified();
    ToldTraits told = m_document;
    switch (allTraits.at(size_t(index.row()))) {
    case Trait::Surname:
        told.surname = normalise(NameField::BirthSurname, typed).value;
        break;
    case Trait::GivenNameList:
        told.givenNames = normalise(NameField::GivenNames, typed).value;
        break;
    case Trait::DateOfBirth: {
        const auto date = PartialDate::parse(typed, m_today);
        told.birthDate = date.ok() ? u"%1-%2-%3"_qs.arg(date->year(), 4, 10, QChar(u'0'))
                                         .arg(date->month(), 2, 10, QChar(u'0'))
                                         .arg(date->day(), 2, 10, QChar(u'0'))
                                   : typed;
        break;
    }
    case Trait::CivilSex:
        told.sex = typed.left(1).toUpper();
        break;
    case Trait::PlaceOfBirth: {
        const auto code = BirthPlace::make(typed.left(5), {});
        const bool hasCode = code.ok() && !code->code().isEmpty();
        told.birthPlace = hasCode ? code->code() : QString();
        told.birthPlaceName = hasCode ? typed.mid(5).trimmed() : typed;
        break;
    }
    }
    Q_EMIT typedInto(told);
    return true;
}

CompareTable::CompareTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new CompareModel(this))
{
    setModel(m_model);
    setItemDelegateForColumn(CompareModel::Verdict, new VerdictDelegate(this));
    setAccessibleName(tr("Traits comparés"));
    uikit::prepareTable(*this, tableRowHeight);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::DoubleClicked |
                    QAbstractItemView::EditKeyPressed);
}

QSize CompareTable::sizeHint() const
{
    return {uikit::scaled(900), horizontalHeader()->sizeHint().height() +
                                    uikit::scaled(tableRowHeight) * int(allTraits.size()) + 2};
}

QSize CompareTable::minimumSizeHint() const
{
    return {uikit::scaled(480), sizeHint().height()};
}

void CompareTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    constexpr std::array<int, 5> shares = {18, 21, 19, 18, 24};
    for (int column = 0; column < int(shares.size()); ++column)
        setColumnWidth(column, viewport()->width() * shares.at(size_t(column)) / 100);
}

} // namespace ambroise::identity::ui
