// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/identity/ui/identitypage.h>

#include <QWidget>

class QComboBox;
class QPlainTextEdit;
class QTimer;

namespace ambroise::uikit {
class Chip;
class FormField;
class Segmented;
} // namespace ambroise::uikit

namespace ambroise::identity::ui {

//! Which document was presented, how, and what its machine-readable zone says.
class DocumentBox final : public QWidget {
    Q_OBJECT
public:
    //! Where the traits of the document come from, as the person chooses.
    enum class Source { Code, Typed, Sight };

    DocumentBox(bool hasCamera, QWidget *parent = nullptr);

    void setKinds(const QList<DocumentKind> &kinds);
    void clear(); //!< no kind chosen, nothing read
    void showRead(const ReadDocument &read);
    void showUnreadable(const QString &why);

    [[nodiscard]] std::optional<DocumentKind> kind() const;
    [[nodiscard]] std::optional<DocumentKind> parentKind() const;
    [[nodiscard]] Presentation presentation() const;
    [[nodiscard]] Source source() const;

Q_SIGNALS:
    void changed();
    void sourceChanged();
    void codeTyped(const QString &text); //!< a whole zone, as typed or scanned
    void cameraRequested();
    void fileRequested();

private:
    void kindChanged();
    void zoneChanged();

    QList<DocumentKind> m_kinds;
    QComboBox *m_kind;
    QComboBox *m_parent;
    uikit::FormField *m_parentField;
    uikit::Segmented *m_presentation;
    uikit::Segmented *m_source;
    QPlainTextEdit *m_zone;
    uikit::Chip *m_verdict;
    QTimer *m_pause;
    bool m_showing = false;
};

} // namespace ambroise::identity::ui
