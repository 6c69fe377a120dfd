# SPDX-License-Identifier: GPL-3.0-or-later
"""What each check of architecture.py must find, and what it must leave in peace: (path, text)."""

TABLE = 'set(AMBROISE_ARCHITECTURE\n "0 core"\n "1 storage core"\n "1 uikit core"\n "2 drugs storage"\n "2 labs storage")'
SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
COLOUR = "#" + "0B6470"

BAD = {
    "includes-follow-the-table": [
        ("modules/storage/src/a.cpp", "#include <ambroise/drugs/base.h>\n"),
        ("modules/drugs/src/a.cpp", '  #  include "ambroise/labs/base.h"\n'),
        ("modules/drugs/src/a.cpp", "#include <ambroise/uikit/theme.h>\n"),
        ("modules/drugs/include/ambroise/drugs/a.h", "#include <ambroise/unheard/of.h>\n"),
        ("modules/unheard/src/a.cpp", ""),
    ],
    "only-ui-knows-widgets": [
        ("modules/drugs/src/a.cpp", "#include <QMessageBox>\n"),
        ("modules/drugs/src/a.cpp", "#include <QWidget>\n"),
        ("modules/drugs/src/a.cpp", "#include <QtWidgets/qwidget.h>\n"),
        ("modules/drugs/include/ambroise/drugs/a.h", "#include <QVBoxLayout>\n"),
        ("modules/drugs/src/a.cpp", "#include <ambroise/drugs/ui/page.h>\n"),
    ],
    "a-ui-uses-no-other-ui": [
        ("modules/drugs/ui/page.cpp", "#include <ambroise/labs/ui/page.h>\n"),
    ],
    "words-for-people-stay-in-ui": [
        ("modules/drugs/src/a.cpp", 'return tr("Médicament");\n'),
        ("modules/drugs/src/a.cpp", 'QCoreApplication::translate("a", "b");\n'),
    ],
    "sql-stays-in-src": [
        ("modules/drugs/ui/page.cpp", 'run("SELECT name "\n    "FROM drug");\n'),
        ("app/ctl/drug.cpp", 'run(u"insert into drug values (1)"_qs);\n'),
        ("app/ctl/drug.cpp", 'run(R"sql(UPDATE drug\nSET name = ?)sql");\n'),
        ("modules/drugs/include/ambroise/drugs/a.h", 'auto sql = "DELETE FROM drug";\n'),
    ],
    "colours-stay-in-the-theme": [
        ("modules/drugs/ui/page.cpp", f'QColor c(u"{COLOUR}"_qs);\n'),
        ("modules/uikit/src/button.cpp", f'QColor c("{COLOUR}");\n'),
        ("app/cabinet/shell.qss", f"QWidget {{ color: {COLOUR}; }}\n"),
    ],
    "there-are-no-singletons": [
        ("modules/drugs/src/a.cpp", "auto &base = DrugBase::instance();\n"),
        ("app/cabinet/shell.h", "static Shell &instance();\n"),
        ("tests/drugs/tst_a.cpp", "use(Registry::instance ());\n"),
    ],
    "each-file-names-its-licence": [
        ("modules/drugs/src/a.cpp", "int a;\n"),
        ("installer/run", "#!/bin/sh\n\n\n# SPDX-License-Identifier: GPL-3.0-or-later\n"),
    ],
    "blanks-are-clean": [
        ("modules/drugs/src/a.cpp", "int a; \n"),
        ("modules/drugs/src/a.cpp", "\tint a;\n"),
        ("installer/run", "true"),
    ],
    "each-module-has-its-page": [
        ("modules/labs/CMakeLists.txt", "ambroise_module(NAME labs)\n"),
    ],
    "arrows-point-down": [
        ("modules/ModuleRules.cmake", 'set(AMBROISE_ARCHITECTURE\n "0 core drugs"\n "1 drugs core")'),
    ],
}

GOOD = [
    ("modules/drugs/src/a.cpp", SPDX + """#include <ambroise/core/text.h>
#include <ambroise/storage/connection.h>
#include <QTextLayout>
// tr("no"), SELECT a FROM b, Thing::instance(), #include <QWidget>
const auto query = u"SELECT name FROM drug"_qs;
const auto text = "tr(\\"x\\") and instance() are words here";
auto *app = QCoreApplication::instance();
auto *root = pluginLoader.instance();
const int big = 1'000'000;
str(big); painter.translate(1, 2);
"""),
    ("modules/drugs/ui/page.cpp", SPDX + """#include <ambroise/drugs/base.h>
#include <ambroise/drugs/ui/page.h>
#include <ambroise/uikit/theme.h>
#include <QMessageBox>
label->setText(tr("Choisir un médicament dans la liste"));
"""),
    ("modules/uikit/src/theme.cpp", SPDX + f'#include <QWidget>\nQColor accent(u"{COLOUR}"_qs);\n'),
    ("modules/drugs/CMakeLists.txt", "# SPDX-License-Identifier: GPL-3.0-or-later\n"),
    ("modules/ModuleRules.cmake", "# SPDX-License-Identifier: GPL-3.0-or-later\n" + TABLE + "\n"),
    ("tests/drugs/tst_a.cpp", SPDX + '#include <ambroise/labs/base.h>\nrun("DELETE FROM drug");\n'),
    ("app/cabinet/main.cpp", SPDX + '#include <ambroise/labs/ui/page.h>\ntr("Bonjour");\n'),
    ("installer/run", "#!/bin/sh\n# SPDX-License-Identifier: GPL-3.0-or-later\n"),
]


def self_test(checks, source, project):
    failures = [f"no bad sample for {name}" for name in checks if name not in BAD]
    for name, samples in BAD.items():
        for path, text in samples:
            table = text if path == "modules/ModuleRules.cmake" else TABLE
            if not list(checks[name](source(path, text), project(table, {path}))):
                failures.append(f"{name} sees nothing wrong in {path}: {text!r}")
    for name in checks:
        for path, text in GOOD:
            known = project(TABLE, {path, "modules/drugs/README.md"})
            failures += [f"{name} refuses {path}:{line}: {why}" for line, why in checks[name](source(path, text), known)]
    print(*failures, f"{len(failures)} failures", sep="\n")
    return 1 if failures else 0
