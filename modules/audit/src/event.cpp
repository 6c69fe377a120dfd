// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/event.h>

namespace ambroise::audit {
namespace {

template <class T>
struct Word {
    T value;
    QStringView code;
};

constexpr std::array actions = {
    Word<Action>{Action::Create, u"create"},
    Word<Action>{Action::Read, u"read"},
    Word<Action>{Action::Update, u"update"},
    Word<Action>{Action::Remove, u"remove"},
    Word<Action>{Action::Search, u"search"},
    Word<Action>{Action::Print, u"print"},
    Word<Action>{Action::Sign, u"sign"},
    Word<Action>{Action::Cancel, u"cancel"},
    Word<Action>{Action::Dispense, u"dispense"},
    Word<Action>{Action::Verify, u"verify"},
    Word<Action>{Action::SignIn, u"sign_in"},
    Word<Action>{Action::SignInRefused, u"sign_in_refused"},
    Word<Action>{Action::SignOut, u"sign_out"},
    Word<Action>{Action::Lock, u"lock"},
    Word<Action>{Action::Unlock, u"unlock"},
    Word<Action>{Action::BreakGlass, u"break_glass"},
    Word<Action>{Action::Import, u"import"},
    Word<Action>{Action::Export, u"export"},
    Word<Action>{Action::Migrate, u"migrate"},
    Word<Action>{Action::Enrol, u"enrol"},
    Word<Action>{Action::Revoke, u"revoke"},
};

constexpr std::array subjects = {
    Word<Subject>{Subject::Practice, u"practice"},
    Word<Subject>{Subject::User, u"user"},
    Word<Subject>{Subject::Card, u"card"},
    Word<Subject>{Subject::Patient, u"patient"},
    Word<Subject>{Subject::Entry, u"entry"},
    Word<Subject>{Subject::Ordonnance, u"ordonnance"},
    Word<Subject>{Subject::Dispensation, u"dispensation"},
    Word<Subject>{Subject::Document, u"document"},
    Word<Subject>{Subject::Referential, u"referential"},
    Word<Subject>{Subject::Journal, u"journal"},
    Word<Subject>{Subject::Appointment, u"appointment"},
    Word<Subject>{Subject::Prevention, u"prevention"},
    Word<Subject>{Subject::LabReport, u"lab_report"},
    Word<Subject>{Subject::Recheck, u"recheck"},
    Word<Subject>{Subject::Correspondent, u"correspondent"},
};

template <class Table, class T>
QString codeIn(const Table &table, T value)
{
    for (const auto &word : table)
        if (word.value == value)
            return word.code.toString();
    return {};
}

template <class T, class Table>
std::optional<T> valueIn(const Table &table, QStringView code)
{
    for (const auto &word : table)
        if (word.code == code)
            return word.value;
    return std::nullopt;
}

} // namespace

QString code(Action action)
{
    return codeIn(actions, action);
}

QString code(Subject subject)
{
    return codeIn(subjects, subject);
}

std::optional<Action> actionOf(QStringView code)
{
    return valueIn<Action>(actions, code);
}

std::optional<Subject> subjectOf(QStringView code)
{
    return valueIn<Subject>(subjects, code);
}

QList<Action> allActions()
{
    QList<Action> all;
    for (const auto &word : actions)
        all << word.value;
    return all;
}

} // namespace ambroise::audit
