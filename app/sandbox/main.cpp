// SPDX-License-Identifier: GPL-3.0-or-later
#include <words/languages.h>
#include <words/sentences.h>

#include <ambroise/core/log.h>
#include <ambroise/sandbox/control.h>

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace ambroise;

namespace {

//! The context of this program's texts.
class Sandbox {
    Q_DECLARE_TR_FUNCTIONS(Sandbox)
};

constexpr int exitDone = 0;
constexpr int exitFailed = 1;
constexpr int exitMisuse = 2;

void print(std::FILE *to, const QString &line)
{
    const QByteArray bytes = (line + u'\n').toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), to);
    std::fflush(to);
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        Sandbox::tr("Faux services nationaux sur ce poste, pour essayer et pour tester. "
                    "Personne de réel n’y figure."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QString port = Sandbox::tr("PORT");
    parser.addOptions({
        {u"insi"_qs, Sandbox::tr("INSi, avec un certificat d’organisation."), port},
        {u"insi-card"_qs, Sandbox::tr("INSi, avec l’assertion d’une carte (par défaut : libre)."),
         port, u"0"_qs},
        {u"vitale"_qs, Sandbox::tr("Lecteur de carte Vitale (par défaut : libre)."), port, u"0"_qs},
        {u"card"_qs, Sandbox::tr("Carte Vitale insérée au départ : famille, seul, appli."),
         Sandbox::tr("NOM")},
        {u"control"_qs, Sandbox::tr("Pannes et lenteurs à la demande, en HTTP."), port, u"0"_qs},
        {u"folder"_qs, Sandbox::tr("Où écrire certificats et configuration d’un client."),
         Sandbox::tr("DOSSIER")},
        {u"persons"_qs, Sandbox::tr("Nombre de personnes inventées (par défaut : 10000)."),
         Sandbox::tr("N"), u"10000"_qs},
        {u"idam"_qs, Sandbox::tr("Seul numéro d’autorisation connu (par défaut : tous)."),
         Sandbox::tr("NUMERO")},
        {u"behaviour"_qs,
         Sandbox::tr("Comportement de départ : silent, closed, cut, html, other-person, "
                     "other-writing, slow/MS, fault/SIRAM/CODE."),
         Sandbox::tr("NOM")},
        {u"as-editors-kit"_qs,
         Sandbox::tr("Répondre comme l’environnement de test des éditeurs : OID réels, sans "
                     "marque de simulation.")},
    });
}

//! A port, or a number of people.
std::optional<int> numberOf(const QCommandLineParser &parser, const QString &option, int most)
{
    bool known = false;
    const int number = parser.value(option).toInt(&known);
    return known && number >= 0 && number <= most ? std::optional(number) : std::nullopt;
}

int fail(const Error &error)
{
    print(stderr, app::sentenceOf(error));
    return exitFailed;
}

void announce(const sandbox::InsiServer &insi, const sandbox::VitaleServer &vitale,
              const sandbox::Control &control)
{
    print(stdout, Sandbox::tr("Lecteur de carte Vitale : 127.0.0.1:%1").arg(vitale.port()));
    print(stdout, Sandbox::tr("INSi (certificat) : %1").arg(insi.certificateEndpoint().toString()));
    print(stdout, Sandbox::tr("INSi (carte) : %1").arg(insi.cardEndpoint().toString()));
    print(stdout, Sandbox::tr("Commande : http://127.0.0.1:%1/insi").arg(control.port()));
}

struct Ports {
    quint16 insi = 0;
    quint16 card = 0;
    quint16 vitale = 0;
    quint16 control = 0;
};

Status open(sandbox::InsiServer &insi, sandbox::VitaleServer &vitale, sandbox::Control &control,
            const QCommandLineParser &parser, const Ports &ports)
{
    AMBROISE_CHECK(insi.listen(ports.insi, ports.card));
    AMBROISE_CHECK(vitale.listen(ports.vitale));
    AMBROISE_CHECK(control.listen(ports.control));
    if (!parser.isSet(u"folder"_qs))
        return done();
    const QDir folder(parser.value(u"folder"_qs));
    AMBROISE_CHECK(insi.writeFolder(folder));
    return vitale.writeFolder(folder, QStringLiteral(AMBROISE_VITALE_PLUGIN));
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"ambroise-sandbox"_qs);
    QCoreApplication::setApplicationVersion(QStringLiteral(AMBROISE_VERSION));
    log::install({});
    app::installLanguage(application, app::systemLanguage());
    QCommandLineParser parser;
    describe(parser);
    parser.process(application);
    const auto insiPort = numberOf(parser, u"insi"_qs, 65'535);
    const auto cardPort = numberOf(parser, u"insi-card"_qs, 65'535);
    const auto vitalePort = numberOf(parser, u"vitale"_qs, 65'535);
    const auto controlPort = numberOf(parser, u"control"_qs, 65'535);
    const auto card = sandbox::VitaleServer::cardNamed(parser.value(u"card"_qs));
    const auto persons = numberOf(parser, u"persons"_qs, 1'000'000);
    const auto behaviour = parser.isSet(u"behaviour"_qs)
                               ? sandbox::behaviourOf(parser.value(u"behaviour"_qs), {})
                               : sandbox::Behaviour{};
    if (!insiPort || !cardPort || !vitalePort || !controlPort || !persons || !behaviour ||
        (parser.isSet(u"card"_qs) && !card) || !parser.positionalArguments().isEmpty()) {
        print(stderr, parser.helpText());
        return exitMisuse;
    }
    const SystemClock clock;
    sandbox::InsiServer insi(
        clock, {*persons, parser.isSet(u"as-editors-kit"_qs), parser.values(u"idam"_qs)});
    insi.behave(*behaviour);
    sandbox::VitaleServer vitale;
    if (card)
        vitale.insert(*card);
    sandbox::Control control(insi);
    control.control(vitale);
    const Ports ports{quint16(*insiPort), quint16(*cardPort), quint16(*vitalePort),
                      quint16(*controlPort)};
    if (const Status opened = open(insi, vitale, control, parser, ports); !opened.ok())
        return fail(opened.error());
    announce(insi, vitale, control);
    return application.exec() == 0 ? exitDone : exitFailed;
}
