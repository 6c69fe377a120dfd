// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace ambroise::codes::ui {

//! Hears a barcode scanner that types like a keyboard, wherever the focus is in a window: eight
//! characters or more, each less than 35 ms after the one before by the events' own times, then
//! Enter or Tab. The text is told once, and no key of it acts or stays in a field.
//!
//! Typing is not disturbed: in a text field the first key of what may be a scan goes through at
//! once, and is taken back should it be one. Elsewhere a letter is a shortcut: it acts 40 ms
//! later, when no scan follows. In a password field nothing is held, nor heard.
//!
//! A scan of which a part went through is not told at all: half a code is a wrong code.
class WedgeFilter : public QObject {
    Q_OBJECT
public:
    //! Lives as long as `window`, a top-level one, at most.
    explicit WedgeFilter(QWidget &window);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    //! Without the final Enter or Tab; GS, RS and US (0x1D to 0x1F) are kept.
    void scanned(const QString &text);

private:
    struct Key {
        int code = 0;
        QString text;
        Qt::KeyboardModifiers modifiers;
        quint64 timestamp = 0;
        bool repeated = false;
    };
    struct Held {
        QPointer<QObject> receiver;
        std::unique_ptr<QEvent> event;
    };
    //! A text field as it was before the first key of what may be a scan.
    struct Field {
        QPointer<QWidget> widget;
        QString text;
        QString selection;
    };

    [[nodiscard]] static Key keyOf(const QEvent &event);
    [[nodiscard]] bool hear(const Key &key, QObject *receiver, const QEvent &event);
    [[nodiscard]] bool hearCharacter(const Key &key, QObject *receiver, const QEvent &event);
    [[nodiscard]] bool hearRelease(int code, QObject *receiver, const QEvent &event);
    void hold(QObject *receiver, const QEvent &event);
    void release();
    void finish();
    void takeBack(const Field &field);
    void onTimeout();

    QWidget &m_window;
    std::optional<Key> m_announced; //!< told by ShortcutOverride, not yet come as anything else
    QString m_text;                 //!< of what may be a scan
    quint64 m_last = 0;             //!< time of the key before
    bool m_letThrough = false;      //!< until the keys slow down
    bool m_lastCall = false;
    std::vector<Held> m_held;
    std::optional<Field> m_field;
    std::vector<int> m_deadReleases; //!< of keys that were swallowed while down
    const QEvent *m_passing = nullptr;
    QTimer m_timer;
};

} // namespace ambroise::codes::ui
