// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

using namespace ambroise;
using Answer = test::CommandLine::Answer;

//! `practice create` where not everything that was asked for succeeds.
class TestCtlCreation : public QObject {
    Q_OBJECT
    test::CommandLine m_ctl{QStringLiteral(AMBROISECTL)};
private Q_SLOTS:
    void theRecoveryKeyIsToldWhereTheInventedPatientsFail()
    {
        // No file above 2 MiB: enough for an empty practice.
        const QString limited = u"trap '' XFSZ; ulimit -f 4096; exec \"$0\" \"$@\""_qs;
        const QString practice = m_ctl.path(u"practice"_qs);
        const Answer answer = test::CommandLine::run(
            u"sh"_qs,
            {u"-c"_qs, limited, QStringLiteral(AMBROISECTL), u"practice"_qs, u"create"_qs, practice,
             u"--name"_qs, u"Recette"_qs, u"--patients"_qs, u"3000"_qs, u"--json"_qs},
            m_ctl.environment());
        QCOMPARE(answer.exitCode, 1);
        QVERIFY(test::isSentence(answer.sentence));
        QVERIFY(answer.object.value(u"recovery_key").toString().size() > 30);
        const Answer info = m_ctl.call({u"practice"_qs, u"info"_qs}, u"admin"_qs, practice);
        QCOMPARE(info.exitCode, 0);
        QCOMPARE(info.object.value(u"patients").toInt(), 0);
    }
};
QTEST_GUILESS_MAIN(TestCtlCreation)
#include "tst_ctlcreation.moc"
