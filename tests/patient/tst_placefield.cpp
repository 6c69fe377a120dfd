// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"

#include <ambroise/core/text.h>
#include <ambroise/patient/ui/patientform.h>
#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/theme.h>

#include <support/screenshot.h>
#include <support/typing.h>
#include <support/widgets.h>

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::patient;
using identity::Place;

namespace {

const QList<Place> known = {
    {u"63113"_qs, u"Clermont-Ferrand"_qs},
    {u"60157"_qs, u"Clermont"_qs},
    {u"40084"_qs, u"Clermont"_qs},
    {u"99350"_qs, u"Maroc"_qs},
    {u"20004"_qs, u"Ajaccio"_qs, {}, QDate(1976, 1, 1), u"2A004"_qs},
    {u"2A004"_qs, u"Ajaccio"_qs, QDate(1976, 1, 1)},
    {u"14011"_qs, u"Annebecq"_qs, {}, QDate(1973, 1, 1)},
};

} // namespace

//! Where somebody was born, typed into the form by its name or by its code.
class TestPlaceField : public QObject {
    Q_OBJECT
    test::ManualClock m_clock;
    bool m_imported = true;
    std::optional<Error> m_fault;
    QList<PatientDetails> m_saved;
    std::unique_ptr<ui::PatientForm> m_form;

