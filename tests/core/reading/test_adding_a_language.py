"""docs/adding-a-language.md is true: whoever follows it has a language at the end."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from core.reading.languages import LANGUAGES
from core.reading.roles import Role
from core.reading.text.hygiene import clean, fold
from core.reading.text.tokens import tokenize
from core.reading.words.lexicon import EVERY, SHARES, listed

ROOT = Path(__file__).parents[3]
GUIDE = (ROOT / "docs" / "adding-a-language.md").read_text(encoding="utf-8")
READ_ALL = """
import json, sys
from core.reading import as_json, read
sys.stdout.reconfigure(encoding="utf-8")
print(json.dumps([as_json(read(text)) for text in json.loads(sys.stdin.buffer.read())]))
"""


def block(kind: str) -> str:
    found = re.search(rf"```{kind}\n(.*?)```", GUIDE, re.DOTALL)
    assert found is not None
    return found[1]


def action(said: dict[str, Any]) -> str:
    percent = f"{said['percent']}%" if said["percent"] else None
    return " ".join(part for part in (said["action"], said["price"], percent) if part)


def readings(house: Path, posts: list[str]) -> list[dict[str, Any]]:
    run = subprocess.run(  # noqa: S603 - our own interpreter on our own copy
        [sys.executable, "-c", READ_ALL],
        input=json.dumps(posts).encode(),
        capture_output=True,
        cwd=house,
        check=True,
    )
    answers: list[dict[str, Any]] = json.loads(run.stdout)
    return answers


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the core with the guide's first two steps done."""
    shutil.copytree(ROOT / "core", tmp_path / "core", ignore=shutil.ignore_patterns("__pycache__"))
    languages = tmp_path / "core" / "reading" / "languages"
    (languages / "esperanto.py").write_text(block("python"), encoding="utf-8")
    register = languages / "__init__.py"
    text = register.read_text(encoding="utf-8")
    text = text.replace("    french,\n", "    esperanto,\n    french,\n", 1)
    text = text.replace("    czech,\n)\n", "    czech,\n    esperanto,\n)\n")
    assert text.count("esperanto") == block("diff").count("+    esperanto,") == 2
    register.write_text(text, encoding="utf-8")
    return tmp_path


def wrong(house: Path) -> list[str]:
    posts = yaml.safe_load(block("yaml"))
    found = []
    for post, got in zip(posts, readings(house, [p["text"] for p in posts]), strict=True):
        seen = {**got, "actions": [action(a) for a in got["actions"]]}
        if any(seen[field] != wanted for field, wanted in post["want"].items()):
            found.append(post["text"])
    return found


def test_the_guide_leads_to_a_language_that_is_read(house: Path) -> None:
    assert wrong(house) == ["Movu perdohaltigon al 2345"]  # as step 4 says
    file = house / "core" / "reading" / "languages" / "esperanto.py"
    text = file.read_text(encoding="utf-8").replace("haltigon, perdohaltigo", "haltigon, perdohaltigo, perdohaltigon")
    file.write_text(text, encoding="utf-8")
    assert wrong(house) == []


def test_there_are_twenty_three_languages_and_each_is_nothing_but_words() -> None:
    assert len({spoken_in(language) for language in LANGUAGES}) == 23
    assert len(set(LANGUAGES)) == len(LANGUAGES)
    for language in LANGUAGES:
        assert set(vars(language)) >= {"WORDS", "ALIASES"}
        assert all(isinstance(role, Role) for role in language.WORDS)
        phrases = [p.strip() for words in language.WORDS.values() for p in words.split(",")]
        assert all(phrases), language.__name__
        assert all(symbol.isascii() and symbol.isupper() for symbol in language.ALIASES)
        shares = getattr(language, "SHARES", {})
        assert all(0 < percent < 100 and all(map(str.strip, words.split(","))) for percent, words in shares.items())


