// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/draftkeeper.h>

#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>

namespace ambroise::uikit {

DraftKeeper::DraftKeeper(DraftPage page, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_page(std::move(page))
    , m_clock(clock)
{
    using namespace std::chrono_literals;
    m_pause.setSingleShot(true);
    m_pause.setInterval(300ms);
    connect(&m_pause, &QTimer::timeout, this, &DraftKeeper::save);
}

void DraftKeeper::typed()
{
    m_dirty = true;
    m_pause.start();
}

void DraftKeeper::keep()
{
    m_dirty = true;
    save();
}

void DraftKeeper::forget()
{
    m_pause.stop();
    m_dirty = false;
    m_page.saved->setText({});
}

Status DraftKeeper::flush()
{
    save();
    if (m_dirty)
        return Error{ErrorCode::Unavailable, u"storage.unavailable"_qs, {}};
    return done();
}

void DraftKeeper::save()
{
    m_pause.stop();
    if (!m_dirty)
        return;
    const QString body = m_page.body();
    if (const Status kept = m_page.save(body); !kept.ok()) {
        m_page.problem->say(Meaning::Stop, m_page.explain(kept.error()));
        return;
    }
    m_dirty = false;
    m_page.saved->setText(
        body.isEmpty()
            ? QString()
            : tr("Enregistré à %1").arg(m_clock.now().toLocalTime().toString(u"HH:mm"_qs)));
}

void DraftKeeper::tellFound()
{
    m_page.problem->setGrade(Meaning::Info);
    m_page.problem->clearActs();
    m_page.problem->setText(tr("Brouillon retrouvé."), tr("À relire : le dossier a pu changer."));
    m_page.problem->show();
}

void DraftKeeper::holdBack(const Error &error, const QList<QWidget *> &parts, const QString &anew,
                           std::function<void()> begun)
{
    const auto setWritable = [parts](bool writable) {
        for (QWidget *part : parts)
            part->setEnabled(writable);
    };
    setWritable(false);
    m_page.problem->say(Meaning::Stop, m_page.explain(error));
    m_page.problem->addAct(anew, {}, [this, setWritable, begun = std::move(begun)] {
        setWritable(true);
        m_page.problem->hide();
        begun();
    });
}

} // namespace ambroise::uikit
