// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"

#include <ambroise/patient/ui/patientform.h>
#include <ambroise/patient/ui/patientsearchpage.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/theme.h>

#include <support/screenshot.h>
#include <support/typing.h>

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::patient;
using namespace ambroise::patient::ui;

namespace {

const QString failed = QStringLiteral("Le serveur du cabinet ne répond pas.");

PatientSummary summaryOf(qint64 id, const QString &surname, const QString &first,
                         const QString &used = {})
{
    PatientSummary summary;
    summary.id = PatientId{id};
    summary.birthSurname = surname;
    summary.firstGivenName = first;
    summary.usedGivenName = used;
    summary.birthDate = QDate(1958, 3, 14);
    return summary;
}

//! What the lines of messages in `in` say, of those that a person sees.
QString said(const QWidget &in)
{
    QStringList texts;
    for (const auto *line : in.findChildren<uikit::MessageLine *>())
        if (line->isVisibleTo(&in))
            texts << line->text();
    return texts.join(u'\n');
}

} // namespace

//! The search page and the form, at the keyboard; what they ask of the practice is answered by the
//! test.
class TestPatientPages : public QObject {
    Q_OBJECT
    test::ManualClock m_clock;
    QList<PatientSummary> m_known{summaryOf(1, u"VASSEUR"_qs, u"MADELEINE"_qs),
                                  summaryOf(2, u"LE GOFF"_qs, u"MAEL"_qs, u"Maël"_qs)};
    std::optional<Error> m_fault;
    QList<PatientDetails> m_saved;
    QList<CloseRecord> m_close;

    SearchServices searchServices()
    {
        SearchServices services;
        services.search = [this](const QString &typed) -> Result<QList<PatientSummary>> {
            if (m_fault)
                return *m_fault;
            return typed == u"vas" ? m_known.first(1) : QList<PatientSummary>{};
        };
        services.recent = [this]() -> Result<QList<PatientSummary>> {
            if (m_fault)
                return *m_fault;
            return m_known;
        };
        services.explain = [](const Error &) {
            return failed;
        };
        return services;
    }
    FormServices formServices()
    {
        FormServices services;
        services.save = [this](const PatientDetails &details) {
            m_saved << details;
            return done();
        };
        services.near = [this](const identity::StrictTraits &) -> Result<QList<CloseRecord>> {
            if (m_fault)
                return *m_fault;
            return m_close;
        };
        services.saveDraft = [](const QString &) {
        };
        services.explain = [](const Error &error) {
            return error.subject;
        };
        services.open = [](PatientId) {
        };
        return services;
    }
    static QLineEdit *field(const QWidget &in, const QString &name)
    {
        for (auto *edit : in.findChildren<QLineEdit *>())
            if (edit->accessibleName() == name)
                return edit;
        return nullptr;
    }
    static Patient retrieved()
    {
        test::Person person;
        person.matricule = u"258036311398155"_qs;
        return {PatientId{1}, 1, person.details()};
    }

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }
    void init()
    {
        m_fault.reset();
        m_saved.clear();
        m_close.clear();
    }

    void aSearchThatFailedIsNoPatientWhoIsNotThere()
    {
        PatientSearchPage page(searchServices(), m_clock);
        page.show();
        auto *line = page.findChild<uikit::SearchField *>();
        m_fault = Error{ErrorCode::Unavailable, u"storage.unavailable"_qs, {}};
        test::type(*line, u"vas"_qs);
        QCOMPARE(said(page), failed);
        QVERIFY(!page.findChild<uikit::EmptyState *>()->isVisible());

        m_fault.reset();
        test::type(*line, u"s"_qs);
        QCOMPARE(said(page), QString());
        QVERIFY(page.findChild<uikit::EmptyState *>()->isVisible());
    }

    void whoWasOpenedLastIsOneArrowAway()
    {
        PatientSearchPage page(searchServices(), m_clock);
        page.resize(1000, 600);
        page.show();
        QSignalSpy opened(&page, &PatientSearchPage::openRequested);
        auto *line = page.findChild<uikit::SearchField *>();
        const QModelIndex last = page.findChild<QListView *>()->model()->index(1, 0);
        QCOMPARE(last.data(uikit::RowRole).value<uikit::Row>().title, u"LE GOFF Maël"_qs);
        QCOMPARE(last.data().toString(), last.data(Qt::AccessibleTextRole).toString());
        test::keepScreenshot(page, u"patients-recents"_qs);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(opened.size(), 0);
        QTest::keyClick(line, Qt::Key_Down);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().value<PatientId>(), PatientId{1});
    }

    void theBestMatchOpensWithEnter()
    {
        PatientSearchPage page(searchServices(), m_clock);
        page.show();
        QSignalSpy opened(&page, &PatientSearchPage::openRequested);
        auto *line = page.findChild<uikit::SearchField *>();
        test::type(*line, u"vas"_qs);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(opened.first().first().value<PatientId>(), PatientId{1});
    }

    void losingTheInsIsToldBeforeItIsSaved()
    {
        PatientForm form(formServices(), m_clock);
        form.resize(1000, 700);
        form.show();
        form.edit(retrieved());
        auto *surname = field(form, u"Nom de naissance"_qs);
        test::type(*surname, u"s"_qs);
        QTRY_VERIFY(said(form).contains(u"provisoire"));
        test::keepScreenshot(form, u"patient-perte-ins"_qs);
        QTest::keyClick(surname, Qt::Key_Backspace);
        QTRY_COMPARE(said(form), QString());
    }

    void closeRecordsThatCouldNotBeSoughtAreTold()
    {
        PatientForm form(formServices(), m_clock);
        form.show();
        m_fault = Error{ErrorCode::Unavailable, u"storage.unavailable"_qs, {}};
        test::type(*field(form, u"Nom de naissance"_qs), u"Vasseur"_qs);
        test::type(*field(form, u"Prénoms de naissance, dans l’ordre"_qs), u"Madeleine"_qs);
        test::type(*field(form, u"Date de naissance"_qs), u"14/03/1958"_qs);
        auto *sex = form.findChild<QComboBox *>();
        sex->setCurrentIndex(1);
        Q_EMIT sex->activated(1);
        QTRY_COMPARE(said(form), u"Dossiers proches non cherchés storage.unavailable"_qs);
    }

    void aDeathIsKeptAsADate_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("kept");
        QTest::addColumn<QString>("refusal");
        QTest::newRow("a date") << u"3 mars 2026"_qs << QDate(2026, 3, 3) << QString();
        QTest::newRow("nothing") << QString() << QDate() << QString();
        QTest::newRow("part of a date") << u"mars 2026"_qs << QDate() << u"date.shape"_qs;
        QTest::newRow("to come") << u"01/01/2027"_qs << QDate() << u"date.future"_qs;
        QTest::newRow("no date") << u"récemment"_qs << QDate() << u"date.shape"_qs;
    }
    void aDeathIsKeptAsADate()
    {
        QFETCH(QString, typed);
        QFETCH(QDate, kept);
        QFETCH(QString, refusal);
        PatientForm form(formServices(), m_clock);
        form.show();
        form.edit(retrieved());
        test::type(*field(form, u"Décès le"_qs), typed);
        form.save();
        QCOMPARE(m_saved.isEmpty(), !refusal.isEmpty());
        if (refusal.isEmpty())
            QCOMPARE(m_saved.first().deceasedOn, kept);
        else
            QCOMPARE(said(form), refusal);
    }
};
QTEST_MAIN(TestPatientPages)
#include "tst_pages.moc"
