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
#include <QPlainTextEdit>
#include <QPushButton>
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
    Patient m_kept = retrieved(); //!< by the practice; version 0: nobody yet
    QString m_draft;              //!< in the journal
    std::optional<Error> m_draftFault;

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
        services.save = [this](const PatientDetails &details, qint64 version) -> Result<Patient> {
            if (version != m_kept.version)
                return Error{ErrorCode::Conflict, u"storage.version"_qs, {}};
            m_saved << details;
            m_kept.version = version + 1;
            m_kept.details = details;
            return m_kept;
        };
        services.reload = [this]() -> Result<Patient> {
            return m_kept;
        };
        services.near = [this](const identity::StrictTraits &) -> Result<QList<CloseRecord>> {
            if (m_fault)
                return *m_fault;
            return m_close;
        };
        services.saveDraft = [this](const QString &body) {
            if (m_draftFault)
                return Status(*m_draftFault);
            m_draft = body;
            return done();
        };
        services.places.areKnown = [] {
            return Result<bool>(false);
        };
        services.places.search = [](const QString &, QDate) {
            return Result<QList<identity::Place>>(QList<identity::Place>());
        };
        services.places.find = [](const QString &, QDate) {
            return Result<std::optional<identity::Place>>(std::nullopt);
        };
        services.explain = [](const Error &error) {
            return error.subject;
        };
        services.open = [](PatientId) {
        };
        return services;
    }
    template <class Input = QLineEdit>
    static Input *field(const QWidget &in, const QString &name)
    {
        for (auto *edit : in.findChildren<Input *>())
            if (edit->accessibleName() == name)
                return edit;
        return nullptr;
    }
    static void write(const QWidget &in, const QString &name, const QString &text)
    {
        QLineEdit *edit = field(in, name);
        QVERIFY2(edit, qPrintable(name));
        edit->clear();
        test::type(*edit, text);
    }
    static void press(const QWidget &in, const QString &act)
    {
        for (auto *button : in.findChildren<QPushButton *>())
            if (button->text() == act && button->isVisibleTo(&in)) {
                button->click();
                return;
            }
        QFAIL(qPrintable(act));
    }
    static void chooseSex(const QWidget &in, int index)
    {
        auto *sex = in.findChild<QComboBox *>();
        sex->setCurrentIndex(index);
        Q_EMIT sex->activated(index);
    }
    static void writeMadeleine(const QWidget &form)
    {
        write(form, u"Nom de naissance"_qs, u"Vasseur"_qs);
        write(form, u"Prénoms de naissance, dans l’ordre"_qs, u"Madeleine"_qs);
        write(form, u"Date de naissance"_qs, u"14/03/1958"_qs);
        chooseSex(form, 1);
    }
    //! What is said under the field of that name, or what is wrong with it.
    static QString under(const QWidget &in, const QString &name)
    {
        return field<QWidget>(in, name)->accessibleDescription();
    }
    static Patient retrieved()
    {
        test::Person person;
        person.matricule = u"258036311398155"_qs;
        return {PatientId{1}, 1, person.details()};
    }
    //! Somebody else changes the record.
    void changeElsewhere(const std::function<void(PatientDetails &)> &change)
    {
        ++m_kept.version;
        change(m_kept.details);
    }
    [[nodiscard]] static identity::StrictTraits bornAt(const identity::BirthDate &birth,
                                                       const identity::BirthPlace &place)
    {
        const identity::StrictTraits traits = test::Person().traits();
        return *identity::StrictTraits::make({traits.surname(), traits.givenNames(),
                                              traits.firstGivenName(), birth, traits.sex(), place});
    }

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }
    void init()
    {
        m_fault.reset();
        m_saved.clear();
        m_close.clear();
        m_kept = retrieved();
        m_draft.clear();
        m_draftFault.reset();
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
        writeMadeleine(form);
        QTRY_COMPARE(said(form), u"Dossiers proches non recherchés storage.unavailable"_qs);
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

    void aLongNoteIsKeptWhole()
    {
        m_kept.details.notes = u"Sonner deux fois.\n"_qs +
                               u"Clé chez la voisine. "_qs.repeated(900) + u"Code\u00A0: 12A"_qs;
        const QString note = m_kept.details.notes;
        PatientForm form(formServices(), m_clock);
        form.resize(1000, 700);
        form.show();
        form.edit(m_kept);
        QVERIFY(!form.isDirty());
        write(form, u"Ville"_qs, u"Riom"_qs);
        form.save();
        QCOMPARE(m_saved.first().notes, note);

        auto *edit = field<QPlainTextEdit>(form, u"Note pour l’accueil"_qs);
        QVERIFY(edit);
        edit->moveCursor(QTextCursor::End);
        QTest::keyClick(edit, Qt::Key_Return);
        test::type(*edit, u"Étage 3"_qs);
        form.save();
        QCOMPARE(m_saved.last().notes, note + u"\nÉtage 3"_qs);
    }

    void theNoteIsOnTheWayOfTheTabKey()
    {
        PatientForm form(formServices(), m_clock);
        form.show();
        form.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        auto *before = field(form, u"Décès le"_qs);
        auto *note = field<QPlainTextEdit>(form, u"Note pour l’accueil"_qs);
        before->setFocus();
        QTest::keyClick(before, Qt::Key_Tab);
        QVERIFY(note->hasFocus());
        QTest::keyClick(note, Qt::Key_Tab);
        QVERIFY(!note->hasFocus());
        QCOMPARE(note->toPlainText(), QString());
    }

    void whatIsTooLongIsRefusedAndNeverCutShort_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("most");
        QTest::newRow("used name") << u"Nom utilisé"_qs << 100;
        QTest::newRow("street") << u"Rue"_qs << 500;
        QTest::newRow("town") << u"Ville"_qs << 100;
    }
    void whatIsTooLongIsRefusedAndNeverCutShort()
    {
        QFETCH(QString, name);
        QFETCH(int, most);
        PatientForm form(formServices(), m_clock);
        form.show();
        form.edit(m_kept);
        write(form, name, u"a"_qs.repeated(most + 1));
        form.save();
        QVERIFY(m_saved.isEmpty());
        QCOMPARE(under(form, name), u"patient.length"_qs);
        QTest::keyClick(field(form, name), Qt::Key_Backspace);
        form.save();
        QCOMPARE(m_saved.size(), 1);
        QCOMPARE(field(form, name)->text().size(), most);
    }

    void anotherPersonsChangeIsNotOverwritten()
    {
        m_kept.details.contacts.address = {u"1 rue Basse"_qs, u"63000"_qs, u"Clermont-Ferrand"_qs};
        PatientForm form(formServices(), m_clock);
        form.resize(1000, 760);
        form.show();
        form.edit(m_kept);
        write(form, u"Téléphone"_qs, u"06 39 98 01 23"_qs);
        write(form, u"Ville"_qs, u"Riom"_qs);
        changeElsewhere([](PatientDetails &details) {
            details.contacts.address.street = u"3 rue Haute"_qs;
            details.contacts.address.city = u"Thiers"_qs;
        });
        form.follow(m_kept);
        QVERIFY(said(form).contains(u"storage.version"));
        QCOMPARE(field(form, u"Ville"_qs)->text(), u"Riom"_qs);
        form.save();
        QVERIFY(m_saved.isEmpty());
        QVERIFY(said(form).contains(u"storage.version"));

        press(form, u"Reprendre"_qs);
        QVERIFY(!said(form).contains(u"storage.version"));
        QVERIFY(said(form).contains(u"Repris : Rue."));
        QCOMPARE(field(form, u"Rue"_qs)->text(), u"3 rue Haute"_qs);
        QCOMPARE(field(form, u"Ville"_qs)->text(), u"Riom"_qs);
        QVERIFY(under(form, u"Ville"_qs).contains(u"Thiers"));
        test::keepScreenshot(form, u"patient-change-ailleurs"_qs);
        form.save();
        QCOMPARE(m_saved.size(), 1);
        QCOMPARE(m_saved.first().contacts.address.street, u"3 rue Haute"_qs);
        QCOMPARE(m_saved.first().contacts.address.city, u"Riom"_qs);
        QCOMPARE(m_saved.first().contacts.phones.first().dialled(), u"0639980123"_qs);
        QCOMPARE(said(form), QString());
    }

    void anotherPersonsChangeShowsAtOnceWhereNothingIsTyped()
    {
        PatientForm form(formServices(), m_clock);
        form.edit(m_kept);
        changeElsewhere(
            [](PatientDetails &details) { details.contacts.address.city = u"Thiers"_qs; });
        form.follow(m_kept);
        QCOMPARE(field(form, u"Ville"_qs)->text(), u"Thiers"_qs);
        QVERIFY(!form.isDirty());
    }

    void aDraftBringsBackOnlyWhatWasTyped()
    {
        m_kept.details.contacts.address.street = u"1 rue Basse"_qs;
        m_kept.details.notes = u"Fils : le matin"_qs;
        {
            PatientForm form(formServices(), m_clock);
            form.edit(m_kept);
            write(form, u"Ville"_qs, u"Riom"_qs);
            auto *note = field<QPlainTextEdit>(form, u"Note pour l’accueil"_qs);
            note->moveCursor(QTextCursor::End);
            QTest::keyClick(note, Qt::Key_Return);
            test::type(*note, u"Fille : le soir"_qs);
            QTRY_VERIFY(m_draft.contains(u"Fille"));
            QVERIFY(!m_draft.contains(u"VASSEUR"));
        }
        changeElsewhere([](PatientDetails &details) {
            details.contacts.address.street = u"3 rue Haute"_qs;
            details.contacts.address.city = u"Thiers"_qs;
        });
        PatientForm form(formServices(), m_clock);
        form.resize(1000, 760);
        form.show();
        form.edit(m_kept);
        form.restore(m_draft);
        QVERIFY(said(form).contains(u"Saisie retrouvée, pas encore enregistrée."));
        QVERIFY(form.isDirty());
        QCOMPARE(field(form, u"Ville"_qs)->text(), u"Riom"_qs);
        QVERIFY(under(form, u"Ville"_qs).contains(u"Thiers"));
        QCOMPARE(field(form, u"Rue"_qs)->text(), u"3 rue Haute"_qs);
        QCOMPARE(field<QPlainTextEdit>(form, u"Note pour l’accueil"_qs)->toPlainText(),
                 u"Fils : le matin\nFille : le soir"_qs);
        test::keepScreenshot(form, u"patient-saisie-retrouvee"_qs);
        form.save();
        QCOMPARE(m_saved.first().contacts.address.street, u"3 rue Haute"_qs);
        QCOMPARE(m_saved.first().contacts.address.city, u"Riom"_qs);
        QCOMPARE(m_draft, QString());
    }

    void aNewPatientBeingTypedIsBackFromTheDraft()
    {
        m_kept = {PatientId{7}, 0, retrieved().details};
        {
            PatientForm form(formServices(), m_clock);
            writeMadeleine(form);
            write(form, u"Rue"_qs, u"3 rue Haute"_qs);
            QTRY_VERIFY(m_draft.contains(u"3 rue Haute"));
        }
        PatientForm form(formServices(), m_clock);
        form.show();
        form.restore(m_draft);
        QCOMPARE(said(form), u"Saisie retrouvée, pas encore enregistrée."_qs);
        QCOMPARE(field(form, u"Nom de naissance"_qs)->text(), u"Vasseur"_qs);
        QCOMPARE(form.findChild<QComboBox *>()->currentText(), u"Féminin"_qs);
        form.save();
        QCOMPARE(m_saved.first().contacts.address.street, u"3 rue Haute"_qs);
        QCOMPARE(m_saved.first().identity.traits(), test::Person().traits());
    }

    void whatIsTypedAndTakenBackLeavesNoDraft()
    {
        PatientForm form(formServices(), m_clock);
        form.edit(m_kept);
        write(form, u"Ville"_qs, u"R"_qs);
        QTRY_VERIFY(!m_draft.isEmpty());
        QTest::keyClick(field(form, u"Ville"_qs), Qt::Key_Backspace);
        QTRY_VERIFY(m_draft.isEmpty());
        QVERIFY(!form.isDirty());
    }

    void aDraftThatCannotBeWrittenIsTold()
    {
        PatientForm form(formServices(), m_clock);
        form.show();
        form.edit(m_kept);
        m_draftFault = Error{ErrorCode::Unavailable, u"storage.full"_qs, {}};
        write(form, u"Ville"_qs, u"Riom"_qs);
        QTRY_COMPARE(said(form), u"Brouillon non enregistré. storage.full"_qs);
        test::type(*field(form, u"Ville"_qs), u"s"_qs);
        QCOMPARE(said(form), u"Brouillon non enregistré. storage.full"_qs);
        m_draftFault.reset();
        QVERIFY_OK(form.keepDraft());
        QCOMPARE(said(form), QString());
        QVERIFY(m_draft.contains(u"Rioms"));
    }

    void whoLeavesWithinThePauseLosesNothing()
    {
        PatientForm form(formServices(), m_clock);
        form.edit(m_kept);
        write(form, u"Ville"_qs, u"Riom"_qs);
        QCOMPARE(m_draft, QString());
        QVERIFY_OK(form.keepDraft());
        QVERIFY(m_draft.contains(u"Riom"));
    }

    void aBirthDateThatIsNotWhollyKnownStaysSo()
    {
        const auto birth = *identity::BirthDate::stored(QDate(1950, 5, 1), true);
        const auto strict = bornAt(birth, {});
        m_kept.details.identity =
            *identity::Identity::make(strict, m_kept.details.identity.ins(), {true, false}, {});
        PatientForm form(formServices(), m_clock);
        form.show();
        form.edit(m_kept);
        write(form, u"Téléphone"_qs, u"06 39 98 01 23"_qs);
        form.save();
        QCOMPARE(said(form), QString());
        QCOMPARE(m_saved.first().identity, m_kept.details.identity);
        QVERIFY(m_saved.first().identity.traits().birthDate().isInterpreted());
        QVERIFY(m_saved.first().identity.ins());
    }

    void theWordsForABirthPlaceNeedNoCode()
    {
        const auto place = *identity::BirthPlace::make({}, u"Ambert"_qs);
        m_kept.details.identity =
            identity::Identity::provisional(bornAt(test::Person().traits().birthDate(), place));
        PatientForm form(formServices(), m_clock);
        form.edit(m_kept);
        write(form, u"Ville"_qs, u"Riom"_qs);
        form.save();
        QCOMPARE(m_saved.first().identity.traits().birthPlace().label(), u"Ambert"_qs);
        write(form, u"Lieu de naissance"_qs, u"Thiers"_qs);
        form.save();
        QCOMPARE(m_saved.last().identity.traits().birthPlace().label(), u"Thiers"_qs);
    }

    void losingTheInsIsToldEvenToWhoSavesAtOnce()
    {
        PatientForm form(formServices(), m_clock);
        form.show();
        form.edit(m_kept);
        test::type(*field(form, u"Nom de naissance"_qs), u"s"_qs);
        form.save();
        QVERIFY(m_saved.isEmpty());
        QVERIFY(said(form).contains(
            u"Trait issu d’INSi modifié : enregistrer repasse l’identité en provisoire, sans INS"));
        form.save(); // who read it may
        QCOMPARE(m_saved.size(), 1);
        QVERIFY(!m_saved.first().identity.ins());
        QCOMPARE(said(form), QString());
    }

    void aSecondRecordOfSomebodyIsToldEvenToWhoSavesAtOnce()
    {
        m_kept = {PatientId{7}, 0, retrieved().details};
        m_close = {CloseRecord{m_known.first(), {}}};
        PatientForm form(formServices(), m_clock);
        form.show();
        writeMadeleine(form);
        form.save();
        QVERIFY(m_saved.isEmpty());
        QVERIFY(said(form).contains(u"Dossier proche"));
        form.save();
        QCOMPARE(m_saved.size(), 1);
    }

    void whatADraftWouldLoseIsToldAsItComesBack()
    {
        {
            PatientForm form(formServices(), m_clock);
            form.edit(m_kept);
            test::type(*field(form, u"Nom de naissance"_qs), u"s"_qs);
            QTRY_VERIFY(!m_draft.isEmpty());
        }
        PatientForm form(formServices(), m_clock);
        form.show();
        form.edit(m_kept);
        form.restore(m_draft);
        QVERIFY(said(form).contains(u"provisoire"));
        form.edit(m_kept); // the warning goes with what it was about
        QCOMPARE(said(form), QString());
    }
};
QTEST_MAIN(TestPatientPages)
#include "tst_pages.moc"
