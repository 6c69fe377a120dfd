// SPDX-License-Identifier: GPL-3.0-or-later
#include "realdata.h"

#include <ambroise/drugs/bdpmimport.h>
#include <ambroise/drugs/drugrepository.h>
#include <ambroise/drugs/formulary.h>
#include <ambroise/drugs/schema.h>
#include <ambroise/drugs/ui/druginspector.h>
#include <ambroise/drugs/ui/drugpage.h>
#include <ambroise/drugs/ui/drugsearchpage.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/theme.h>

#include <support/engines.h>
#include <support/result.h>
#include <support/screenshot.h>
#include <support/tips.h>
#include <support/typing.h>

#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTextBrowser>

using namespace ambroise;
using namespace ambroise::drugs;
using namespace ambroise::drugs::ui;

namespace {

const Source base{u"BDPM"_qs, u"CIS_bdpm.txt"_qs, QDate(2026, 5, 26)};
const QDate today(2026, 6, 1);
const Source stock{u"BDPM"_qs, u"CIS_CIP_Dispo_Spec.txt"_qs, QDate(2026, 5, 18)};

GroupMember member(const QString &cis, const QString &label, bool marketed)
{
    return {*Cis::parse(cis), label, GroupRole::Generic, marketed};
}

Drug drugOf(const QString &cis, const QString &label, const QString &form)
{
    return {*Cis::parse(cis), label, form, {}, false, false, {}, {}, {}, {}, {}};
}

DrugDetail detailOf(const Drug &drug)
{
    DrugDetail detail{.drug = {drug, base},
                      .presentations = {},
                      .composition = {},
                      .substances = {},
                      .atc = {},
                      .groups = {},
                      .conditions = {},
                      .availability = {},
                      .smr = {},
                      .asmr = {},
                      .notices = {}};
    return detail;
}

//! A drug of which the base says everything, in words that would be markup.
DrugDetail talkative()
{
    Drug drug = drugOf(u"60000001"_qs, u"CLARITHROMYCINE <b>X</b> 500 mg, comprimé pelliculé"_qs,
                       u"comprimé pelliculé"_qs);
    drug.routes = QStringList{u"orale"_qs};
    drug.marketed = true;
    drug.groups = {{17, u"CLARITHROMYCINE 500 mg"_qs, GroupRole::Generic}};
    Presentation box{*Cip13::parse(u"3400934951374"),
                     u"3495137"_qs,
                     u"plaquette de 14 comprimés"_qs,
                     true,
                     {},
                     {},
                     {},
                     {},
                     {},
                     {},
                     {},
                     {}};
    box.marketing = u"Déclaration de commercialisation"_qs;
    box.rates = {65};
    box.publicPrice = *Money::parse(u"4,55");
    DrugDetail detail = detailOf(drug);
    detail.presentations = {{box}, base};
    detail.composition = {{Component{u"comprimé"_qs, u"01234"_qs, u"CLARITHROMYCINE"_qs,
                                     u"500 mg"_qs, u"un comprimé"_qs}},
                          base};
    detail.substances = activeSubstances(detail.composition.value);
    detail.groups = {{{drug.groups.first(),
                       {member(u"60000001"_qs, drug.label, true),
                        member(u"60000002"_qs, u"ZECLAR 500 mg, comprimé"_qs, false),
                        member(u"60000003"_qs, u"CLARITHROMYCINE Y 500 mg, comprimé"_qs, true),
                        member(u"60000004"_qs, QString(), true)}}},
                     base};
    detail.conditions = {{{u"liste I"_qs}}, base};
    detail.availability = {{{std::nullopt, Availability::State::Shortage, QDate(2026, 4, 14),
                             QDate(2026, 5, 18), QDate(2026, 7, 1), u"https://ansm.sante.fr/x"_qs}},
                           stock};
    detail.notices = {{{QDate(2026, 2, 3), {}, u"Risque d’arythmie"_qs, u"javascript:alert(1)"_qs}},
                      base};
    detail.smr = {{{Opinion::Rating::Smr,
                    u"CT-1"_qs,
                    u"Renouvellement"_qs,
                    QDate(2019, 6, 19),
                    u"Important"_qs,
                    u"dans toutes les indications"_qs,
                    {}}},
                  base};
    return detail;
}

//! One of which it says next to nothing.
DrugDetail silent()
{
    return detailOf(drugOf(u"60000009"_qs, u"VIEUXTRUC, pommade"_qs, u"pommade"_qs));
}

DrugServices services()
{
    DrugServices s;
    s.search = [](const QString &typed) -> Result<QList<Drug>> {
        if (typed == u"panne")
            return Error{ErrorCode::Unavailable, u"storage.unavailable"_qs, {}};
        return u"clarithromycine"_qs.startsWith(typed)
                   ? QList<Drug>{talkative().drug.value, silent().drug.value}
                   : QList<Drug>{};
    };
    s.today = [] {
        return today;
    };
    s.detail = [](const QString &cis) -> Result<DrugDetail> {
        if (cis == u"60000001")
            return talkative();
        if (cis == u"60000009")
            return silent();
        return Error{ErrorCode::NotFound, u"drug.unknown"_qs, {}};
    };
    s.explain = [](const Error &error) {
        return u"Explication de "_qs + error.subject;
    };
    return s;
}

//! The services of a base that says this of every drug.
DrugServices servicesOf(const DrugDetail &detail)
{
    DrugServices s = services();
    s.detail = [detail](const QString &) -> Result<DrugDetail> {
        return detail;
    };
    return s;
}

Opinion opinion(const QString &dossier, QDate givenOn, const QString &value)
{
    return {Opinion::Rating::Smr, dossier, u"Inscription"_qs, givenOn, value, {}, {}};
}

//! What somebody reads of the widget.
QString shownText(const QWidget &widget)
{
    QCoreApplication::processEvents(); // what was just laid out is there
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        if (label->isVisibleTo(&widget))
            texts << label->text();
    for (const QTextBrowser *browser : widget.findChildren<QTextBrowser *>())
        if (browser->isVisibleTo(&widget))
            texts << browser->toPlainText();
    return texts.join(u'\n');
}

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
        DrugServices s = ::services();
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

class TestDrugSheet : public QObject {
    Q_OBJECT
    test::Engines m_engines;

