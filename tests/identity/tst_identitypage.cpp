// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/ui/identitypage.h>
#include <ambroise/uikit/askline.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/theme.h>

#include <support/result.h>
#include <support/screenshot.h>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::identity;
using namespace ambroise::identity::ui;

namespace {

const QDate today(2026, 11, 26);

StrictTraits traits(QStringView list = u"ANTON", QStringView surname = u"WEBER")
{
    return *StrictTraits::make({*BirthSurname::parse(surname), *GivenNames::parse(list),
                                *GivenNames::parse(list.left(5)), *BirthDate::of(QDate(1991, 9, 2)),
                                Sex::Male, *BirthPlace::make(u"63113", u"Clermont-Ferrand"_qs)});
}

StrictTraits withoutPlace(const StrictTraits &of)
{
    return *StrictTraits::make(
        {of.surname(), of.givenNames(), of.firstGivenName(), of.birthDate(), of.sex(), {}});
}

constexpr int insiColumn = 1;

InsiPerson anton(const QString &surname = u"WEBER"_qs)
{
    InsiPerson person{.ins = {*InsMatricule::fromInsi(u"191096311397248"), InsAuthority::Nir}};
    person.surname = surname;
    person.firstGivenName = u"ANTON"_qs;
    person.givenNames = u"ANTON LUCAS MARIE"_qs;
    person.sex = u"M"_qs;
    person.birthDate = u"1991-09-02"_qs;
    person.birthPlace = u"63113"_qs;
    return person;
}

ToldTraits onTheCard(const QString &surname = u"WEBER"_qs)
{
    ToldTraits told;
    told.surname = surname;
    told.givenNames = u"ANTON LUCAS"_qs;
    told.birthDate = u"1991-09-02"_qs;
    told.sex = u"M"_qs;
    told.namesMayBeCut = true;
    return told;
}

const QString zone = u"IDFRAX4RTBPFW46<<<<<<<<<<<<<<<\n9109021M3302118FRA<<<<<<<<<<<4\n"
                     "WEBER<<ANTON<LUCAS<<<<<<<<<<<<"_qs;

} // namespace

//! The page where identities are qualified; INSi, the reader of documents and the practice are
//! answered by the test.
class TestIdentityPage : public QObject {
    Q_OBJECT
    std::optional<Identity> m_identity;
    QList<IdentityChange> m_changes;
    int m_writes = 0;
    QHash<QString, std::shared_ptr<QPromise<Result<ReadDocument>>>> m_files; //!< read later
    Result<Mandate> m_mandate{Mandate{UserId{1}, u"Dr Claire Fontanel"_qs}};
    Result<ReadDocument> m_read{ReadDocument{}};
    std::optional<Error> m_refusal;
    QPromise<Result<InsiFound>> m_insi;
    QList<TraceEntry> m_trace;
    QList<KeptCall> m_calls;

