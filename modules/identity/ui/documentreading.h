// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/identity/ui/identitypage.h>

#include <QTimer>

namespace ambroise::identity::ui {

//! The document at the desk: its text, typed or from a scanner or a camera, or its picture in a
//! file. What was read of it stands until another one is presented; what is still being read of the
//! one before comes too late.
class DocumentReading final : public QObject {
    Q_OBJECT
public:
    explicit DocumentReading(const IdentityServices &services, QObject *parent = nullptr);

    //! Nothing: none is read.
    [[nodiscard]] const std::optional<ReadDocument> &read() const { return m_read; }
    //! A zone or a 2D-Doc, whole; nothing: it was taken away.
    void takeText(const QString &text);
    //! From a scanner that types: the lines of a zone come one after the other.
    void takeScan(const QString &text);
    void openFile(const QString &path);
    //! By hand, trait by trait.
    void take(const ToldTraits &typed);
    void forget();

Q_SIGNALS:
    void began();                                  //!< a file is being read
    void ended();                                  //!< it was, or another document is presented
    void changed();                                //!< read() is another
    void recognized();                             //!< changed, by a reader
    void unreadable(const ambroise::Error &error); //!< changed: there is nothing

private:
    //! What is still being read of the one before comes too late.
    void next();
    void show(const Result<ReadDocument> &read);

    std::function<Result<ReadDocument>(const QString &text)> m_readText;
    std::function<QFuture<Result<ReadDocument>>(const QString &path)> m_readFile;
    std::optional<ReadDocument> m_read;
    QStringList m_lines; //!< of a zone that is being scanned
    QTimer m_scanEnd;
    int m_at = 0;           //!< counts what was handed over to be read
    bool m_reading = false; //!< a file, at this moment
};

} // namespace ambroise::identity::ui
