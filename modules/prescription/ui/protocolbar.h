// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/ui/ordonnancepage.h>
#include <ambroise/prescription/ui/protocolspage.h>

namespace ambroise::uikit {
class AskLine;
class PickLine;
} // namespace ambroise::uikit

namespace ambroise::prescription::ui {

//! F4 looks for one of the doctor's protocols by its name, ↵ puts its lines under those that are
//! there; Maj+F4 makes one of the lines. Nothing stands there otherwise.
class ProtocolBar final : public QWidget {
    Q_OBJECT
public:
    //! `lines`: those being written.
    ProtocolBar(const OrdonnanceServices &services, std::function<QList<Line>()> lines,
                QWidget *parent);

    void setMayPrescribe(bool may) { m_mayPrescribe = may; }

Q_SIGNALS:
    void picked(const QList<ambroise::prescription::Line> &lines);
    void said(const QString &what);
    void failed(const ambroise::Error &error);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void open();
    void take(int row);
    void askName();
    void keep(const QString &name);
    void close();

    const OrdonnanceServices &m_services;
    std::function<QList<Line>()> m_lines;
    bool m_mayPrescribe = true;
    QList<Protocol> m_protocols; //!< all of them
    QList<Protocol> m_found;     //!< those that are offered
    uikit::PickLine *m_pick;
    uikit::AskLine *m_name;
};

} // namespace ambroise::prescription::ui
