// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/protocols.h>
#include <ambroise/uikit/listeditor.h>

#include <functional>

class QLineEdit;

namespace ambroise::uikit {
class Button;
class FormField;
class Label;
} // namespace ambroise::uikit

namespace ambroise::prescription::ui {

struct ProtocolServices {
    std::function<Result<QList<Protocol>>()> all; //!< of the doctor
    std::function<Result<ProtocolId>(const Protocol &one)> save;
    std::function<Status(ProtocolId id)> remove;
    std::function<QString(const Error &error)> explain;
};

//! The protocols of a doctor: named otherwise, removed. They are made where they are prescribed.
class ProtocolsPage final : public uikit::ListEditor {
    Q_OBJECT
public:
    explicit ProtocolsPage(ProtocolServices services, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override; //!< one may have been made in an ordonnance

private:
    void refresh(ProtocolId chosen = {});
    void read(int row);
    void rename();
    //! What is said of it; empty: nothing is.
    void keep(const Protocol &one, const QString &said);
    void remove();
    void tellError(const Error &error);

    ProtocolServices m_services;
    QList<Protocol> m_protocols;
    Protocol m_shown;
    QLineEdit *m_name;
    uikit::Label *m_lines;
    uikit::FormField *m_nameField;
    uikit::Button *m_save;
    uikit::Button *m_remove;
};

} // namespace ambroise::prescription::ui
