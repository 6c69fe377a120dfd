// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ambroise::uikit {
class SearchField;
}

namespace ambroise::dispensing::ui {

//! Where a code comes from: typed, from a camera or from a file.
class CodeBar final : public QWidget {
    Q_OBJECT
public:
    explicit CodeBar(bool hasCamera, QWidget *parent = nullptr);

Q_SIGNALS:
    void typed(const QString &code);
    void cameraRequested();
    void fileRequested();

private:
    uikit::SearchField *m_code;
};

} // namespace ambroise::dispensing::ui