def test_the_guide_names_every_table_and_the_reader_asks_for_each() -> None:
    rows = re.findall(r"^\| (`[A-Z_`, ]+`) \|", GUIDE, re.MULTILINE)
    told = {name for row in rows for name in re.findall(r"[A-Z_]+", row)}
    written = {name for language in LANGUAGES for name in vars(language) if name.isupper()} - {"WORDS", "ALIASES"}
    assert told == written
    rooms = (path for path in (ROOT / "core" / "reading").rglob("*.py") if path.parent.name != "languages")
    code = "".join(path.read_text(encoding="utf-8") for path in rooms)
    assert {name for name in told if f'"{name}"' not in code} == set()


def test_every_table_is_words_and_each_stands_once_in_its_language() -> None:
    for language in LANGUAGES:
        tables = {name: words for name, words in vars(language).items() if name.isupper() and isinstance(words, str)}
        for name, words in tables.items():
            found = [word.strip() for word in words.split(",")]
            assert all(found), (language.__name__, name)
            assert len(set(found)) == len(found), (language.__name__, name)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_no_phrase_of_a_language_stands_twice(language: ModuleType) -> None:
    """The first part that claims a phrase has it: a second row with it looks as if it did something, and never does."""
    before = [module for module in LANGUAGES[: LANGUAGES.index(language)] if spoken_in(module) == spoken_in(language)]
    taken = {spelling for module in before for words in module.WORDS.values() for spelling in spellings(words)}
    for words in language.WORDS.values():
        for spelling in spellings(words):
            assert spelling not in taken, " ".join(spelling)
            taken.add(spelling)


def spellings(words: str) -> list[tuple[str, ...]]:
    """The phrases of a row as the reader looks for them: what differs in case or accents only is one."""
    pieces = (tokenize(clean(phrase)).texts for phrase in words.split(","))
    return [tuple(piece for piece in each if any(map(str.isalnum, piece))) or tuple(each) for each in pieces]


def test_a_phrase_that_is_wrapped_in_its_table_is_found_in_one_line() -> None:
    written = (table for language in LANGUAGES for table in vars(language).items())
    tables = {name for name, words in written if name.isupper() and isinstance(words, str)} - {"EVERYDAY"}
    found = [word for name in tables for word in listed(name)]
    assert "i just closed" in found
    assert [word for word in (*found, *EVERY, *SHARES) if word != " ".join(word.split())] == []


def spoken_in(module: ModuleType) -> str:
    """The language whose words a module holds; the longest are written down in several parts."""
    return module.__name__.rpartition(".")[2].partition("_")[0]


def words_of(language: str) -> dict[Role, str]:
    """A language's words, of all its parts."""
    parts = [module.WORDS for module in LANGUAGES if spoken_in(module) == language]
    return {role: words for part in parts for role, words in part.items()}


@pytest.mark.parametrize("language", sorted({spoken_in(module) for module in LANGUAGES}))
def test_every_language_can_call_amend_and_refuse(language: str) -> None:
    needed = {Role.BUY, Role.SELL, Role.STOP, Role.TARGET, Role.CLOSE, Role.CANCEL, Role.HALF, Role.EVEN, Role.NOT}
    needed |= {Role.IF, Role.WILL, Role.MAY, Role.RECAP, Role.ANALYSIS, Role.LESSON, Role.AD, Role.WAIT}
    words = words_of(language)
    assert needed <= set(words)
    assert all(fold(phrase) for phrase in words[Role.BUY].split(","))


@pytest.mark.parametrize(
    "path", sorted((ROOT / "core" / "reading" / "languages").glob("*.py")), ids=lambda path: path.stem
)
def test_a_table_has_one_row_for_each_role(path: Path) -> None:
    """Python keeps the last of two rows with one name, and says nothing of the words that are gone."""
    for table in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(table, ast.Dict):
            names = [ast.unparse(name) for name in table.keys if name is not None]
            assert len(names) == len(set(names))
