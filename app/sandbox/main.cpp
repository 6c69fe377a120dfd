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

void announce(const sandbox::InsiServer &insi, const sandbox::Control &control)
{
    print(stdout, Sandbox::tr("INSi (certificat) : %1").arg(insi.certificateEndpoint().toString()));
    print(stdout, Sandbox::tr("INSi (carte) : %1").arg(insi.cardEndpoint().toString()));
    print(stdout, Sandbox::tr("Commande : http://127.0.0.1:%1/insi").arg(control.port()));
}

Status open(sandbox::InsiServer &insi, sandbox::Control &control, const QCommandLineParser &parser,
            quint16 insiPort, quint16 cardPort, quint16 controlPort)
{
    AMBROISE_CHECK(insi.listen(insiPort, cardPort));
    AMBROISE_CHECK(control.listen(controlPort));
    if (parser.isSet(u"folder"_qs))
        return insi.writeFolder(QDir(parser.value(u"folder"_qs)));
    return done();
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
    const auto controlPort = numberOf(parser, u"control"_qs, 65'535);
    const auto persons = numberOf(parser, u"persons"_qs, 1'000'000);
    const auto behaviour = parser.isSet(u"behaviour"_qs)
                               ? sandbox::behaviourOf(parser.value(u"behaviour"_qs), {})
                               : sandbox::Behaviour{};
    if (!insiPort || !cardPort || !controlPort || !persons || !behaviour ||
        !parser.positionalArguments().isEmpty()) {
        print(stderr, parser.helpText());
        return exitMisuse;
    }
    const SystemClock clock;
    sandbox::InsiServer insi(
        clock, {*persons, parser.isSet(u"as-editors-kit"_qs), parser.values(u"idam"_qs)});
    insi.behave(*behaviour);
    sandbox::Control control(insi);
    if (const Status opened = open(insi, control, parser, quint16(*insiPort), quint16(*cardPort),
                                   quint16(*controlPort));
        !opened.ok())
        return fail(opened.error());
    announce(insi, control);
    return application.exec() == 0 ? exitDone : exitFailed;
}
