// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace ambroise::app::firstrun {

//! A folder, typed or chosen.
class FolderLine final : public QWidget {
    Q_OBJECT
public:
    //! `name` is what the folder is, for a screen reader and for the dialog.
    explicit FolderLine(const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] QString path() const;
    void setPath(const QString &path);

Q_SIGNALS:
    void changed();

private:
    void browse();

    QString m_name;
    QLineEdit *m_edit;
};

} // namespace ambroise::app::firstrun