    IdentityServices services()
    {
        IdentityServices s;
        s.mandate = [this] {
            return m_mandate;
        };
        s.kinds = []() -> Result<QList<DocumentKind>> {
            return usualDocumentKinds();
        };
        s.readText = [this](const QString &text) {
            if (m_read.ok())
                m_read->text = text;
            return m_read;
        };
        s.readFile = [this](const QString &path) {
            auto &file = m_files[path];
            file = std::make_shared<QPromise<Result<ReadDocument>>>();
            file->start();
            return file->future();
        };
        s.askInsi = [this] {
            m_insi = QPromise<Result<InsiFound>>();
            m_insi.start();
            return m_insi.future();
        };
        s.decide = [this](const QList<IdentityChange> &changes) -> Status {
            if (m_refusal)
                return *m_refusal;
            m_changes << changes;
            ++m_writes;
            return done();
        };
        s.trace = [this]() -> Result<QList<TraceEntry>> {
            return m_trace;
        };
        s.calls = [this]() -> Result<QList<KeptCall>> {
            return m_calls;
        };
        s.printLabel = [] {
            return done();
        };
        s.explain = [](const Error &error) {
            return u"Phrase de "_qs + error.subject;
        };
        s.today = [] {
            return today;
        };
        return s;
    }
    std::unique_ptr<IdentityPage> shown()
    {
        auto page = std::make_unique<IdentityPage>(services());
        page->resize(1302, 640);
        page->setIdentity(*m_identity);
        page->show();
        // As the record does: it reads the identity again.
        connect(page.get(), &IdentityPage::changed, this, [this, page = page.get()] {
            m_identity = m_changes.last().after;
            page->setIdentity(*m_identity);
        });
        return page;
    }
    void answer(const InsiAnswer &answered, const QString &placeName = {})
    {
        m_insi.addResult(Result<InsiFound>(InsiFound{answered, InsiCallId{7}, placeName}));
        m_insi.finish();
        QCoreApplication::processEvents();
    }
    void answer(const Error &error)
    {
        m_insi.addResult(Result<InsiFound>(error));
        m_insi.finish();
        QCoreApplication::processEvents();
    }
    void readAs(const QString &path, const QString &surname)
    {
        ReadDocument read = *m_read;
        read.traits = onTheCard(surname);
        m_files.value(path)->addResult(Result<ReadDocument>(read));
        m_files.value(path)->finish();
        QCoreApplication::processEvents();
    }
    static InsiAnswer found(const QString &surname = u"WEBER"_qs)
    {
        InsiAnswer answer;
        answer.verdict = InsiAnswer::Verdict::Found;
        answer.person = anton(surname);
        return answer;
    }
    static QComboBox *kinds(const IdentityPage &page)
    {
        for (QComboBox *box : page.findChildren<QComboBox *>())
            if (box->accessibleName() == u"Pièce présentée")
                return box;
        return nullptr;
    }
    static void present(const IdentityPage &page, const QString &code)
    {
        kinds(page)->setCurrentIndex(kinds(page)->findData(code));
    }
    //! A scanner that types.
    static void scan(const IdentityPage &page)
    {
        page.findChild<QPlainTextEdit *>()->setPlainText(zone);
        QTRY_VERIFY(verdictShown(page));
    }
    static bool verdictShown(const IdentityPage &page)
    {
        const QString all = said(page);
        return all.contains(u"clés") || all.contains(u"Phrase de code");
    }
    static uikit::PrimaryButton *primary(const IdentityPage &page)
    {
        return page.findChild<uikit::PrimaryButton *>();
    }
    static uikit::Segmented *segmented(const IdentityPage &page, const QString &name)
    {
        for (uikit::Segmented *one : page.findChildren<uikit::Segmented *>())
            if (one->accessibleName() == name)
                return one;
        return nullptr;
    }
    static QString said(const IdentityPage &page)
    {
        QStringList texts;
        for (const QLabel *label : page.findChildren<QLabel *>())
            if (label->isVisible())
                texts << label->text();
        for (const uikit::MessageLine *line : page.findChildren<uikit::MessageLine *>())
            if (line->isVisible())
                texts << line->text();
        return texts.join(u'\n');
    }
    static QString verdict(const IdentityPage &page, int row)
    {
        const auto *table = page.findChild<QTableView *>();
        return table->model()->index(row, 4).data().toString();
    }
    void say(IdentityPage &page, const QString &reason)
    {
        auto *field = page.findChild<uikit::AskLine *>()->field();
        QVERIFY(field->isVisible());
        field->setText(reason);
        QTest::keyClick(field, Qt::Key_Return);
    }

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }
    void init()
    {
        m_identity = Identity::provisional(traits());
        m_changes.clear();
        m_writes = 0;
        m_files.clear();
        m_mandate = Mandate{UserId{1}, u"Dr Claire Fontanel"_qs};
        ReadDocument read;
        read.traits = onTheCard();
        read.verdict = u"4 clés sur 4 justes"_qs;
        read.validUntil = QDate(2033, 2, 11);
        m_read = read;
        m_refusal.reset();
        m_trace.clear();
        m_calls.clear();
    }

    void aSecretaryQualifiesInOneSitting()
    {
        const auto page = shown();
        QVERIFY(said(*page).contains(u"par délégation de Dr Claire Fontanel"));
        QVERIFY(!primary(*page)->isEnabled());
        page->askInsi();
        QVERIFY(said(*page).contains(u"INSi est interrogé"));
        answer(found());
        QCOMPARE(primary(*page)->text(), u"Accepter l’identité d’INSi"_qs);
        QVERIFY(verdict(*page, 1).contains(u"Compatible"));
        present(*page, u"CN"_qs);
        scan(*page);
        QVERIFY(!primary(*page)->isEnabled()); // the photo is not confirmed
        page->findChild<QCheckBox *>()->click();
        QVERIFY(primary(*page)->isEnabled());
        QCOMPARE(primary(*page)->text(), u"Qualifier l’identité"_qs);
        test::keepScreenshot(*page, u"identite-qualifier"_qs);
        primary(*page)->click();
        QCOMPARE(m_changes.size(), 2);
        QCOMPARE(m_writes, 1); // both or nothing
        QCOMPARE(m_changes.first().cause, Cause::Retrieved);
        QCOMPARE(m_changes.first().call, InsiCallId{7});
        QCOMPARE(m_changes.last().cause, Cause::Checked);
        QVERIFY(m_changes.last().after.isQualified());
        QCOMPARE(m_changes.last().evidence->kind.code, u"CN"_qs);
        QCOMPARE(m_changes.last().evidence->readBy, ReadBy::Mrz);
        QCOMPARE(m_changes.last().evidence->validUntil, QDate(2033, 2, 11));
        QCOMPARE(m_changes.last().after.traits().givenNames().text(), u"ANTON LUCAS MARIE"_qs);
        QCOMPARE(m_changes.last().after.traits().firstGivenName().text(), u"ANTON"_qs);
    }

    void theNameOfThePlaceStandsBesideTheCodeOfInsi_data()
    {
        QTest::addColumn<QString>("named"); // by the practice's list of places
        QTest::addColumn<QString>("given"); // the code, by INSi
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("kept");
        QTest::newRow("known") << u"Riom"_qs << u"63300"_qs << u"63300 Riom"_qs << u"Riom"_qs;
        QTest::newRow("not known") << QString() << u"63300"_qs << u"63300"_qs << QString();
        QTest::newRow("the record's")
            << QString() << u"63113"_qs << u"63113 Clermont-Ferrand"_qs << u"Clermont-Ferrand"_qs;
    }
    void theNameOfThePlaceStandsBesideTheCodeOfInsi()
    {
        QFETCH(QString, named);
        QFETCH(QString, given);
        QFETCH(QString, kept);
        if (given != u"63113") // of which the record knows nothing
            m_identity = Identity::provisional(withoutPlace(traits()));
        const auto page = shown();
        page->askInsi();
        InsiAnswer answered = found();
        answered.person->birthPlace = given;
        answer(answered, named);
        const auto *table = page->findChild<QTableView *>();
        QTEST(table->model()->index(4, insiColumn).data().toString(), "shown");
        page->decide();
        QCOMPARE(m_changes.first().after.traits().birthPlace(), *BirthPlace::make(given, kept));
    }

    void theNameOfThePlaceIsNotHeldAgainstADocument()
    {
        m_identity = Identity::provisional(withoutPlace(traits()));
        m_read->traits.birthPlaceName = u"CASABLANCA"_qs;
        const auto page = shown();
        page->askInsi();
        InsiAnswer answered = found();
        answered.person->birthPlace = u"99350"_qs;
        answer(answered, u"Maroc"_qs);
        present(*page, u"CN"_qs);
        scan(*page);
        page->findChild<QCheckBox *>()->click();
        QVERIFY(verdict(*page, 4).contains(u"Non dit"));
        QCOMPARE(primary(*page)->text(), u"Qualifier l’identité"_qs);
        page->decide();
        QVERIFY(m_changes.last().after.isQualified());
    }

    void insiAloneMakesARetrievedIdentity()
    {
        const auto page = shown();
        page->askInsi();
        answer(found());
        page->decide();
        QCOMPARE(m_changes.size(), 1);
        QCOMPARE(m_changes.first().after.status(), IdentityStatus::Retrieved);
    }

    void aDocumentAloneMakesAValidatedIdentity()
    {
        const auto page = shown();
        present(*page, u"PA"_qs);
        scan(*page);
        page->findChild<QCheckBox *>()->click();
        QCOMPARE(primary(*page)->text(), u"Valider l’identité"_qs);
        page->decide();
        QCOMPARE(m_changes.last().after.status(), IdentityStatus::Validated);
    }

    void noDocumentIsChosenBeforehand()
    {
        const auto page = shown();
        QCOMPARE(kinds(*page)->currentIndex(), -1);
    }

    void anyDifferenceForbidsTheQualification()
    {
        m_read->traits.surname = u"WEBERT"_qs;
        const auto page = shown();
        present(*page, u"CN"_qs);
        scan(*page);
        page->findChild<QCheckBox *>()->click();
        QVERIFY(verdict(*page, 0).contains(u"Différent"));
        QVERIFY(!primary(*page)->isEnabled());
        page->decide();
        QVERIFY(m_changes.isEmpty());
        test::keepScreenshot(*page, u"identite-ecart"_qs);
        page->reportDifference();
        say(*page, u"Nom différent sur la pièce"_qs);
        QCOMPARE(m_changes.last().cause, Cause::Recorded);
        QCOMPARE(m_changes.last().after, *m_identity);
        QCOMPARE(m_changes.last().evidence->kind.code, u"CN"_qs);
    }

    void anotherPersonInInsiIsNotAccepted()
    {
        const auto page = shown();
        page->askInsi();
        answer(found(u"WEBERT"_qs));
        QVERIFY(!primary(*page)->isEnabled());
        page->decide();
        QVERIFY(m_changes.isEmpty());
    }

    void insiThatFailsChangesNothing()
    {
        const auto page = shown();
        page->askInsi();
        answer(Error{ErrorCode::Timeout, u"insi.timeout"_qs, {}});
        QVERIFY(said(*page).contains(u"Phrase de insi.timeout"));
        QVERIFY(m_changes.isEmpty());
        page->askInsi(); // once more
        InsiAnswer nobody;
        answer(nobody);
        QVERIFY(said(*page).contains(u"INSi ne connaît personne"));
        InsiAnswer several;
        several.verdict = InsiAnswer::Verdict::Several;
        page->askInsi();
        answer(several);
        QVERIFY(said(*page).contains(u"Plusieurs personnes"));
        QVERIFY(!primary(*page)->isEnabled());
    }

    void aQuestionThatWasGivenUpAnswersNoMore()
    {
        const auto page = shown();
        page->askInsi();
        QTest::keyClick(page.get(), Qt::Key_Escape);
        QVERIFY(!said(*page).contains(u"INSi est interrogé"));
        answer(found());
        QVERIFY(!primary(*page)->isEnabled());
    }

    void theEyeComparesWhereNothingCanBeRead()
    {
        const auto page = shown();
        present(*page, u"CN"_qs);
        segmented(*page, u"Traits de la pièce"_qs)->setCurrent(2);
        page->findChild<QCheckBox *>()->click();
        page->decide();
        QCOMPARE(m_changes.last().evidence->readBy, ReadBy::Sight);
        QCOMPARE(m_changes.last().after.status(), IdentityStatus::Validated);
    }

    void traitsAreTypedWhereNothingCanBeRead()
    {
        const auto page = shown();
        present(*page, u"CN"_qs);
        segmented(*page, u"Traits de la pièce"_qs)->setCurrent(1);
        auto *model = page->findChild<QTableView *>()->model();
        const QStringList typed = {u"Weber"_qs, u"Anton"_qs, u"2/9/91"_qs, u"m"_qs,
                                   u"Clermont-Ferrand"_qs};
        for (int row = 0; row < typed.size(); ++row)
            QVERIFY(model->setData(model->index(row, 3), typed.at(row)));
        for (int row = 0; row < 4; ++row)
            QVERIFY2(verdict(*page, row).contains(u"Identique"), qPrintable(verdict(*page, row)));
        QVERIFY(verdict(*page, 4).contains(u"Compatible"));
        page->findChild<QCheckBox *>()->click();
        page->decide();
        QCOMPARE(m_changes.last().evidence->readBy, ReadBy::Typed);
    }

    void aCopyProvesNothing()
    {
        const auto page = shown();
        present(*page, u"CN"_qs);
        segmented(*page, u"Présentation"_qs)->setCurrent(1);
        scan(*page);
        page->findChild<QCheckBox *>()->click();
        QVERIFY(!primary(*page)->isEnabled());
        QVERIFY(said(*page).contains(u"Phrase de identity.evidence"));
    }

    void aDocumentThatCannotBeReadIsTold()
    {
        m_read = Error{ErrorCode::Invalid, u"code.foreign"_qs, {}};
        const auto page = shown();
        present(*page, u"CN"_qs);
        scan(*page);
        QVERIFY(said(*page).contains(u"Phrase de code.foreign"));
        QVERIFY(!primary(*page)->isEnabled());
    }

    void ofTwoFilesTheLastOneCounts()
    {
        const auto page = shown();
        present(*page, u"CN"_qs);
        page->openFile(u"first.png"_qs);
        page->openFile(u"second.png"_qs);
        QVERIFY(said(*page).contains(u"Lecture de la pièce"));
        readAs(u"second.png"_qs, u"WEBER"_qs);
        QVERIFY(verdict(*page, 0).contains(u"Identique"));
        readAs(u"first.png"_qs, u"WEBERT"_qs);
        QVERIFY(verdict(*page, 0).contains(u"Identique"));
        QVERIFY(!said(*page).contains(u"Lecture de la pièce"));
    }

    void aFileThatEndsAfterAScanIsForgotten()
    {
        const auto page = shown();
        present(*page, u"CN"_qs);
        page->openFile(u"slow.png"_qs);
        scan(*page);
        QVERIFY(!said(*page).contains(u"Lecture de la pièce"));
        readAs(u"slow.png"_qs, u"WEBERT"_qs);
        QVERIFY(verdict(*page, 0).contains(u"Identique"));
    }

    void aDocumentWhoseKeysAreWrongProvesNothing()
    {
        m_read->sound = false;
        m_read->verdict = u"3 clés sur 4 justes"_qs;
        const auto page = shown();
        present(*page, u"CN"_qs);
        scan(*page);
        page->findChild<QCheckBox *>()->click();
        QVERIFY(!primary(*page)->isEnabled());
        QVERIFY(said(*page).contains(u"La lecture de la pièce est fausse"));
    }

    void aQualifiedIdentityTellsHowItIsKnown()
    {
        m_identity = *Identity::make(
            traits(), Ins{*InsMatricule::fromInsi(u"191096311397248"), InsAuthority::Nir},
            {true, true}, {});
        TraceEntry checked;
        checked.at = QDateTime(today, QTime(9, 51), Qt::UTC);
        checked.cause = Cause::Checked;
        checked.evidence = Evidence::Parts{usualDocumentKinds().first()};
        checked.authorName = u"Nadia Brunel"_qs;
        m_trace << checked;
        const auto page = shown();
        QVERIFY(said(*page).contains(
            u"Carte nationale d’identité : contrôle le 26/11/2026 par Nadia Brunel."));
        test::keepScreenshot(*page, u"identite-qualifiee"_qs);
    }

    void anExpiredDocumentIsTold()
    {
        m_read->validUntil = QDate(2020, 1, 1);
        const auto page = shown();
        present(*page, u"CN"_qs);
        scan(*page);
        QVERIFY(said(*page).contains(u"périmée depuis le 01/01/2020"));
    }

    void aDoubtBlocksEverythingUntilItIsLifted()
    {
        const auto page = shown();
        page->markDoubtful();
        say(*page, u"Deux personnes sous ce nom"_qs);
        QVERIFY(m_changes.last().after.attributes().isDoubtful());
        QCOMPARE(m_changes.last().reason, u"Deux personnes sous ce nom"_qs);
        page->askInsi();
        QVERIFY(!said(*page).contains(u"INSi est interrogé"));
        present(*page, u"CN"_qs);
        QVERIFY(!primary(*page)->isEnabled());
        test::keepScreenshot(*page, u"identite-douteuse"_qs);
        page->markDoubtful();
        say(*page, u"Vérifié au téléphone"_qs);
        QVERIFY(!m_changes.last().after.attributes().isDoubtful());
    }

    void aQuestionAboutAnIdentityThatChangedIsDropped()
    {
        const auto page = shown();
        page->markDoubtful();
        QVERIFY(page->findChild<uikit::AskLine *>()->isVisible());
        page->setIdentity(Identity::provisional(traits(u"ANTON LUCAS"))); // a colleague's
        QVERIFY(!page->findChild<uikit::AskLine *>()->isVisible());
    }

    void aFictiveIdentityIsNotDoubted()
    {
        m_identity = Identity::provisional(traits()).withAttributes(
            *IdentityAttributes::make(false, true, false));
        const auto page = shown();
        page->markDoubtful();
        QVERIFY(!page->findChild<uikit::AskLine *>()->isVisible());
    }

    void aCheckIsWithdrawnWithAReason()
    {
        m_identity = *Identity::make(traits(), std::nullopt, {false, true}, {});
        const auto page = shown();
        page->withdrawCheck();
        say(*page, u"Pièce d’une autre personne"_qs);
        QCOMPARE(m_changes.last().cause, Cause::CheckWithdrawn);
        QCOMPARE(m_changes.last().after.status(), IdentityStatus::Provisional);
    }

    void withoutADelegationThePageOnlyShows()
    {
        m_mandate = Error{ErrorCode::Denied, u"delegation.none"_qs, {}};
        const auto page = shown();
        QVERIFY(said(*page).contains(u"Phrase de delegation.none"));
        page->askInsi();
        QVERIFY(!said(*page).contains(u"INSi est interrogé"));
        present(*page, u"CN"_qs);
        scan(*page);
        QVERIFY(!primary(*page)->isEnabled());
        m_mandate = Mandate{UserId{1}, u"Dr Claire Fontanel"_qs};
        page->setIdentity(*m_identity);
        QVERIFY(!said(*page).contains(u"Phrase de delegation.none"));
    }

    void aRefusedDecisionKeepsWhatWasRead()
    {
        m_refusal = Error{ErrorCode::Conflict, u"patient.ins_taken"_qs, {}};
        const auto page = shown();
        page->askInsi();
        answer(found());
        page->decide();
        QVERIFY(said(*page).contains(u"Phrase de patient.ins_taken"));
        QVERIFY(primary(*page)->isEnabled());
    }

    void aMinorsDocumentWantsAParents()
    {
        m_identity = Identity::provisional(*StrictTraits::make({*BirthSurname::parse(u"WEBER"),
                                                                *GivenNames::parse(u"LEA"),
                                                                *GivenNames::parse(u"LEA"),
                                                                *BirthDate::of(QDate(2020, 5, 3)),
                                                                Sex::Female,
                                                                {}}));
        const auto page = shown();
        present(*page, u"LEP"_qs);
        segmented(*page, u"Traits de la pièce"_qs)->setCurrent(2);
        QVERIFY(said(*page).contains(u"Phrase de evidence.parent"));
        test::keepScreenshot(*page, u"identite-mineur"_qs);
        for (QComboBox *box : page->findChildren<QComboBox *>())
            if (box->accessibleName() == u"Pièce du parent ou du tuteur") {
                QVERIFY(box->isVisible());
                QCOMPARE(box->findData(u"CV"_qs), -1); // proves nothing
                box->setCurrentIndex(box->findData(u"PA"_qs));
            }
        page->findChild<QCheckBox *>()->click();
        page->decide();
        QCOMPARE(m_changes.last().evidence->parentKind->code, u"PA"_qs);
    }

    void theHistoryTellsWhoForWhomAndWithWhat()
    {
        TraceEntry checked;
        checked.at = QDateTime(today, QTime(9, 51), Qt::UTC);
        checked.cause = Cause::Checked;
        checked.before = IdentityStatus::Retrieved;
        checked.after = IdentityStatus::Qualified;
        checked.evidence = Evidence::Parts{usualDocumentKinds().first()};
        checked.authorName = u"Nadia Brunel"_qs;
        checked.mandate = {UserId{1}, u"Dr Claire Fontanel"_qs};
        m_trace << checked;
        m_calls.append({InsiCallId{7},
                        QDateTime(today, QTime(9, 44), Qt::UTC),
                        {InsiCall::Kind::Traits, u"ANTON"_qs, u"found"_qs, {}, {}, checked.mandate},
                        u"Nadia Brunel"_qs});
        const auto page = shown();
        QAbstractItemView *list = nullptr;
        for (QAbstractItemView *view : page->findChildren<QAbstractItemView *>())
            if (view->accessibleName() == u"Historique de l’identité")
                list = view;
        QVERIFY(list);
        QCOMPARE(list->model()->rowCount(), 2);
        const QString first = list->model()->index(0, 0).data().toString();
        for (const char *word : {"Pièce contrôlée", "Nadia Brunel", "pour Dr Claire Fontanel",
                                 "Carte nationale d’identité"})
            QVERIFY2(first.contains(QString::fromUtf8(word)), qPrintable(first));
        const QString asked = list->model()->index(1, 0).data().toString();
        for (const char *word : {"INSi : une réponse", "pour Dr Claire Fontanel"})
            QVERIFY2(asked.contains(QString::fromUtf8(word)), qPrintable(asked));
    }

    void theSmallAndTheDarkPageAreDrawnToo()
    {
        uikit::apply(*qApp, uikit::Theme::dark(), 1.0);
        m_identity = *Identity::make(
            traits(u"ANTON LUCAS MARIE"),
            Ins{*InsMatricule::fromInsi(u"191096311397248"), InsAuthority::Nir}, {true, true}, {});
        const auto page = shown();
        page->resize(960, 560);
        test::keepScreenshot(*page, u"identite-sombre"_qs);
        QVERIFY(uikit::Theme::of(*page).isDark());
        uikit::apply(*qApp, uikit::Theme::light(), 1.0);
    }
};

QTEST_MAIN(TestIdentityPage)
#include "tst_identitypage.moc"
