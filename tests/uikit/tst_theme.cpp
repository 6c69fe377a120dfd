// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/theme.h>
#include <ambroise/uikit/type.h>

#include <QtTest>
#include <QtWidgets>

#include <cmath>

using namespace ambroise::uikit;

namespace {

constexpr double textMinimum = 4.5;
constexpr double borderMinimum = 3.0;

double luminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

//! WCAG 2, 1.4.3.
double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Theme themed(bool dark)
{
    return dark ? Theme::dark() : Theme::light();
}

struct Ink {
    const char *name;
    QColor color;
};

QList<Ink> inks(const Theme &theme)
{
    return {{"text", theme.color(Token::Text)},
            {"text2", theme.color(Token::Text2)},
            {"text3", theme.color(Token::Text3)},
            {"accent", theme.color(Token::Accent)},
            {"high", theme.high()},
            {"low", theme.low()}};
}

constexpr std::pair<Token, const char *> grounds[] = {
    {Token::Base, "base"}, {Token::Win, "win"}, {Token::Alt, "alt"}, {Token::Soft, "soft"}};

} // namespace

class TestTheme : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { apply(*qApp, Theme::light(), 1.0); }

    void everyMeaningReadsOnItsTint_data()
    {
        QTest::addColumn<int>("meaning");
        QTest::addColumn<double>("light"); // as the design reference gives them
        QTest::addColumn<double>("dark");
        const auto row = [](const char *name, Meaning meaning, double light, double dark) {
            QTest::newRow(name) << int(meaning) << light << dark;
        };
        row("qualified", Meaning::Qualified, 5.8, 7.8);
        row("validated", Meaning::Validated, 6.0, 6.9);
        row("retrieved", Meaning::Retrieved, 6.1, 7.4);
        row("provisional", Meaning::Provisional, 6.4, 7.1);
        row("doubtful", Meaning::Doubtful, 6.0, 6.8);
        row("fictive", Meaning::Fictive, 6.3, 7.1);
        row("homonym", Meaning::Homonym, 6.6, 7.6);
        row("stop", Meaning::Stop, 6.0, 6.8);
        row("avoid", Meaning::Avoid, 6.1, 7.4);
        row("caution", Meaning::Caution, 6.7, 8.2);
        row("apc", Meaning::Apc, 6.6, 7.6);
        row("info", Meaning::Info, 6.0, 6.9);
        row("done", Meaning::Done, 5.8, 7.8);
    }
    void everyMeaningReadsOnItsTint()
    {
        QFETCH(int, meaning);
        QFETCH(double, light);
        QFETCH(double, dark);
        const auto found = [&](const Theme &theme) {
            const Pair pair = theme.pair(Meaning(meaning));
            return contrast(pair.text, pair.tint);
        };
        QVERIFY(std::min(found(Theme::light()), found(Theme::dark())) >= textMinimum);
        QVERIFY2(std::abs(found(Theme::light()) - light) < 0.06,
                 qPrintable(QString::number(found(Theme::light()))));
        QVERIFY2(std::abs(found(Theme::dark()) - dark) < 0.06,
                 qPrintable(QString::number(found(Theme::dark()))));
    }

    void everyInkReadsOnEveryGround_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        for (const bool dark : {false, true}) {
            const Theme theme = themed(dark);
            for (const Ink &ink : inks(theme))
                for (const auto &[token, name] : grounds)
                    QTest::addRow("%s on %s, %s", ink.name, name, dark ? "dark" : "light")
                        << dark << ink.color << theme.color(token);
            QTest::addRow("text on accent, %s", dark ? "dark" : "light")
                << dark << theme.color(Token::OnAccent) << theme.color(Token::Accent);
            QTest::addRow("text on hovered accent, %s", dark ? "dark" : "light")
                << dark << theme.color(Token::OnAccent) << theme.color(Token::AccentHover);
            const Pair critical = theme.filled(Meaning::Stop);
            QTest::addRow("critical, %s", dark ? "dark" : "light")
                << dark << critical.text << critical.tint;
        }
    }
    void everyInkReadsOnEveryGround()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        const double found = contrast(ink, ground);
        QVERIFY2(found >= textMinimum, qPrintable(QString::number(found)));
    }

    void theFocusRingShowsOnEveryGround()
    {
        for (const bool dark : {false, true})
            for (const auto &[token, name] : grounds)
                QVERIFY2(contrast(themed(dark).color(Token::Accent), themed(dark).color(token)) >=
                             borderMinimum,
                         name);
    }

    void theBorderOfAFieldInErrorShows()
    {
        for (const bool dark : {false, true})
            QVERIFY(contrast(themed(dark).pair(Meaning::Stop).text,
                             themed(dark).color(Token::Base)) >= borderMinimum);
    }

    void aWidgetKnowsItsTheme()
    {
        QWidget widget;
        widget.setPalette(Theme::dark().palette());
        QVERIFY(Theme::of(widget).isDark());
        widget.setPalette(Theme::light().palette());
        QVERIFY(!Theme::of(widget).isDark());
    }

    void theStyleSheetNamesNothingThatIsUnknown()
    {
        for (const bool dark : {false, true}) {
            const QString sheet = themed(dark).styleSheet(1.5);
            QVERIFY(sheet.contains(u"QTabBar"_qs));
            QVERIFY2(!sheet.contains(u'@'), qPrintable(sheet));
        }
    }

    void textFollowsTheUsersSize_data()
    {
        QTest::addColumn<double>("asked");
        QTest::addColumn<int>("body");
        QTest::addColumn<int>("rowHeight"); // of the 28 px row
        QTest::newRow("usual") << 1.0 << 13 << 28;
        QTest::newRow("smallest") << 0.9 << 12 << 26;
        QTest::newRow("largest") << 1.5 << 20 << 43;
        QTest::newRow("beyond the largest") << 3.0 << 20 << 43;
    }
    void textFollowsTheUsersSize()
    {
        QFETCH(double, asked);
        apply(*qApp, Theme::light(), asked);
        QTEST(font(TextRole::Body).pixelSize(), "body");
        QTEST(scaled(28), "rowHeight");
    }

    void titlesAreHeavierThanText()
    {
        QCOMPARE(font(TextRole::Patient).weight(), int(QFont::DemiBold));
        QCOMPARE(font(TextRole::Body).weight(), int(QFont::Normal));
        QCOMPARE(font(TextRole::Body, true).weight(), int(QFont::DemiBold));
        QCOMPARE(font(TextRole::Key).weight(), int(QFont::Medium));
    }

    void digitsOfAColumnHaveOneWidth()
    {
        const QFont body = font(TextRole::Body);
        QCOMPARE(tabularWidth(body, u"11,1"_qs), tabularWidth(body, u"80,4"_qs));
    }

    void drawnDigitsEndAtTheRightOfTheirColumn()
    {
        QImage image(100, 20, QImage::Format_ARGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setFont(font(TextRole::Body));
        drawTabular(painter, QRectF(0, 0, 90, 20), Qt::AlignRight, u"88"_qs);
        painter.end();
        bool inked = false;
        for (int y = 0; y < image.height(); ++y) {
            inked = inked || image.pixelColor(86, y).lightness() < 200;
            for (int x = 91; x < image.width(); ++x)
                QCOMPARE(image.pixelColor(x, y), QColor(Qt::white));
        }
        QVERIFY(inked);
    }

    void everyNamedIconIsThere_data()
    {
        QTest::addColumn<QString>("name");
        const QString names =
            u"calendar3 people envelope clipboard2-pulse camera-video cash-coin bar-chart gear "
            "search person-circle credit-card-2-front shield shield-check shield-fill-check "
            "shield-exclamation shield-x exclamation-triangle-fill people-fill check2 check2-all "
            "check-lg cloud-arrow-up inbox flag send clock archive file-earmark-text "
            "file-earmark-medical journal-text prescription2 graph-up telephone geo-alt mic camera "
            "qr-code-scan upc-scan patch-check-fill printer pencil funnel lock-fill key phone "
            "person-bounding-box box-arrow-in-right person-plus hdd database-check "
            "file-earmark-arrow-up list-check shield-lock arrow-clockwise x-lg chevron-left "
            "chevron-right info-circle sun moon plus-lg trash"_qs;
        for (const QString &name : names.split(u' '))
            QTest::addRow("%s", qPrintable(name)) << name;
    }
    void everyNamedIconIsThere()
    {
        QFETCH(QString, name);
        QVERIFY(hasIcon(name));
        QVERIFY(!icon(name).isNull());
    }

    void everyIconDrawsSomething()
    {
        QVERIFY(iconNames().size() > 50);
        for (const QString &name : iconNames()) {
            const QImage image = icon(name).pixmap(16, 16).toImage();
            bool inked = false;
            for (int y = 0; y < image.height() && !inked; ++y)
                for (int x = 0; x < image.width() && !inked; ++x)
                    inked = image.pixelColor(x, y).alpha() > 64;
            QVERIFY2(inked, qPrintable(name));
        }
    }

    void anUnknownIconIsNullAndSaid()
    {
        QTest::ignoreMessage(QtWarningMsg, "No such icon: unicorn");
        QVERIFY(icon(u"unicorn").isNull());
    }

    void anIconTakesTheColourOfItsState_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("token");
        for (const bool dark : {false, true}) {
            const char *theme = dark ? "dark" : "light";
            QTest::addRow("at rest, %s", theme)
                << dark << int(QIcon::Normal) << int(QIcon::Off) << int(Token::Text2);
            QTest::addRow("on, %s", theme)
                << dark << int(QIcon::Normal) << int(QIcon::On) << int(Token::Accent);
            QTest::addRow("active, %s", theme)
                << dark << int(QIcon::Active) << int(QIcon::Off) << int(Token::Accent);
            QTest::addRow("disabled, %s", theme)
                << dark << int(QIcon::Disabled) << int(QIcon::Off) << int(Token::Text3);
        }
    }
    void anIconTakesTheColourOfItsState()
    {
        QFETCH(bool, dark);
        QFETCH(int, mode);
        QFETCH(int, state);
        QFETCH(int, token);
        apply(*qApp, themed(dark), 1.0);
        const QImage image = icon(u"people-fill")
                                 .pixmap(QSize(32, 32), QIcon::Mode(mode), QIcon::State(state))
                                 .toImage();
        QColor ink;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y).alpha() == 255)
                    ink = image.pixelColor(x, y);
        QCOMPARE(ink.rgb(), themed(dark).color(Token(token)).rgb());
    }
};
QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
