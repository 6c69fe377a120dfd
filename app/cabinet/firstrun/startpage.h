// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "creationjob.h"

#include <cabinet/post.h>

#include <QWidget>

namespace ambroise::access::ui {
class ChoiceRow;
}
namespace ambroise::uikit {
class Button;
class PrimaryButton;
} // namespace ambroise::uikit

namespace ambroise::app::firstrun {

class Demonstration;
class OpenFolder;
class TwoSides;

//! What can be done while no practice is open on this post. Keys: Alt+C, Alt+O, Alt+D; ↑ ↓ along
//! them, ↵ does the chosen one, Échap goes back to the practice that was open.
class StartPage final : public QWidget {
    Q_OBJECT
public:
    StartPage(const Post &post, crypto::Argon2Params params, const Clock &clock,
              QWidget *parent = nullptr);

    void begin();
    //! A practice is open already: one may go back to it.
    void setMayLeave(bool may);
    void setProblem(const QString &path, const QString &sentence);
    [[nodiscard]] bool isBusy() const;

Q_SIGNALS:
    void createAsked();
    void folderChosen(const QString &path, const ambroise::app::Post &post);
    void demonstrationReady(const QString &path, const QString &login);
    void left();

private:
    enum class Way { Create, Open, Demonstration };

    void build();
    void bindKeys();
    void choose(Way way);
    void showWords();
    void go();
    void leave();

    Way m_way = Way::Create;
    bool m_mayLeave = false;
    TwoSides *m_sides;
    QList<access::ui::ChoiceRow *> m_rows;
    OpenFolder *m_open;
    Demonstration *m_demonstration;
    uikit::PrimaryButton *m_go;
    uikit::Button *m_back;
};

} // namespace ambroise::app::firstrun
