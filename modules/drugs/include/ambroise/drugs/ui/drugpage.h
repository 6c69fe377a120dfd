// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/ui/drugservices.h>

#include <QWidget>

class QTextBrowser;

namespace ambroise::uikit {
class Button;
class Chip;
class Label;
class MessageLine;
} // namespace ambroise::uikit

namespace ambroise::drugs::ui {

//! Everything that the base says of one drug, part by part, each with its source and its date.
//! Échap goes back.
class DrugPage final : public QWidget {
    Q_OBJECT
public:
    explicit DrugPage(DrugServices services, QWidget *parent = nullptr);

    void show(const QString &cis);
    //! A way back for the mouse, to what is called so.
    void setBack(const QString &where);
    [[nodiscard]] const QString &cis() const { return m_cis; }

Q_SIGNALS:
    void backRequested();
    void shown(const QString &cis);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void render();
    void follow(const class QUrl &link);

    DrugServices m_services;
    QString m_cis;
    std::optional<DrugDetail> m_detail;
    uikit::Button *m_back;
    uikit::Label *m_title;
    uikit::Chip *m_state;
    uikit::MessageLine *m_problem;
    QTextBrowser *m_body;
};

} // namespace ambroise::drugs::ui
