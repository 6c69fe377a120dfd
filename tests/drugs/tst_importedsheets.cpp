// SPDX-License-Identifier: GPL-3.0-or-later
#include "drugsheetfixture.h"
#include "realdata.h"

#include <ambroise/drugs/bdpmimport.h>
#include <ambroise/drugs/drugrepository.h>
#include <ambroise/drugs/formulary.h>
#include <ambroise/drugs/schema.h>
#include <ambroise/drugs/ui/drugpage.h>
#include <ambroise/uikit/theme.h>

#include <support/engines.h>
#include <support/screenshot.h>

#include <QApplication>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::drugs;
using namespace ambroise::drugs::ui;

namespace {

//! The services of a base that was really imported.
class RealBase {
public:
    RealBase(test::Engines &engines, const QString &bdpmFolder)
        : m_database(engines.practice(storage::Engine::Embedded, {schema()}))
        , m_db(std::move(m_database->connect()).value())
        , m_drugs(*m_db)
    {
        const auto imported = bdpmFolder.isEmpty() ? importFormulary(*m_db, engines.clock())
                                                   : importBdpm(*m_db, bdpmFolder, engines.clock());
        m_ready = imported.ok();
    }
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] DrugServices services() const
    {
        DrugServices s = test::sheetServices();
        s.search = [this](const QString &typed) {
            return m_drugs.search(typed, 100);
        };
        s.detail = [this](const QString &cis) -> Result<DrugDetail> {
            AMBROISE_TRY(const auto code, Cis::parse(cis));
            return m_drugs.detail(code);
        };
        return s;
    }
    [[nodiscard]] QString first(const QString &typed) const
    {
        const auto found = m_drugs.search(typed, 1);
        return found.ok() && !found->isEmpty() ? found->first().cis.toString() : QString();
    }
    [[nodiscard]] QStringList all(const char *sql) const
    {
        QStringList found;
        (void)m_db->run(sql, {}, [&](const storage::Row &row) { found << row.text(0); });
        return found;
    }
    [[nodiscard]] QString firstOf(const char *sql) const { return all(sql).value(0); }

private:
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<storage::Connection> m_db;
    DrugRepository m_drugs;
    bool m_ready = false;
};

} // namespace

//! Sheets of the formulary and of the public base as they are imported, and their pictures.
class TestImportedSheets : public QObject {
    Q_OBJECT
    test::Engines m_engines;

    static void picture(DrugServices s, const QString &cis, const QString &name)
    {
        for (const bool dark : {false, true}) {
            uikit::apply(*qApp, dark ? uikit::Theme::dark() : uikit::Theme::light(), 1.0);
            const QString tone = dark ? u"-sombre"_qs : QString();
            DrugPage page(s);
            page.resize(1050, 640);
            page.setVisible(true);
            page.show(cis);
            test::keepScreenshot(page, u"fiche-"_qs + name + tone);
            const auto small = test::inspector(cis, s);
            test::keepScreenshot(*small, u"volet-"_qs + name + tone);
        }
        uikit::apply(*qApp, uikit::Theme::light(), 1.0);
    }

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }

    void theFormularyIsShown()
    {
        const RealBase real(m_engines, {});
        QVERIFY(real.isReady());
        const QString cis = real.first(u"doliprane 1000"_qs);
        const auto shown = test::inspector(cis, real.services());
        const QString text = test::shownText(*shown);
        QVERIFY2(text.contains(u"Formulaire de démonstration, 26/05/2026"), qPrintable(text));
        QVERIFY2(text.contains(u"65\u202F%, "), qPrintable(text));
        picture(real.services(), cis, u"formulaire"_qs);
    }

    void everyDrugOfTheFormularyHasItsSheet()
    {
        const RealBase real(m_engines, {});
        const QStringList all = real.all("SELECT cis FROM drug");
        QVERIFY2(all.size() >= 140, qPrintable(QString::number(all.size())));
        DrugInspector small(real.services());
        DrugPage page(real.services());
        for (const QString &cis : all) {
            small.show(cis);
            QCOMPARE(small.cis(), cis);
            page.show(cis);
            QCOMPARE(page.cis(), cis);
        }
    }

    void theOfficialBaseIsShown()
    {
        NEEDS_BDPM(folder);
        const RealBase real(m_engines, folder.path());
        QVERIFY(real.isReady());
        const QString many = real.firstOf("SELECT cis FROM drug_presentation GROUP BY cis "
                                          "ORDER BY count(*) DESC LIMIT 1");
        const QString longest =
            real.firstOf("SELECT cis FROM drug ORDER BY length(label) DESC LIMIT 1");
        const QString lacking = real.firstOf("SELECT a.cis FROM drug_availability AS a JOIN drug "
                                             "AS d ON d.cis = a.cis WHERE a.state = 1 AND "
                                             "d.standing = 0 LIMIT 1");
        const QString usual = real.first(u"amoxicilline 1 g"_qs);
        for (const QString &cis : {many, longest, lacking, usual})
            QVERIFY(real.services().detail(cis).ok());
        QVERIFY(test::shownText(*test::inspector(lacking, real.services()))
                    .contains(u"rupture depuis le "));
        QVERIFY(test::inspector(usual, real.services())->hasGroup());
        picture(real.services(), many, u"presentations"_qs);
        picture(real.services(), longest, u"nom-long"_qs);
        picture(real.services(), lacking, u"rupture"_qs);
        picture(real.services(), usual, u"courant"_qs);
    }
};

QTEST_MAIN(TestImportedSheets)
#include "tst_importedsheets.moc"
