// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/identity/comparison.h>

#include <QAbstractTableModel>
#include <QTableView>

namespace ambroise::identity::ui {

//! Five traits, a column a source, and what the comparison says of each.
class CompareModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TraitName, Insi, Record, Document, Verdict };
    using QAbstractTableModel::QAbstractTableModel;

    //! Beside the code that INSi gave; shown alone, not compared.
    void setPlaceName(const QString &name) { m_placeName = name; }
    //! What is compared is the reference (INSi, else the record) with the document where one was
    //! read, else INSi's answer with the record. `asked`: INSi answered just now.
    void set(const ToldTraits &insi, const ToldTraits &record, const ToldTraits &document,
             bool asked);
    //! What a year of two digits is read by.
    void setToday(QDate today) { m_today = today; }
    //! Whether the document's column is typed into.
    void setTyped(bool typed);
    [[nodiscard]] const ToldTraits &document() const { return m_document; }
    [[nodiscard]] const Comparison &comparison() const { return m_comparison; }
    //! Nothing to compare with yet: a verdict is not shown.
    [[nodiscard]] bool isIdle() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void typedInto(const ambroise::identity::ToldTraits &document);

private:
    [[nodiscard]] QString text(Trait trait, const ToldTraits &told) const;

    ToldTraits m_insi;
    ToldTraits m_record;
    ToldTraits m_document;
    Comparison m_comparison = Comparison::of({}, {});
    QString m_placeName;
    QDate m_today;
    bool m_asked = false;
    bool m_typed = false;
};

//! The comparison as it stands in the middle of the page.
class CompareTable final : public QTableView {
    Q_OBJECT
public:
    explicit CompareTable(QWidget *parent = nullptr);
    [[nodiscard]] CompareModel &compared() { return *m_model; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    CompareModel *m_model;
};

//! What a person reads: "Prénoms de naissance", "= Identique", "liste coupée sur la pièce".
[[nodiscard]] QString traitName(Trait trait);
[[nodiscard]] QString agreementText(Agreement agreement);
[[nodiscard]] QString nuanceText(Nuance nuance);

} // namespace ambroise::identity::ui
