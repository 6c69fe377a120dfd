// SPDX-License-Identifier: GPL-3.0-or-later
#include <cabinet/draftkinds.h>
#include <cabinet/recordwiring.h>

#include <ambroise/record/ui/notepage.h>
#include <ambroise/uikit/theme.h>

#include <QApplication>
#include <QTextEdit>
#include <QtTest>

#include <cstdio>

using namespace ambroise;

namespace {

void say(qsizetype confirmed)
{
    std::printf("%lld\n", static_cast<long long>(confirmed));
    std::fflush(stdout);
}

//! Types the digits in turn, and says how many of them the journal of drafts holds.
Status typeInto(app::Practice &practice, const access::Session &session,
                const patient::Patient &patient)
{
    app::WritingAids aids(practice, session.account().id);
    record::ui::NotePage page(app::recordServices(practice, session, patient, aids),
                              practice.clock());
    page.restore();
    page.show();
    auto *edit = page.findChildren<QTextEdit *>().at(1);
    edit->setFocus();
    for (int typed = 1; typed <= 2000; ++typed) {
        QTest::keyClicks(edit, QString::number(typed % 10));
        QTest::qWait(typed % 40 == 0 ? 400 : 4); // a pause now and then, as people make
        AMBROISE_TRY(const auto draft, practice.drafts().find(session.account().id, app::noteDraft,
                                                              patient.id.value));
        if (draft)
            say(record::NoteDraft::fromText(draft->body)
                    ->note.text(record::NoteSection::Subjective)
                    .size());
    }
    return done();
}

Status run(const QStringList &words)
{
    const SystemClock clock;
    const auto key = crypto::SecretBytes::fromBytes(QByteArray::fromHex(words.at(1).toLatin1()));
    AMBROISE_TRY(const auto practice,
                 app::Practice::open(app::PracticeFolder(words.at(0)), key, clock));
    AMBROISE_TRY(const auto session,
                 practice->signIn(*access::Login::parse(u"medecin"), u"Cabinet 1"_qs));
    AMBROISE_TRY(const auto patient,
                 practice->patients().open(PatientId{words.at(2).toLongLong()}, session.actor()));
    return typeInto(*practice, session, patient);
}

} // namespace

//! Arguments: folder of the practice, its key, whose record.
int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments().mid(1);
    return words.size() == 3 && run(words).ok() ? 0 : 1;
}
