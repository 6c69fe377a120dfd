// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/patient/correspondent.h>

#include <QStringListModel>
#include <QWidget>

#include <functional>

class QLineEdit;
class QListView;

namespace ambroise::uikit {
class Button;
class FormField;
class FormGrid;
class MessageLine;
class SearchField;
} // namespace ambroise::uikit

namespace ambroise::patient::ui {

struct CorrespondentServices {
    //! Archived ones too.
    std::function<Result<QList<Correspondent>>(const QString &typed)> search;
    std::function<Result<CorrespondentId>(const Correspondent &one)> save;
    std::function<QString(const Error &error)> explain;
};

//! The practice's address book: looked for at the left, written at the right. Who is no longer
//! written to is put aside, never deleted: care teams name them.
class CorrespondentsPage final : public QWidget {
    Q_OBJECT
public:
    explicit CorrespondentsPage(CorrespondentServices services, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *buildFields();
    void addField(uikit::FormGrid *grid, const QString &id, const QString &label, int span = 1);
    void refresh(CorrespondentId chosen = {});
    void read(int row);
    void show(const Correspondent &one);
    void begin();
    void save();
    void archive();
    [[nodiscard]] std::optional<Correspondent> typed();
    void store(const Correspondent &one, const QString &done);
    void tell(const Error &error);
    [[nodiscard]] QString textOf(const QString &id) const;

    CorrespondentServices m_services;
    uikit::SearchField *m_search;
    QListView *m_list;
    QStringListModel *m_names;
    QList<Correspondent> m_found;
    Correspondent m_shown;
    QHash<QString, QLineEdit *> m_edits;
    QHash<QString, uikit::FormField *> m_fields;
    uikit::Button *m_archive;
    uikit::MessageLine *m_told;
};

} // namespace ambroise::patient::ui
