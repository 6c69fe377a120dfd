// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/ui/drugservices.h>

#include <QPointer>
#include <QWidget>

class QGridLayout;
class QListView;

namespace ambroise::uikit {
class Button;
class Label;
class SectionTitle;
} // namespace ambroise::uikit

namespace ambroise::drugs::ui {

//! What the base says of one drug, in a side column: the facts that matter while prescribing, each
//! with where it comes from; what is not checked is always said. What the base does not say is not
//! there. In its place, on demand, the others of the generic group, to replace it by one of them.
class DrugInspector final : public QWidget {
    Q_OBJECT
public:
    explicit DrugInspector(DrugServices services, QWidget *parent = nullptr);

    //! `label` is for what has no CIS, and so is not in the base; both empty: nothing is shown.
    void show(const QString &cis, const QString &label = {});
    [[nodiscard]] const QString &cis() const { return m_cis; }
    [[nodiscard]] bool hasGroup() const { return m_hasGroup; }
    //! False: the others of the group are to be looked at only.
    void setMayReplace(bool may) { m_mayReplace = may; }
    //! The others of the group, with the focus in their list; ↵ chooses, Échap goes back.
    void openGroup();

Q_SIGNALS:
    void sheetRequested(); //!< the whole sheet
    void groupRequested(); //!< the others of the group
    void replacementChosen(const QString &cis, const QString &label);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void clearFacts();
    void setTitle(const QString &title, const QString &whole);
    void showFacts(const DrugDetail &detail);
    void showNothingKnown(const QString &title, const QString &why);
    void showGroup(bool shown);
    void choose(const QModelIndex &index);

    DrugServices m_services;
    QString m_cis;
    bool m_hasGroup = false;
    bool m_mayReplace = true;
    QPointer<QWidget> m_focusBefore;
    QWidget *m_sheet;
    QWidget *m_group;
    uikit::Label *m_title;
    uikit::Label *m_form;
    QGridLayout *m_facts;
    uikit::Button *m_openSheet;
    uikit::Button *m_openGroup;
    uikit::Label *m_unchecked;
    uikit::Label *m_sources;
    QWidget *m_always; //!< what is not checked
    QListView *m_list;
    class MemberModel *m_members;
    uikit::SectionTitle *m_groupTitle;
};

} // namespace ambroise::drugs::ui
