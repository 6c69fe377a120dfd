// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/substancename.h>

#include <support/result.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;

class TestSubstanceName : public QObject {
    Q_OBJECT
    static drugs::DrugDetail doliprane()
    {
        const drugs::Drug sold{*drugs::Cis::parse(u"60234100"_qs),
                               u"DOLIPRANE 1000 mg, comprimé"_qs,
                               u"comprimé"_qs,
                               {u"orale"_qs},
                               true,
                               false,
                               u"SANOFI"_qs,
                               {u"PARACÉTAMOL"_qs},
                               u"N02BE01"_qs,
                               {},
                               {}};
        drugs::DrugDetail detail{.drug = {sold, {}},
                                 .presentations = {},
                                 .composition = {},
                                 .substances = {},
                                 .atc = {u"N02BE01"_qs, {}},
                                 .groups = {},
                                 .conditions = {},
                                 .availability = {},
                                 .smr = {},
                                 .asmr = {},
                                 .notices = {}};
        detail.substances = {
            {u"02202"_qs, u"PARACÉTAMOL"_qs, u"1 000,00 mg"_qs, u"un comprimé"_qs}};
        return detail;
    }

    static drugs::Component component(const QString &element)
    {
        drugs::Component component;
        component.element = element;
        return component;
    }

private Q_SLOTS:
    void aDrugIsNamedByWhatItDoes()
    {
        const auto name = substanceName(doliprane());
        QVERIFY_OK(name);
        QCOMPARE(*name, u"Paracétamol 1000 mg, comprimé, voie orale"_qs);
    }

    void twoSubstancesHaveEachTheirStrength()
    {
        drugs::DrugDetail detail = doliprane();
        detail.substances << drugs::Substance{u"1"_qs, u"CODÉINE"_qs, u"0,50 mg"_qs, {}};
        QCOMPARE(*substanceName(detail),
                 u"Paracétamol 1000 mg + Codéine 0,5 mg, comprimé, voie orale"_qs);
    }

    void theNameGoesRoundFromBrandToBrand()
    {
        const drugs::DrugDetail detail = doliprane();
        const QString brand = detail.drug.value.label;
        const QString substance = *otherName(detail, brand);
        const QString both = *otherName(detail, substance);
        QCOMPARE(both, u"Paracétamol 1000 mg, comprimé, voie orale [DOLIPRANE 1000 mg]"_qs);
        QCOMPARE(*otherName(detail, both), brand);
    }

    void whatIsNotPrescribedByItsSubstanceIsRefused_data()
    {
        QTest::addColumn<QString>("why");
        for (const char *why : {"none", "many", "biologic", "parts", "strength", "homeopathic"})
            QTest::newRow(why) << QString::fromLatin1(why);
    }
    void whatIsNotPrescribedByItsSubstanceIsRefused()
    {
        QFETCH(QString, why);
        drugs::DrugDetail detail = doliprane();
        const drugs::Substance one = detail.substances.first();
        if (why == u"none")
            detail.substances.clear();
        else if (why == u"many")
            detail.substances = {one, one, one, one};
        else if (why == u"biologic")
            detail.atc.value = u"A10AE04"_qs;
        else if (why == u"parts")
            detail.composition.value = {component(u"comprimé blanc"_qs),
                                        component(u"comprimé jaune"_qs)};
        else if (why == u"strength")
            detail.substances.first().dosage = u"quantité suffisante"_qs;
        else
            detail.drug.value.homeopathic = true;
        QCOMPARE(substanceName(detail).error().subject, u"substance."_qs + why);
    }

    void anAntibodyIsOneWhateverItsClass()
    {
        drugs::DrugDetail detail = doliprane();
        detail.substances.first().name = u"ADALIMUMAB"_qs;
        QCOMPARE(substanceName(detail).error().subject, u"substance.biologic"_qs);
    }
};

QTEST_APPLESS_MAIN(TestSubstanceName)
#include "tst_substancename.moc"
