// SPDX-License-Identifier: GPL-3.0-or-later
#include "../drugs/bdpmfixture.h"
#include "../drugs/thesaurusfixture.h"
#include "deskfixture.h"
#include "firstday.h"

#include <cabinet/referentialspage.h>

#include <ambroise/uikit/message.h>

using namespace ambroise;
using namespace ambroise::app;

namespace {

constexpr int communes = 30'000;

//! As many communes as a COG has at least.
QByteArray communesFile()
{
    QByteArray csv = "cog,name,name_upper,valid_from,valid_to,successor_cog\n"
                     "63113,Clermont-Ferrand,CLERMONT-FERRAND,2026-01-01,,\n";
    for (int i = 1; i < communes; ++i)
        csv += QByteArray::number(10'000 + i) + ",Village " + QByteArray::number(i) + ",V,,,\n";
    return csv;
}

} // namespace

//! The official files are imported from the settings, on the real window.
class TestReferentialsFlow : public QObject {
    Q_OBJECT
    test::Desk m_desk;

    [[nodiscard]] QString folderWith(const QString &name, const QByteArray &content,
                                     const QString &fileName = u"communes.csv"_qs) const
    {
        const QString folder = m_desk.path(name);
        QDir().mkpath(folder);
        QFile file(folder + u'/' + fileName);
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        return folder;
    }
    ReferentialsPage *openPage(const QString &who)
    {
        auto *shell = m_desk.enter(who);
        if (!shell || !m_desk.openSettings(u"Référentiels"_qs))
            return nullptr;
        return m_desk.window->findChild<ReferentialsPage *>();
    }
    [[nodiscard]] std::optional<identity::CogRelease> release() const
    {
        const auto found = m_desk.inside().birthplaces().release();
        return found.ok() ? *found : std::nullopt;
    }
    static QPushButton *importOf(const ReferentialsPage &page)
    {
        return test::button(page, u"Importer le code officiel géographique"_qs);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY_OK(m_desk.make()); }
    void cleanup() { m_desk.window.reset(); }

    void anImportThatIsGivenUpLeavesEverythingAsItWas()
    {
        auto *page = openPage(u"medecin"_qs);
        QVERIFY(page);
        const QString folder = folderWith(u"cog"_qs, communesFile());
        {
            const test::NothingBegins nothing;
            page->importPlaces(folder);
            QVERIFY(test::said(*page).contains(u"Import en cours"));
            QVERIFY(!importOf(*page)->isEnabled());
            // The page alone: Qt draws the scroll bar of a small window on the threads that are
            // held.
            test::keepScreenshot(*page, u"referentiels-en-cours"_qs);
            test::button(*page, u"Annuler"_qs)->click();
        }
        QTRY_VERIFY2(test::said(*page).contains(u"Import interrompu"),
                     qPrintable(test::said(*page)));
        QVERIFY(importOf(*page)->isEnabled());
        QVERIFY(!release());
    }

    void aFolderWithoutCommunesIsTold()
    {
        auto *page = openPage(u"medecin"_qs);
        QVERIFY(page);
        page->importPlaces(folderWith(u"elsewhere"_qs, "nom;prenom\nDURAND;JEAN\n"));
        QTRY_VERIFY2(test::said(*page).contains(u"Aucun fichier de communes dans ce dossier"),
                     qPrintable(test::said(*page)));
        m_desk.keepPictures(u"referentiels-refuse"_qs);
        QVERIFY(!release());
    }

    void theCommunesAreImportedAndTheirDaySaid()
    {
        auto *page = openPage(u"medecin"_qs);
        QVERIFY(page);
        page->importPlaces(folderWith(u"cog"_qs, communesFile()));
        QTRY_VERIFY2_WITH_TIMEOUT(test::said(*page).contains(u"30000 lignes importées"),
                                  qPrintable(test::said(*page)), 60'000);
        QCOMPARE(release()->rows, communes);
        QCOMPARE(m_desk.lastDeed().action, audit::Action::Import);
        QCOMPARE(m_desk.lastDeed().detail, u"cog 2026-01-01"_qs);
        const QString known = test::shown(*page);
        QVERIFY2(known.contains(u"version du 01/01/2026"), qPrintable(known));
        QVERIFY2(known.contains(u"30000 lieux de naissance"), qPrintable(known));
        m_desk.keepPictures(u"referentiels"_qs);
    }

    void theThesaurusIsImportedFromItsFolder()
    {
        auto *page = openPage(u"medecin"_qs);
        QVERIFY(page);
        page->importInteractions(
            folderWith(u"ansm"_qs, test::ThesaurusFixture().json(), u"thesaurus.json"_qs));
        QTRY_VERIFY2(test::said(*page).contains(u"lignes importées"),
                     qPrintable(test::said(*page)));
        QCOMPARE(m_desk.lastDeed().detail, u"ansm 2023-09-15"_qs);
        QVERIFY(test::shown(*page).contains(
            u"Thésaurus des interactions (ANSM), version du 15/09/2023"));
        page->importInteractions(folderWith(u"ailleurs"_qs, "{}"));
        QTRY_VERIFY2(!test::said(*page).contains(u"lignes importées"),
                     qPrintable(test::said(*page)));
    }

    void whatADrugBaseChangesAndThatItIsLateAreTold()
    {
        auto *page = openPage(u"medecin"_qs);
        QVERIFY(page);
        test::BdpmFixture base;
        base.addDrug(u"68012346"_qs, u"AMOXOR 500 mg, comprimé"_qs, u"AMOXICILLINE"_qs);
        page->importDrugs(base.write());
        QTRY_VERIFY2_WITH_TIMEOUT(test::said(*page).contains(u"lignes importées"),
                                  qPrintable(test::said(*page)), 60'000);
        QVERIFY(!test::shown(*page).contains(u"Voir les différences"_qs));
        QVERIFY2(test::said(*page).contains(u"La base du médicament est du 18/05/2026"_qs),
                 qPrintable(test::said(*page)));
        base.addDrug(u"68012347"_qs, u"NOUVOR 500 mg, comprimé"_qs, u"AMOXICILLINE"_qs);
        page->importDrugs(base.write());
        QTRY_VERIFY2_WITH_TIMEOUT(test::shown(*page).contains(u"1 nouveau"_qs),
                                  qPrintable(test::shown(*page)), 60'000);
        QVERIFY(!test::shown(*page).contains(u"NOUVOR"_qs));
        auto *toggle = test::button(*page, u"Voir les différences"_qs);
        QVERIFY(toggle);
        toggle->click();
        QVERIFY2(test::shown(*page).contains(u"NOUVOR 500 mg, comprimé"_qs),
                 qPrintable(test::shown(*page)));
        m_desk.keepPictures(u"referentiels-differences"_qs);
    }

    void whoDoesNotRunThePracticeReadsAndImportsNothing()
    {
        auto *page = openPage(u"secretaire"_qs);
        QVERIFY(page);
        QVERIFY(!importOf(*page)->isEnabled());
        const QString before = test::said(*page);
        page->importPlaces(m_desk.path(u"cog"_qs));
        QCOMPARE(test::said(*page), before);
    }
};

QTEST_MAIN(TestReferentialsFlow)
#include "tst_referentials.moc"
