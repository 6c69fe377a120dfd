# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house that a machine can check, over the sources as they are.

usage: architecture.py ROOT CHECK     one line a violation, exit code 1 where there is one
       architecture.py ROOT --list    the names of the checks
       architecture.py --self-test    each check finds what is wrong in its bad samples and nothing in its good ones
"""
import re
import sys
from functools import cached_property
from pathlib import Path

FOLDERS = ("app", "modules", "tests", "installer", "resources", ".ci")
CPP = (".cpp", ".h")
SOURCES = CPP + (".py", ".cmake", ".sql", ".qrc", ".qss", ".html", ".desktop")

PIECES = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?:u8|[uUL])?R"(?P<mark>[^(\s"]*)\((?P<raw>.*?)\)(?P=mark)"
      | (?:u8|[uUL])?"(?P<text>(?:\\.|[^"\\\n])*)"
      | (?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'""",
    re.S | re.X,
)


class Source:
    """One file: its code without comments and literals, its string literals, its includes."""

    def __init__(self, path, text):
        self.path, self.text = path, text
        self.suffix = Path(path).suffix
        module = re.match(r"modules/([^/]+)/", path)
        self.module = module[1] if module else None
        self.is_cpp = self.suffix in CPP
        # uikit is widgets from end to end.
        self.is_ui = self.module == "uikit" or bool(
            re.match(r"modules/[^/]+/(ui|include/ambroise/[^/]+/ui)/", path))
        self.is_domain = self.is_cpp and self.module is not None and not self.is_ui

    @cached_property
    def code(self):
        return PIECES.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), self.text)

    @cached_property
    def literals(self):
        """(offset, text); literals that the compiler joins are one, as SQL is often written."""
        found, end = [], None
        for piece in PIECES.finditer(re.sub(r"(?m)^\s*#\s*include.*$", "", self.text)):
            text = piece["text"] if piece["text"] is not None else piece["raw"]
            if text is None:
                continue
            if found and re.fullmatch(r"\w*\s*", piece.string[end:piece.start()]):
                found[-1] = (found[-1][0], found[-1][1] + text)
            else:
                found.append((piece.start(), text))
            end = piece.end()
        return found

    @cached_property
    def includes(self):
        """(offset, what) of each #include."""
        pattern = r'(?m)^[ \t]*#[ \t]*include[ \t]*[<"]([^>"\n]+)'
        return [(m.start(), m[1]) for m in re.finditer(pattern, self.text)]

    def line(self, offset):
        return self.text.count("\n", 0, offset) + 1

    def matches(self, pattern):
        return ((self.line(m.start()), m) for m in re.finditer(pattern, self.code))


class Project:
    def __init__(self, table, paths):
        rows = re.search(r"set\(AMBROISE_ARCHITECTURE(.*?)\)", table, re.S)[1]
        self.direct = {words[1]: words[2:] for words in map(str.split, re.findall(r'"([^"]+)"', rows))}
        self.paths = set(paths)

    def allowed(self, module):
        found = {module}
        for dependency in self.direct.get(module, ()):
            found |= self.allowed(dependency)
        return found


CHECKS = {}


def check(function):
    CHECKS[function.__name__.replace("_", "-")] = function
    return function


@check
def includes_follow_the_table(source, project):
    if source.module is None or not source.is_cpp:
        return
    if source.module not in project.direct:
        yield 1, f"module '{source.module}' has no row in ModuleRules.cmake"
    allowed = project.allowed(source.module) | ({"uikit"} if source.is_ui else set())
    for offset, what in source.includes:
        other = re.match(r"ambroise/([^/]+)/", what)
        if other and other[1] not in allowed:
            yield source.line(offset), f"'{source.module}' may not use '{other[1]}': <{what}>"


@check
def only_ui_knows_widgets(source, project):
    widgets = re.compile(
        r"Qt(Widgets|PrintSupport|MultimediaWidgets|SvgWidgets)(/|$)|"
        r"Q(Application|Completer|Frame|Label|MainWindow|Menu|Printer|Splitter|Style\w*|SystemTrayIcon|ToolTip|"
        r"\w*(Bar|Box|Browser|Button|ButtonGroup|Dialog|Edit|GraphicsScene|ItemDelegate|Layout|ScrollArea|Slider|Widget)|"
        r"(Column|Graphics|Header|List|Table|Tree|Undo|AbstractItem)View)$")
    gui = {"QAbstractTextDocumentLayout", "QPageLayout", "QStyleHints", "QTextLayout"}
    if not source.is_domain:
        return
    for offset, what in source.includes:
        name = what.rsplit("/", 1)[-1]
        if name not in gui and (widgets.match(name) or widgets.match(what)):
            yield source.line(offset), f"<{what}> belongs in ui/"
        if re.match(rf"ambroise/{source.module}/ui/|ui/|\.\./ui/", what):
            yield source.line(offset), f"domain code does not know its screens: <{what}>"


