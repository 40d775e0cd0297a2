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
    *("aiohttp", "http", "httpx", "requests", "smtplib", "socket", "ssl", "urllib", "websockets"),
    *("aiosqlite", "ctypes", "fileinput", "glob", "io", "logging", "loguru", "mmap", "os", "pathlib", "shelve"),
    *("shutil", "sqlite3", "tempfile"),
    *("random", "secrets", "time", "uuid"),
}
"""`zoneinfo` is not among them: time zones are a table, the same wherever it is read."""
SCREEN = "core/reading/console.py"
"""Shows a reading in a terminal, which is all that it is for."""
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


@pytest.mark.parametrize("path", MODULES, ids=_named)
def test_imports_run_one_way(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    assert _tops(path) & {*ROOMS, "main", "tests"} <= {room, "core"}


@pytest.mark.parametrize("path", PURE, ids=_named)
def test_a_pure_module_touches_no_clock_no_dice_and_no_file(path: Path) -> None:
    assert not _tops(path) & (IMPURE - {"io"} if path == ROOT / SCREEN else IMPURE)
    assert not {name for name in _outline(path).imports if name.startswith("core.runtime")}


@pytest.mark.parametrize("path", PURE, ids=_named)
def test_a_pure_module_asks_nobody_for_the_time_and_makes_no_float_money(path: Path) -> None:
    outline = _outline(path)
    asked = {name: outline.attributes[name] for name in ("now", "utcnow", "today") if name in outline.attributes}
    assert not asked, "asked at these lines"
    assert "float" not in outline.calls, f"line {outline.calls['float']}"


@pytest.mark.parametrize("path", [*MODULES, ROOT / "main.py", *TESTS], ids=_named)
def test_a_module_fits_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES_MAX
    long = {name: lines for name, lines in _outline(path).functions.items() if lines > FUNCTION_LINES_MAX}
    assert not long


@pytest.mark.parametrize("path", MODULES, ids=_named)
def test_a_module_opens_with_a_sentence(path: Path) -> None:
    if path.name == "__init__.py" and not path.read_text(encoding="utf-8").strip():
        return
    assert _outline(path).opens_with, "say first what this is"


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
