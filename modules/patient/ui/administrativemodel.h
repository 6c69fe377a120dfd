// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/patient/ui/administrativecolumn.h>
#include <ambroise/uikit/listrow.h>

#include <QAbstractListModel>

namespace ambroise::patient::ui {

enum class FileSection { Persons, Team, Coverages, Consents };

//! The file in its sections; one of which nothing is known says so.
class AdministrativeModel final : public QAbstractListModel {
    Q_OBJECT
public:
    //! The clock outlives it: what is over is told so.
    explicit AdministrativeModel(const Clock &clock, QObject *parent = nullptr)
        : QAbstractListModel(parent)
        , m_clock(clock)
    {
    }

    void set(const AdministrativeFile &file);
    [[nodiscard]] FileSection sectionAt(const QModelIndex &index) const;
    //! Null: a title, or a consent.
    [[nodiscard]] const AnyAdministrativeLine *lineAt(const QModelIndex &index) const;
    //! The topic of a consent, answered or not.
    [[nodiscard]] std::optional<ConsentTopic> topicAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex firstLine() const;
    [[nodiscard]] const AdministrativeFile &file() const { return m_file; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Item {
        FileSection section = FileSection::Persons;
        uikit::Row row;
        std::optional<AnyAdministrativeLine> line{};
        std::optional<ConsentTopic> topic{};
    };
    void addTitle(FileSection section, const QString &title, qsizetype count);
    void addPersons();
    void addTeam();
    void addCoverages();
    void addConsents();

    const Clock &m_clock;
    AdministrativeFile m_file;
    QList<Item> m_items;
};

} // namespace ambroise::patient::ui