    ui::PlaceServices places()
    {
        ui::PlaceServices services;
        services.areKnown = [this]() -> Result<bool> {
            if (m_fault)
                return *m_fault;
            return m_imported;
        };
        services.search = [this](const QString &typed, QDate born) {
            QList<Place> found;
            for (const Place &place : known)
                if (m_imported && place.holdsOn(born) &&
                    text::folded(place.label).startsWith(text::folded(typed)))
                    found << place;
            return Result<QList<Place>>(found);
        };
        services.find = [this](const QString &code, QDate) {
            const auto found = std::find_if(known.begin(), known.end(), [&](const Place &place) {
                return m_imported && place.code == code;
            });
            return Result<std::optional<Place>>(found == known.end() ? std::nullopt
                                                                     : std::optional(*found));
        };
        return services;
    }
    [[nodiscard]] QLineEdit *line(const QString &name) const
    {
        return test::named<QLineEdit>(*m_form, name);
    }
    [[nodiscard]] QLineEdit *place() const { return line(u"Lieu de naissance"_qs); }
    [[nodiscard]] QString remark() const { return place()->accessibleDescription(); }
    static QStringList proposed()
    {
        const auto *list = qobject_cast<QAbstractItemView *>(QApplication::activePopupWidget());
        QStringList out;
        for (int row = 0; list && row < list->model()->rowCount(); ++row) {
            const auto shown =
                list->model()->index(row, 0).data(uikit::RowRole).value<uikit::Row>();
            out << shown.title + u' ' + shown.right;
        }
        return out;
    }
    void write(const QString &text, QDate born = QDate(1990, 5, 1))
    {
        test::type(*line(u"Date de naissance"_qs), born.toString(u"dd/MM/yyyy"));
        place()->setFocus();
        test::type(*place(), text);
    }
    //! Keys go to the list while it is open.
    void press(int key)
    {
        QWidget *list = QApplication::activePopupWidget();
        QTest::keyClick(list ? list : place(), Qt::Key(key));
    }
    void leave()
    {
        press(Qt::Key_Tab);
        QVERIFY(!place()->hasFocus());
    }

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }
    void init()
    {
        m_imported = true;
        m_fault.reset();
        m_saved.clear();
        ui::FormServices services;
        services.save = [this](const PatientDetails &details, qint64) {
            m_saved << details;
            return Result<Patient>(Patient{PatientId{1}, 1, details});
        };
        services.near = [](const identity::StrictTraits &) {
            return Result<QList<CloseRecord>>(QList<CloseRecord>());
        };
        services.saveDraft = [](const QString &) {
            return done();
        };
        services.places = places();
        services.explain = [](const Error &error) {
            return error.subject;
        };
        m_form = std::make_unique<ui::PatientForm>(services, m_clock);
        m_form->resize(1000, 700);
        m_form->show();
        m_form->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
    }
    void cleanup() { m_form.reset(); }

    void aTownIsChosenByItsNameWithTheKeyboard()
    {
        write(u"clerm"_qs);
        QCOMPARE(proposed(), (QStringList{u"Clermont-Ferrand 63113"_qs, u"Clermont 60157"_qs,
                                          u"Clermont 40084"_qs}));
        QCOMPARE(place()->text(), u"clerm"_qs);
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(place()->text(), u"60157 Clermont"_qs);
        QVERIFY(!QApplication::activePopupWidget());
        QCOMPARE(remark(), QString());
        QVERIFY(place()->hasFocus());
    }

    void theBestPlaceIsTakenWithEnter()
    {
        write(u"cle"_qs);
        test::type(*place(), u"rm"_qs);
        press(Qt::Key_Return);
        QCOMPARE(place()->text(), u"63113 Clermont-Ferrand"_qs);
    }

    void theListComesBackWithAnArrow()
    {
        write(u"clermont"_qs);
        press(Qt::Key_Escape);
        QVERIFY(!QApplication::activePopupWidget());
        QCOMPARE(place()->text(), u"clermont"_qs);
        press(Qt::Key_Down);
        QCOMPARE(proposed().size(), 3);
        press(Qt::Key_Return);
        QCOMPARE(place()->text(), u"63113 Clermont-Ferrand"_qs);
    }

    void theNameAndTheCodeAreKept()
    {
        for (const auto &[field, text] :
             {std::pair(u"Nom de naissance"_qs, u"Weber"_qs),
              std::pair(u"Prénoms de naissance, dans l’ordre"_qs, u"Anton"_qs)})
            test::type(*line(field), text);
        auto *sex = m_form->findChild<QComboBox *>();
        sex->setCurrentIndex(2);
        Q_EMIT sex->activated(2);
        write(u"63113"_qs);
        m_form->save(); // from the field itself
        QCOMPARE(m_saved.size(), 1);
        QCOMPARE(m_saved.first().identity.traits().birthPlace(),
                 *identity::BirthPlace::make(u"63113", u"Clermont-Ferrand"_qs));
    }

    void onlyPlacesOfTheDayOfBirthAreProposed_data()
    {
        QTest::addColumn<QDate>("born");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("before") << QDate(1970, 5, 1) << QStringList{u"Ajaccio 20004"_qs};
        QTest::newRow("after") << QDate(1980, 5, 1) << QStringList{u"Ajaccio 2A004"_qs};
    }
    void onlyPlacesOfTheDayOfBirthAreProposed()
    {
        QFETCH(QDate, born);
        write(u"ajac"_qs, born);
        QTEST(proposed(), "found");
    }

    void whatIsWrittenIsCompletedOnLeavingIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("left");
        QTest::newRow("a code") << u"63113"_qs << u"63113 Clermont-Ferrand"_qs;
        QTest::newRow("a country") << u"maroc"_qs << u"99350 Maroc"_qs;
        QTest::newRow("a code in small letters") << u"2a004"_qs << u"2A004 Ajaccio"_qs;
        QTest::newRow("a name of several") << u"clermont"_qs << u"clermont"_qs;
        QTest::newRow("the beginning of one") << u"annebe"_qs << u"annebe"_qs;
        QTest::newRow("a code with a name") << u"63113 Hôtel-Dieu"_qs << u"63113 Hôtel-Dieu"_qs;
        QTest::newRow("no place") << u"Tlön"_qs << u"Tlön"_qs;
    }
    void whatIsWrittenIsCompletedOnLeavingIt()
    {
        QFETCH(QString, typed);
        write(typed);
        leave();
        QTEST(place()->text(), "left");
        QVERIFY(!QApplication::activePopupWidget());
    }

    void whatIsOddIsToldAndStays_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("born");
        QTest::addColumn<QString>("told");
        QTest::newRow("not yet")
            << u"2A004"_qs << QDate(1970, 5, 1)
            << u"Le code 2A004 (Ajaccio) n’existait pas le 01/05/1970 : il date du 01/01/1976. "
               u"Alors : 20004."_qs;
        QTest::newRow("no more") << u"14011 Annebecq"_qs << QDate(1980, 5, 1)
                                 << u"Le code 14011 (Annebecq) n’existait plus le 01/05/1980 : il "
                                    u"a fini le 01/01/1973."_qs;
        QTest::newRow("another name")
            << u"63113 Riom"_qs << QDate(1980, 5, 1) << u"63113 : Clermont-Ferrand."_qs;
        QTest::newRow("no such code") << u"98765"_qs << QDate(1980, 5, 1)
                                      << u"Le code 98765 n’est celui d’aucun lieu connu."_qs;
        QTest::newRow("several") << u"clermont"_qs << QDate(1980, 5, 1)
                                 << u"Sans code : choisir un lieu de la liste (↓ puis ↵)."_qs;
        QTest::newRow("no such name")
            << u"Tlön"_qs << QDate(1980, 5, 1)
            << u"Aucun lieu de ce nom à cette date : il n’a pas de code."_qs;
        QTest::newRow("no code") << u"631"_qs << QDate(1980, 5, 1) << u"birthplace.code"_qs;
    }
    void whatIsOddIsToldAndStays()
    {
        QFETCH(QString, typed);
        QFETCH(QDate, born);
        write(typed, born);
        QTEST(remark(), "told");
        QVERIFY(place()->text().startsWith(typed));
    }

    void aDateThatComesLaterIsHeldAgainstTheCode()
    {
        test::type(*place(), u"2A004"_qs);
        QVERIFY(!remark().contains(u"n’existait"));
        test::type(*line(u"Date de naissance"_qs), u"01/05/1970"_qs);
        QVERIFY(remark().contains(u"n’existait pas le 01/05/1970"));
    }

    void withoutTheListACodeIsStillTaken()
    {
        m_imported = false;
        write(u"63113"_qs);
        leave();
        QCOMPARE(place()->text(), u"63113"_qs);
        QCOMPARE(remark(), u"Liste des communes absente : taper le code, puis le nom."_qs);
        test::keepScreenshot(*m_form, u"lieu-sans-communes"_qs);
    }

    void placesThatCannotBeReadAreTold()
    {
        m_fault = Error{ErrorCode::Unavailable, u"storage.unavailable"_qs, {}};
        write(u"clerm"_qs);
        QCOMPARE(remark(), u"storage.unavailable"_qs);
        QCOMPARE(place()->text(), u"clerm"_qs);
    }

    void aRecordIsLeftAsItWas()
    {
        const identity::StrictTraits traits = test::Person().traits();
        const auto kept = *identity::StrictTraits::make(
            {traits.surname(), traits.givenNames(), traits.firstGivenName(), traits.birthDate(),
             traits.sex(), *identity::BirthPlace::make(u"63113", {})});
        m_form->edit({PatientId{1}, 1, PatientDetails{identity::Identity::provisional(kept)}});
        QCOMPARE(remark(), u"63113 : Clermont-Ferrand."_qs);
        place()->setFocus();
        leave();
        QVERIFY(!m_form->isDirty());
    }
};
QTEST_MAIN(TestPlaceField)
#include "tst_placefield.moc"
