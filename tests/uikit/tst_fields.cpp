// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/theme.h>

#include <QtTest>
#include <QtWidgets>

using namespace ambroise::uikit;

namespace {

QAccessibleInterface *accessible(QWidget &widget)
{
    return QAccessible::queryAccessibleInterface(&widget);
}

QString accessibleName(QWidget &widget)
{
    return accessible(widget)->text(QAccessible::Name);
}

} // namespace

class TestFields : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { apply(*qApp, Theme::light(), 1.0); }

    void anErrorIsTheDescriptionOfItsField()
    {
        auto *edit = new QLineEdit;
        FormField field(u"Date de naissance"_qs, edit);
        QCOMPARE(accessibleName(*edit), u"Date de naissance"_qs);
        field.setHint(u"Jour, mois, année."_qs);
        field.setError(u"Cette date n'existe pas."_qs);
        QCOMPARE(edit->accessibleDescription(), u"Cette date n'existe pas."_qs);
        QVERIFY(edit->property("ambroiseInvalid").toBool());
        field.setError({});
        QCOMPARE(edit->accessibleDescription(), u"Jour, mois, année."_qs);
        QVERIFY(!edit->property("ambroiseInvalid").toBool());
    }

    void aFaultIsMarkedWhereTheCaretIs()
    {
        auto *line = new QWidget;
        auto *layout = new QHBoxLayout(line);
        auto *edit = new QLineEdit;
        layout->addWidget(edit);
        layout->addWidget(new QPushButton(u"Parcourir"_qs));
        line->setFocusProxy(edit);
        FormField field(u"Dossier"_qs, line);
        field.setError(u"Ce dossier est plein."_qs);
        QVERIFY(edit->property("ambroiseInvalid").toBool());
        QCOMPARE(edit->accessibleDescription(), u"Ce dossier est plein."_qs);
        QCOMPARE(edit->accessibleName(), u"Dossier"_qs);
        field.setError({});
        QVERIFY(!edit->property("ambroiseInvalid").toBool());
        field.setLabel(u"Dossier du cabinet"_qs);
        QCOMPARE(edit->accessibleName(), u"Dossier du cabinet"_qs);
    }

    void aFieldTakesAnotherLabel()
    {
        auto *edit = new QLineEdit;
        FormField field(u"Groupe 1"_qs, edit);
        field.setLabel(u"Groupe 4"_qs);
        QCOMPARE(edit->accessibleName(), u"Groupe 4"_qs);
    }

    void aFieldThatIsNamedAlreadyKeepsItsName()
    {
        auto *choice = new Segmented(u"Apparence de l’écran"_qs, {u"Claire"_qs, u"Sombre"_qs});
        const FormField field(u"Apparence"_qs, choice);
        QCOMPARE(choice->accessibleName(), u"Apparence de l’écran"_qs);
        for (const auto *button : choice->findChildren<QAbstractButton *>())
            QVERIFY(button->accessibleName() != u"Apparence");
    }

    void aLabelIsRelatedToItsField()
    {
        auto *edit = new QLineEdit;
        FormField field(u"Nom"_qs, edit);
        const auto relations = accessible(*edit)->relations(QAccessible::Label);
        QCOMPARE(relations.size(), 1);
        QCOMPARE(relations.first().first->text(QAccessible::Name), u"Nom"_qs);
    }

    void fieldsOfAGridWrapToTheNextLine()
    {
        FormGrid grid(2);
        auto *first = grid.add(u"Nom"_qs, new QLineEdit);
        auto *wide = grid.add(u"Adresse"_qs, new QLineEdit, 2);
        grid.resize(400, 200);
        grid.show();
        QVERIFY(wide->y() > first->y());
        QVERIFY(wide->width() > first->width() * 1.8);
    }

    void aPasswordIsHiddenUntilItIsAskedFor()
    {
        PasswordField field;
        field.setText(u"phrase de passe"_qs);
        QCOMPARE(field.echoMode(), QLineEdit::Password);
        auto *toggle = field.findChild<QToolButton *>();
        QVERIFY(toggle);
        const QString before = toggle->accessibleName();
        toggle->click();
        QCOMPARE(field.echoMode(), QLineEdit::Normal);
        QVERIFY(toggle->accessibleName() != before);
        toggle->click();
        QCOMPARE(field.echoMode(), QLineEdit::Password);
    }

    void strengthIsSaidInWords_data()
    {
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("kept");
        QTest::newRow("none") << 0 << 0;
        QTest::newRow("fair") << 2 << 2;
        QTest::newRow("beyond the bars") << 9 << 4;
        QTest::newRow("less than nothing") << -1 << 0;
    }
    void strengthIsSaidInWords()
    {
        QFETCH(int, asked);
        QFETCH(int, kept);
        StrengthMeter meter;
        meter.setStrength(asked, u"Trop court."_qs);
        QCOMPARE(meter.strength(), kept);
        QCOMPARE(meter.accessibleName(), u"Solidité : %1 sur 4"_qs.arg(kept));
        QCOMPARE(meter.accessibleDescription(), u"Trop court."_qs);
    }
};
QTEST_MAIN(TestFields)
#include "tst_fields.moc"