    static std::unique_ptr<DrugInspector> inspector(const QString &cis, DrugServices s = services())
    {
        auto shown = std::make_unique<DrugInspector>(std::move(s));
        shown->setAutoFillBackground(true);
        shown->resize(280, 560);
        shown->show(cis);
        return shown;
    }
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
            const auto small = inspector(cis, s);
            test::keepScreenshot(*small, u"volet-"_qs + name + tone);
        }
        uikit::apply(*qApp, uikit::Theme::light(), 1.0);
    }

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }

    void theInspectorSaysWhatMatters()
    {
        const auto shown = inspector(u"60000001"_qs);
        const QString text = shownText(*shown);
        for (const QString &expected :
             {u"CLARITHROMYCINE <b>X</b> 500 mg"_qs, u"liste I"_qs, u"générique, 1 au choix"_qs,
              u"65\u202F%, 4,55\u202F€ la boîte"_qs,
              u"rupture depuis le 14/04/2026, retour prévu le 01/07/2026"_qs,
              u"Risque d’arythmie (03/02/2026)"_qs, u"Important (19/06/2019)"_qs,
              u"BDPM, 26/05/2026"_qs, u"BDPM, 18/05/2026"_qs})
            QVERIFY2(text.contains(expected), qPrintable(expected + u" in "_qs + text));
        test::keepScreenshot(*shown, u"volet"_qs);
    }

    void eachFactTellsItsSource()
    {
        const auto shown = inspector(u"60000001"_qs);
        for (const QLabel *label : shown->findChildren<QLabel *>())
            if (label->text().startsWith(u"rupture")) {
                QCOMPARE(test::readTip(label->toolTip()), u"BDPM, 18/05/2026"_qs);
                QVERIFY(label->accessibleName().startsWith(u"Stock : rupture"));
                QVERIFY(label->accessibleDescription().contains(u"BDPM, 18/05/2026"));
                return;
            }
        QFAIL("no fact of the stock");
    }

    void tooltipsTakeNoMarkupFromThePublisher()
    {
        DrugDetail detail = talkative();
        detail.drug.source.name = u"BDPM <i>mai</i>"_qs;
        detail.drug.value.marketed = false;
        const auto shown = inspector(u"60000001"_qs, servicesOf(detail));
        QStringList tips;
        for (const QLabel *label : shown->findChildren<QLabel *>())
            tips << test::readTip(label->toolTip());
        QVERIFY2(tips.contains(detail.drug.value.label), qPrintable(tips.join(u'\n')));
        QVERIFY2(tips.contains(u"BDPM <i>mai</i>, 26/05/2026"), qPrintable(tips.join(u'\n')));
        for (const QLabel *label : shown->findChildren<QLabel *>())
            if (!label->toolTip().isEmpty())
                QVERIFY(!label->accessibleDescription().isEmpty()); // instead of the tip's markup
        DrugSearchPage page(services());
        test::type(*page.findChild<uikit::SearchField *>(), u"clari"_qs);
        const QModelIndex found = page.findChild<QListView *>()->model()->index(0, 0);
        QCOMPARE(test::readTip(found.data(Qt::ToolTipRole).toString()),
                 found.data(Qt::DisplayRole).toString());
        QVERIFY(found.data(Qt::DisplayRole).toString().contains(u"<b>X</b>"));
    }

    void nothingStaysOfTheFormerDrug()
    {
        DrugInspector shown(services());
        shown.show(u"60000001"_qs);
        shown.show({}, u"Gel hydratant"_qs);
        for (const QLabel *label : shown.findChildren<QLabel *>())
            for (const QString &said :
                 {label->text(), label->toolTip(), label->accessibleDescription()})
                QVERIFY2(!said.contains(u"CLARITHROMYCINE"), qPrintable(said));
    }

    void severalOpinionsOfTheNewestDayAreAllSaid_data()
    {
        QTest::addColumn<QList<Opinion>>("opinions");
        QTest::addColumn<QString>("said");
        const QDate old(2015, 3, 4);
        const QDate now(2021, 10, 6);
        const QString a = u"CT-19234"_qs;
        const QString b = u"CT-19237"_qs;
        QTest::newRow("one") << QList{opinion(a, now, u"Important"_qs)}
                             << u"Important (06/10/2021)"_qs;
        QTest::newRow("the same for all indications")
            << QList{opinion(a, now, u"Important"_qs), opinion(a, now, u"Important"_qs)}
            << u"Important (06/10/2021)"_qs;
        QTest::newRow("two of a dossier")
            << QList{opinion(a, now, u"Important"_qs), opinion(a, now, u"Insuffisant"_qs)}
            << u"Important ou Insuffisant selon l’indication (06/10/2021)"_qs;
        QTest::newRow("two of two dossiers")
            << QList{opinion(a, now, u"Insuffisant"_qs), opinion(b, now, u"Important"_qs)}
            << u"Insuffisant ou Important selon l’indication (06/10/2021)"_qs;
        QTest::newRow("three") << QList{opinion(a, now, u"Faible"_qs),
                                        opinion(a, now, u"Important"_qs),
                                        opinion(a, now, u"Modéré"_qs)}
                               << u"Faible, Important ou Modéré selon l’indication (06/10/2021)"_qs;
        QTest::newRow("an older one")
            << QList{opinion(b, now, u"Important"_qs), opinion(a, old, u"Faible"_qs)}
            << u"Important (06/10/2021)"_qs;
    }
    void severalOpinionsOfTheNewestDayAreAllSaid()
    {
        QFETCH(const QList<Opinion>, opinions);
        QFETCH(const QString, said);
        DrugDetail detail = silent();
        detail.smr = {opinions, base};
        detail.asmr = {opinions, base};
        const auto shown = inspector(u"60000001"_qs, servicesOf(detail));
        const QStringList lines = shownText(*shown).split(u'\n');
        QVERIFY2(lines.count(said) == 2, qPrintable(lines.join(u'\n')));
    }

    void aNoticeThatHasEndedIsNoAlert_data()
    {
        QTest::addColumn<QDate>("to");
        QTest::addColumn<bool>("alert");
        QTest::newRow("without end") << QDate() << true;
        QTest::newRow("ends today") << today << true;
        QTest::newRow("ended yesterday") << today.addDays(-1) << false;
    }
    void aNoticeThatHasEndedIsNoAlert()
    {
        QFETCH(const QDate, to);
        QFETCH(const bool, alert);
        DrugDetail detail = silent();
        detail.notices = {{{QDate(2026, 2, 3), to, u"Risque d’arythmie"_qs, {}}}, base};
        const auto shown = inspector(u"60000001"_qs, servicesOf(detail));
        QCOMPARE(shownText(*shown).contains(u"Risque d’arythmie"), alert);
        // The whole sheet has it either way, with its days.
        DrugPage page(servicesOf(detail));
        page.show(u"60000001"_qs);
        QVERIFY(shownText(page).contains(u"Risque d’arythmie"));
        const QString days =
            to.isValid() ? u"du 03/02/2026 au "_qs + to.toString(u"dd/MM/yyyy") : u"03/02/2026"_qs;
        QVERIFY2(shownText(page).contains(days), qPrintable(shownText(page)));
    }

    void otherNoticesAreCounted()
    {
        DrugDetail detail = silent();
        const auto notice = [](int month, const QString &wording, QDate to = {}) {
            return Notice{QDate(2026, month, 3), to, wording, {}};
        };
        detail.notices = {{notice(5, u"Ancienne alerte"_qs, QDate(2026, 5, 20)),
                           notice(4, u"Risque d’arythmie"_qs), notice(3, u"Grossesse"_qs),
                           notice(2, u"Conduite"_qs)},
                          base};
        const auto shown = inspector(u"60000001"_qs, servicesOf(detail));
        const QString text = shownText(*shown);
        QVERIFY2(text.contains(u"Risque d’arythmie (03/04/2026), et d’autres (2)"),
                 qPrintable(text));
    }

    void aShortageOfOneBoxIsNotTheDrugs()
    {
        DrugDetail detail = talkative();
        detail.availability.value.first().cip13 = *Cip13::parse(u"3400934951374");
        const auto shown = inspector(u"60000001"_qs, servicesOf(detail));
        const QString text = shownText(*shown);
        QVERIFY2(text.contains(u"rupture depuis le 14/04/2026, retour prévu le 01/07/2026 "
                               "(présentation 3400934951374)"),
                 qPrintable(text));
    }

    void theCheaperOnesOfTheGroupComeFirstAndSayByHowMuch()
    {
        DrugDetail detail = talkative();
        Presentation usual = detail.presentations.value.first();
        usual.label = u"plaquette(s) PVC de 8 comprimé(s)"_qs;
        usual.marketed = true;
        usual.publicPrice = Money::fromCents(218);
        detail.presentations.value = {usual};
        const auto priced = [](const QString &cis, const QString &label, const QString &box,
                               qint64 cents) {
            GroupMember one = member(cis, label, true);
            one.boxes = {{box, Money::fromCents(cents)}};
            return one;
        };
        const QString eight = u"plaquette(s) aluminium de 8 comprimé(s)"_qs;
        GroupDetail group{{1, u"GROUPE"_qs, GroupRole::Generic}, {}};
        group.members = {priced(u"61000001"_qs, u"DEAR"_qs, eight, 250),
                         priced(u"61000002"_qs, u"LARGE"_qs, u"tube(s) de 16 comprimé(s)"_qs, 150),
                         priced(u"61000003"_qs, u"CHEAP"_qs, eight, 176)};
        detail.groups.value = {group};
        const auto shown = inspector(u"60000001"_qs, servicesOf(detail));
        shown->openGroup();
        const auto *list = shown->findChild<QListView *>();
        QStringList rows;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            rows << list->model()->index(row, 0).data(Qt::DisplayRole).toString();
        QCOMPARE(rows.size(), 3);
        QVERIFY2(rows.at(0).startsWith(u"CHEAP") && rows.at(0).contains(u"0,42\u202F€ de moins"),
                 qPrintable(rows.at(0)));
        QVERIFY2(rows.at(1).startsWith(u"DEAR") && rows.at(1).contains(u"0,32\u202F€ de plus"),
                 qPrintable(rows.at(1)));
        // Another number of tablets: its price is told, and no difference.
        QVERIFY2(rows.at(2).startsWith(u"LARGE") && rows.at(2).contains(u"de 16 comprimé(s)") &&
                     !rows.at(2).contains(u"de moins"),
                 qPrintable(rows.at(2)));
        test::keepScreenshot(*shown, u"volet-groupe-prix"_qs);
    }

    void aHybridIsToldBesideWhatItIsOneOf()
    {
        DrugDetail detail = talkative();
        const Cis own = detail.drug.value.cis;
        const Cis reference = *Cis::parse(u"60363967"_qs);
        detail.hybrids.value = {HybridGroup{22,
                                            u"Voie inhalée"_qs,
                                            u"SOUFFLIUM"_qs,
                                            {{reference, u"SOUFFLAIR, poudre"_qs, true, true},
                                             {own, u"SOUFFLIUM AUTRE"_qs, false, true}}}};
        const auto shown = inspector(u"60000001"_qs, servicesOf(detail));
        QVERIFY2(shownText(*shown).contains(u"hybride de SOUFFLAIR"_qs),
                 qPrintable(shownText(*shown)));
        DrugPage page(servicesOf(detail));
        page.show(u"60000001"_qs);
        QVERIFY(shownText(page).contains(u"Registre des hybrides : SOUFFLIUM"_qs));
        QVERIFY(shownText(page).contains(u"hybride, ce médicament"_qs));
        std::swap(detail.hybrids.value.first().members[0].reference,
                  detail.hybrids.value.first().members[1].reference);
        const auto other = inspector(u"60000001"_qs, servicesOf(detail));
        QVERIFY(shownText(*other).contains(u"référence de 1 hybride"_qs));
    }

    void aLongFactIsNotCut()
    {
        DrugDetail detail = talkative();
        detail.availability.value.first().cip13 = *Cip13::parse(u"3400934951374");
        detail.smr.value << opinion(u"CT-1"_qs, QDate(2019, 6, 19), u"Insuffisant"_qs);
        const auto shown = inspector(u"60000001"_qs, servicesOf(detail));
        shown->setVisible(true);
        QCoreApplication::processEvents();
        test::keepScreenshot(*shown, u"volet-presentation"_qs);
        for (const QLabel *label : shown->findChildren<QLabel *>())
            if (label->isVisible() && label->wordWrap())
                QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                         qPrintable(label->text()));
    }

    void whatTheBaseDoesNotSayIsNotShownAsNone()
    {
        const auto shown = inspector(u"60000009"_qs);
        const QString text = shownText(*shown);
        for (const QString &absent : {u"Stock"_qs, u"Groupe"_qs, u"Remboursé"_qs, u"Prix"_qs,
                                      u"SMR"_qs, u"aucun"_qs, u"Aucun"_qs})
            QVERIFY2(!text.contains(absent), qPrintable(absent + u" in "_qs + text));
        QVERIFY(text.contains(u"non commercialisé"));
        QVERIFY(!shown->hasGroup());
    }

    void whatTheSheetDoesNotHaveIsAlwaysSaid_data()
    {
        QTest::addColumn<QString>("cis");
        QTest::newRow("known well") << u"60000001"_qs;
        QTest::newRow("hardly known") << u"60000009"_qs;
        QTest::newRow("unknown") << u"60000005"_qs;
        QTest::newRow("not in the base") << QString();
    }
    void whatTheSheetDoesNotHaveIsAlwaysSaid()
    {
        QFETCH(const QString, cis);
        DrugInspector shown(services());
        shown.show(cis, u"Gel hydratant"_qs);
        QVERIFY(!shown.isHidden());
        QVERIFY(shownText(shown).contains(
            u"Absent de cette fiche\ninteractions, doses, contre-indications"));
        if (cis == u"60000001" || cis == u"60000009") {
            DrugPage page(services());
            page.show(cis);
            QVERIFY(shownText(page).contains(u"interactions, doses, contre-indications"));
        }
    }

    void nothingSelectedShowsNothing()
    {
        DrugInspector shown(services());
        shown.show(u"60000001"_qs);
        shown.show({});
        QVERIFY(shown.isHidden());
        QVERIFY(shown.cis().isEmpty());
    }

    void anotherOfTheGroupIsChosenWithTheKeyboard()
    {
        const auto shown = inspector(u"60000001"_qs);
        shown->setVisible(true);
        QSignalSpy chosen(shown.get(), &DrugInspector::replacementChosen);
        shown->openGroup();
        auto *list = shown->findChild<QListView *>();
        QCOMPARE(list->model()->rowCount(), 2); // itself and what is not in the list are not there
        test::keepScreenshot(*shown, u"volet-groupe"_qs);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), u"60000002"_qs); // marketed ones came first
        QVERIFY(!list->isVisible());
    }

    void whoMayNotReplaceLooksOnly()
    {
        const auto shown = inspector(u"60000001"_qs);
        shown->setVisible(true);
        shown->setMayReplace(false);
        QSignalSpy chosen(shown.get(), &DrugInspector::replacementChosen);
        shown->openGroup();
        auto *list = shown->findChild<QListView *>();
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(chosen.size(), 0);
        QTest::keyClick(list, Qt::Key_Escape);
        QVERIFY(!list->isVisible());
    }

    void theWholeSheetTakesNoMarkupFromThePublisher()
    {
        DrugPage page(services());
        page.show(u"60000001"_qs);
        const auto *body = page.findChild<QTextBrowser *>();
        const auto small = inspector(u"60000001"_qs);
        for (const QLabel *label : page.findChildren<QLabel *>() + small->findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
        QVERIFY(shownText(page).contains(u"CLARITHROMYCINE <b>X</b>"));
        const QString html = body->toHtml();
        QVERIFY(html.contains(u"https://ansm.sante.fr/x"));
        QVERIFY(!html.contains(u"javascript:"));
        QVERIFY(shownText(page).contains(u"\nLa base n’en dit rien \nASMR, classe ATC"));
    }

    void anUnknownDrugIsSaidSo()
    {
        DrugPage page(services());
        page.show(u"60000005"_qs);
        QVERIFY(page.cis().isEmpty());
        QVERIFY(page.findChild<QTextBrowser *>()->isHidden());
    }

    void aDrugIsFoundAndReadWithTheKeyboard()
    {
        DrugSearchPage page(services());
        page.resize(1300, 640);
        page.setVisible(true);
        page.begin();
        auto *line = page.findChild<uikit::SearchField *>();
        test::type(*line, u"clari"_qs);
        QCOMPARE(page.sheet()->cis(), u"60000001"_qs);
        QTest::keyClick(line, Qt::Key_Down);
        QCOMPARE(page.sheet()->cis(), u"60000009"_qs);
        test::keepScreenshot(page, u"medicaments"_qs);
        line->clear();
        test::type(*line, u"zzz"_qs);
        QVERIFY(shownText(page).contains(u"Aucun médicament trouvé."));
        QSignalSpy back(&page, &DrugSearchPage::backRequested);
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(line->text().isEmpty());
        QCOMPARE(back.size(), 0);
        QTest::keyClick(line, Qt::Key_Escape);
        QCOMPARE(back.size(), 1);
    }

    void noSheetStandsBesideASearchThatFoundNothing_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said");
        QTest::newRow("unknown") << u"zzz"_qs << u"Aucun médicament trouvé."_qs;
        QTest::newRow("failed") << u"panne"_qs << u"Explication de storage.unavailable"_qs;
        QTest::newRow("nothing asked") << QString() << QString();
    }
    void noSheetStandsBesideASearchThatFoundNothing()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, said);
        DrugSearchPage page(services());
        page.resize(1300, 640);
        page.setVisible(true);
        auto *line = page.findChild<uikit::SearchField *>();
        line->setText(u"clari"_qs);
        QVERIFY(page.sheet()->isVisible());
        const int width = line->width();
        line->setText(typed);
        QVERIFY(!page.sheet()->isVisible());
        const QString text = shownText(page);
        QVERIFY(!text.contains(u"CLARITHROMYCINE"));
        QVERIFY2(text.contains(said), qPrintable(text));
        QCOMPARE(line->width(), width); // nothing moves while somebody types
        if (typed == u"zzz")
            test::keepScreenshot(page, u"medicaments-aucun"_qs);
        line->setText(u"clari"_qs);
        QVERIFY(page.sheet()->isVisible());
    }

    void theFormularyIsShown()
    {
        const RealBase real(m_engines, {});
        QVERIFY(real.isReady());
        const QString cis = real.first(u"doliprane 1000"_qs);
        const auto shown = inspector(cis, real.services());
        const QString text = shownText(*shown);
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
        QVERIFY(shownText(*inspector(lacking, real.services())).contains(u"rupture depuis le "));
        QVERIFY(inspector(usual, real.services())->hasGroup());
        picture(real.services(), many, u"presentations"_qs);
        picture(real.services(), longest, u"nom-long"_qs);
        picture(real.services(), lacking, u"rupture"_qs);
        picture(real.services(), usual, u"courant"_qs);
    }
};
QTEST_MAIN(TestDrugSheet)
#include "tst_drugsheet.moc"
