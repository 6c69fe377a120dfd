// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "creationjob.h"
#include "step.h"

#include <QDate>

class QLabel;

namespace ambroise::uikit {
class Button;
}

namespace ambroise::app::firstrun {

class QrView;

//! The recovery key, shown this once: in groups and as a QR code, to print or to keep as a PDF.
class KeyStep final : public Step {
    Q_OBJECT
public:
    explicit KeyStep(QWidget *parent = nullptr);
    ~KeyStep() override;

    //! Errors: those of recoverySheet.
    Status show(const QString &practice, const RecoveryKeyPtr &key, QDate day);
    //! Overwrites the key wherever this page holds it.
    void forget();

    void submit() override { Q_EMIT accepted(); }
    bool blame(const Error & /*error*/) override { return false; }

Q_SIGNALS:
    void kept(const QString &sentence); //!< printed, or written to a file

private:
    void print();
    void save();

    QList<QLabel *> m_groups;
    QList<QString> m_texts; //!< what the labels show
    QrView *m_qr;
    uikit::Button *m_print;
    uikit::Button *m_save;
    QByteArray m_sheet; //!< the PDF
};

} // namespace ambroise::app::firstrun
