// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>
#include <QStringList>

#include <memory>

class Hunspell;

namespace ambroise::uikit {

//! A word that is not known, and where it stands.
struct Misspelling {
    qsizetype start = 0; //!< in UTF-16 units
    qsizetype length = 0;

    friend bool operator==(const Misspelling &, const Misspelling &) = default;
};

//! French spelling by Hunspell and the system's dictionary (hunspell-fr). It is read on a thread;
//! until then, or where there is none, every word is known.
class Spelling final : public QObject {
    Q_OBJECT
public:
    //! The stem of the files .aff and .dic of the system; empty: there are none.
    static QString systemDictionary();

    explicit Spelling(QObject *parent = nullptr);
    ~Spelling() override;

    void load(const QString &dictionary = systemDictionary());
    [[nodiscard]] bool isReady() const { return m_hunspell != nullptr; }

    //! What is a number, an abbreviation in capitals, or elided (« l’ », « qu’ ») before a known
    //! word is known too.
    [[nodiscard]] bool isKnown(const QString &word) const;
    //! A word with a capital inside of a sentence is a name.
    [[nodiscard]] QList<Misspelling> misspellingsIn(const QString &text) const;
    [[nodiscard]] QStringList suggestions(const QString &word) const; //!< best first, few
    //! Words of the trade or of the user, whatever their case and accents.
    void learn(const QStringList &words);

Q_SIGNALS:
    void changed(); //!< it is read, or has learnt: what was judged before may be judged again

private:
    std::shared_ptr<Hunspell> m_hunspell;
    QSet<QString> m_learnt; //!< folded
};

} // namespace ambroise::uikit