@check
def a_ui_uses_no_other_ui(source, project):
    for offset, what in source.includes if source.module else ():
        other = re.match(r"ambroise/([^/]+)/ui/", what)
        if other and other[1] != source.module:
            yield source.line(offset), f"the shell composes pages, a page does not: <{what}>"


@check
def words_for_people_stay_in_ui(source, project):
    if source.is_domain:
        for line, found in source.matches(r"\b(tr|QT_TR\w*|Q_DECLARE_TR_FUNCTIONS|Q\w*Application\s*::\s*translate)\s*\("):
            yield line, f"{found[1]}() below the interface: give the Error a subject instead"


@check
def sql_stays_in_src(source, project):
    sql = re.compile(r"\bSELECT\b.*\bFROM\b|\bINSERT\s+(OR\s+\w+\s+)?INTO\b|\bUPDATE\s+\S+\s+SET\b|\bDELETE\s+FROM\b",
                     re.S | re.I)
    if not source.is_cpp or not source.path.startswith(("modules/", "app/")):
        return
    if source.module and source.path.startswith(f"modules/{source.module}/src/"):
        return
    for offset, text in source.literals:
        if sql.search(text):
            yield source.line(offset), "SQL belongs in the src/ of the module that owns the tables"


@check
def colours_stay_in_the_theme(source, project):
    theme = re.match(r"modules/uikit/.*/theme\w*\.(h|cpp)$", source.path)
    if theme or not source.path.startswith(("modules/", "app/")):
        return
    literals = source.literals if source.is_cpp else [(0, source.text)] if source.suffix in (".qss", ".html") else ()
    for offset, text in literals:
        for found in re.findall(r"#[0-9a-fA-F]{6}\b", text):
            yield source.line(offset), f"{found}: colours have names, in uikit's Theme"


@check
def there_are_no_singletons(source, project):
    if not source.is_cpp:
        return
    for line, found in source.matches(r"(?:(\w+)\s*(?:::|->|\.)\s*)?\binstance\s*\("):
        # `pluginLoader`: a QPluginLoader, whose instance() makes the root of the plug-in.
        if found[1] not in ("QCoreApplication", "QGuiApplication", "QApplication", "QAbstractEventDispatcher",
                            "pluginLoader"):
            yield line, "instance(): pass what is needed to the constructor"


@check
def each_file_names_its_licence(source, project):
    if "SPDX-License-Identifier: GPL-3.0-or-later" not in "\n".join(source.text.splitlines()[:3]):
        yield 1, "no SPDX-License-Identifier in the first lines"


@check
def blanks_are_clean(source, project):
    for number, line in enumerate(source.text.split("\n"), 1):
        if line != line.rstrip():
            yield number, "trailing blanks"
        if source.is_cpp and "\t" in line:
            yield number, "tab"
    if source.text and not source.text.endswith("\n"):
        yield source.line(len(source.text)), "no newline at the end"


@check
def each_module_has_its_page(source, project):
    if source.module and source.path == f"modules/{source.module}/CMakeLists.txt":
        if f"modules/{source.module}/README.md" not in project.paths:
            yield 1, f"modules/{source.module}/README.md is missing"


@check
def arrows_point_down(source, project):
    if source.path != "modules/ModuleRules.cmake":
        return
    above = set()
    for module, uses in project.direct.items():
        for other in uses:
            if other not in above:
                yield 1, f"'{module}' uses '{other}', which no row above it declares"
        above.add(module)


def is_source(path):
    if path.suffix in SOURCES or path.name == "CMakeLists.txt":
        return True
    return path.suffix == "" and path.read_bytes()[:2] == b"#!"


def read(root):
    found = [f for folder in FOLDERS for f in sorted((root / folder).rglob("*"))]
    files = [root / "CMakeLists.txt"] + [f for f in found if f.is_file() and "__pycache__" not in f.parts]
    paths = [f.relative_to(root).as_posix() for f in files]
    sources = [Source(p, f.read_text(encoding="utf-8", errors="replace")) for p, f in zip(paths, files) if is_source(f)]
    return sources, Project((root / "modules/ModuleRules.cmake").read_text(encoding="utf-8"), paths)


def main(arguments):
    if arguments == ["--self-test"]:
        from samples import self_test
        return self_test(CHECKS, Source, Project)
    if len(arguments) == 2 and arguments[1] == "--list":
        print(*CHECKS, sep="\n")
        return 0
    if len(arguments) != 2 or arguments[1] not in CHECKS:
        print(__doc__, file=sys.stderr)
        return 2
    sources, project = read(Path(arguments[0]))
    found = [f"{s.path}:{line}: {why}" for s in sources for line, why in CHECKS[arguments[1]](s, project)]
    print(*found, f"{len(sources)} files, {len(found)} violations", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
