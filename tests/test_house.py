"""The shape of the house, held by tests: who may import whom, and what a pure module may not touch."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("core", "venues", "storage", "jobs", "bot")
TOP_LEVEL = {
    *ROOMS,
    "main.py",
    "tests",
    "config.example.yaml",
    "pyproject.toml",
    "README.md",
    "Makefile",
    "constraints.txt",
    "docs",
    "LICENSE",
    "CHANGELOG.md",
    ".ci",
    ".gitignore",
}
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
RUNTIME = ROOT / "core" / "runtime"
PURE = [path for path in MODULES if path.is_relative_to(ROOT / "core") and not path.is_relative_to(RUNTIME)]
IMPURE = {
    *("asyncio", "multiprocessing", "queue", "selectors", "signal", "subprocess", "threading"),
    *("aiohappyeyeballs", "aiohttp", "http", "httpx", "requests", "smtplib", "socket", "ssl", "urllib", "websockets"),
    *("aiosqlite", "ctypes", "fileinput", "glob", "io", "logging", "loguru", "mmap", "os", "pathlib", "shelve"),
    *("shutil", "sqlite3", "tempfile"),
    *("random", "secrets", "time", "uuid"),
}
"""`zoneinfo` is not among them: time zones are a table, the same wherever it is read."""
SCREEN = "core/reading/showing/console.py"
"""Shows a reading in a terminal, which is all that it is for."""
READER = ROOT / "core" / "reading"
READER_ROOMS = (
    *("languages", "text", "words", "pieces", "names", "aside", "lexing"),
    *("plan", "handling", "talk", "judgement", "learning", "showing"),
)
"""Each may ask those before it, and `READER_COMMON`; the last two also the reader as a whole."""
READER_COMMON = {"dialects", "once", "reasons", "roles", "setting"}
LINES_MAX = 400
FUNCTION_LINES_MAX = 70


def _named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@dataclass(frozen=True, slots=True)
class Outline:
    """What the rules look at in a module; what is used or called stands with the line where it last is."""

    opens_with: str | None
    imports: frozenset[str]
    attributes: dict[str, int]
    calls: dict[str, int]
    functions: dict[str, int]
    """How many lines each function has."""


@cache
def _outline(path: Path) -> Outline:
    """Read once, however many rules look at it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imports: set[str] = set()
    attributes, calls, functions = dict[str, int](), dict[str, int](), dict[str, int]()
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                imports |= {alias.name for alias in node.names}
            case ast.ImportFrom():
                assert node.level == 0, f"{path}: imports are written whole"
                imports.add(node.module or "")
            case ast.Attribute():
                attributes[node.attr] = node.lineno
            case ast.Call(func=ast.Name(id=name)):
                calls[name] = node.lineno
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                functions[node.name] = max(lines, functions.get(node.name, 0))
            case _:
                pass
    return Outline(ast.get_docstring(tree), frozenset(imports), attributes, calls, functions)


def _tops(path: Path) -> set[str]:
    return {name.split(".")[0] for name in _outline(path).imports}


def test_the_top_level_is_exactly_what_the_plan_of_the_house_says() -> None:
    import subprocess

    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607
    tracked = {line.split("/")[0] for line in listed.stdout.splitlines()}
    if not tracked:
        pytest.skip("not a git checkout, so what belongs to it cannot be told")
    assert tracked <= TOP_LEVEL


def test_imports_run_one_way() -> None:
    rooms = {*ROOMS, "main", "tests"}
    own = {path: {path.relative_to(ROOT).parts[0], "core"} for path in MODULES}
    strayed = {_named(path): found for path in MODULES if (found := _tops(path) & (rooms - own[path]))}
    assert not strayed


def test_a_post_is_read_from_room_to_room_and_none_asks_a_later_one() -> None:
    rooms = {path.name for path in READER.iterdir() if (path / "__init__.py").exists()}
    assert rooms == set(READER_ROOMS)
    strayed: list[str] = []
    for number, room in enumerate(READER_ROOMS):
        asked = {*READER_ROOMS[: number + 1], *READER_COMMON, *(("",) if room in READER_ROOMS[-2:] else ())}
        for path in (READER / room).glob("*.py"):
            inside = [name for name in _outline(path).imports if f"{name}.".startswith("core.reading.")]
            strayed += [f"{_named(path)}: {name}" for name in inside if f"{name}..".split(".")[2] not in asked]
    assert not strayed


def test_a_pure_module_touches_no_clock_no_dice_and_no_file() -> None:
    for_a_screen = {ROOT / SCREEN: {"io"}}
    touched = {_named(path): found for path in PURE if (found := _tops(path) & IMPURE - for_a_screen.get(path, set()))}
    assert not touched
    running = [_named(path) for path in PURE if any(name.startswith("core.runtime") for name in _outline(path).imports)]
    assert not running


def test_a_pure_module_asks_nobody_for_the_time_and_makes_no_float_money() -> None:
    asked = [
        f"{_named(path)}:{_outline(path).attributes[name]}: {name}"
        for path in PURE
        for name in ("now", "utcnow", "today")
        if name in _outline(path).attributes
    ]
    assert not asked
    floats = [f"{_named(path)}:{_outline(path).calls['float']}" for path in PURE if "float" in _outline(path).calls]
    assert not floats


def test_a_module_fits_in_one_sitting() -> None:
    everything = [*MODULES, ROOT / "main.py", *TESTS]
    counted = {_named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in everything}
    assert not {name: lines for name, lines in counted.items() if lines > LINES_MAX}
    functions = ((path, *function) for path in everything for function in _outline(path).functions.items())
    assert not [f"{_named(path)}: {name}" for path, name, lines in functions if lines > FUNCTION_LINES_MAX]


def test_a_module_opens_with_a_sentence() -> None:
    written = [path for path in MODULES if path.name != "__init__.py" or path.read_text(encoding="utf-8").strip()]
    silent = [_named(path) for path in written if not _outline(path).opens_with]
    assert not silent, "say first what this is"


def test_only_the_limits_admit_a_plan() -> None:
    makers = {_named(path) for path in MODULES if "Admitted" in _outline(path).calls}
    assert makers <= {"core/limits.py", "core/plans.py"}  # plans.py: the method that adds earlier checks


def test_a_broad_except_stands_only_under_a_roof_and_says_why() -> None:
    for path in MODULES:
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            if "except Exception" in line:
                assert "#" in line, f"{_named(path)}:{number}: say why everything is caught"


def test_nothing_names_a_registry_or_a_private_path() -> None:
    words = ("py" + "pi.org", "files.python" + "hosted", "registry.npm" + "js")
    for path in [*MODULES, ROOT / "constraints.txt", ROOT / "pyproject.toml", ROOT / "Makefile"]:
        text = path.read_text(encoding="utf-8")
        assert not [word for word in words if word in text], _named(path)
