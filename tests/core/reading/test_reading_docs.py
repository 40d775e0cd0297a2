"""docs/reading.md says what the code does: its example runs, its tables are the code's own."""

from __future__ import annotations

import ast
import doctest
import re
from pathlib import Path

from core.reading import languages
from core.reading.bared import HOLDING
from core.reading.dialects import MEANINGS
from core.reading.handling.refusals import DOUBTED, REFUSED
from core.reading.roles import Role
from core.reading.words.lexicon import meaning_of
from core.signals import NO_STOP

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "reading.md"
TEXT = PAGE.read_text(encoding="utf-8")
JUDGES = (
    "plan/soundness",
    "plan/proportions",
    "judgement/verdicts",
    "judgement/lookalikes",
    "judgement/stories",
    "judgement/ruling",
    "judgement/amendments",
    "judgement/new_levels",
    "handling/followups",
    "handling/unheard",
    "judgement/bare",
    "handling/leeway",
    "talk/telling",
    "handling/scope",
    "talk/standing",
    "talk/voids",
    "dialogue",
    "apart",
    "bared",
)


def rows(heading: str) -> list[list[str]]:
    """The cells of every table row below a heading."""
    section = TEXT.split(f"## {heading}", 1)[1].split("\n## ", 1)[0]
    lines = re.findall(r"^\| (.*) \|$", section, re.MULTILINE)
    return [line.split(" | ") for line in lines if not line.startswith(("role", "what the owner"))]


def test_what_is_taken_over_from_a_part_of_a_post_is_a_doubt_that_is_told() -> None:
    assert {doubt for doubt in HOLDING if f"| {doubt} |" not in TEXT} == set()


def test_no_row_of_a_table_is_wider_than_its_head() -> None:
    pipe = re.compile(r"(?<!\\)\|")
    for table in re.findall(r"(?:^\|.*\n)+", TEXT, re.MULTILINE):
        head, rule, *body = table.splitlines()
        assert re.fullmatch(r"\|(---\|)+", rule), head
        assert {len(pipe.findall(row)) for row in body} == {len(pipe.findall(head))}, head


def sentences(node: ast.AST) -> list[str]:
    """The sentences a call or a list of the code hands to the owner, figures as …"""
    match node:
        case ast.Call(func=ast.Name(id="Reason") | ast.Attribute(attr="append"), args=[first, *_]):
            return spoken(first)
        case ast.Call(func=ast.Name(id="_at"), args=[first, *_]):
            return spoken(first)
        case ast.Tuple(elts=[first, ast.Lambda()]):
            return spoken(first)
        case ast.Return(value=ast.List(elts=elements)):
            return [words for element in elements for words in spoken(element)]
        case _:
            return []


def spoken(node: ast.expr) -> list[str]:
    match node:
        case ast.Constant(value=str(words)) if " " in words:
            return [words]
        case ast.JoinedStr(values=parts):
            return ["".join(str(p.value) if isinstance(p, ast.Constant) else "…" for p in parts)]
        case ast.BinOp(left=ast.Constant(value=str(words))):
            return [words + "…"]
        case ast.IfExp(body=yes, orelse=no):
            return spoken(yes) + spoken(no)
        case _:
            return []


def test_the_walk_of_one_post_is_what_the_code_prints() -> None:
    outcome = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert outcome.attempted > 15
    assert outcome.failed == 0


def test_the_table_of_roles_is_complete_and_its_words_have_that_role() -> None:
    listed = rows("Roles")
    assert [(name.strip("`"), meaning) for name, meaning, _ in listed] == [(r.name, r.value) for r in Role]
    for name, _, example in listed:
        role = Role[name.strip("`")]
        if role in languages.english.WORDS:
            assert meaning_of(example.split(", ")[0].split(" ")[0]) is not None or " " in example


def test_the_page_names_every_meaning_a_dialect_may_give() -> None:
    section = TEXT.split("What a word may mean: ", 1)[1].split(". A word", 1)[0]
    assert " ".join(re.findall(r"[a-z_]+", section)).split() == list(MEANINGS)


def test_the_tables_of_words_that_refuse_and_doubt_are_those_of_the_code() -> None:
    refused = [row for row in rows("Refusals") if len(row) == 2]
    doubted = [row for row in rows("Doubts") if len(row) == 2]
    assert refused == [[f"`{role.name}`", words] for role, words in REFUSED.items()]
    assert doubted == [[f"`{role.name}`", words] for role, words in DOUBTED.items()]


def test_every_sentence_the_owner_may_read_is_on_the_page() -> None:
    listed = {row[0] for heading in ("Refusals", "Doubts") for row in rows(heading) if len(row) == 1}
    in_code = set()
    for name in JUDGES:
        source = (ROOT / "core" / "reading" / f"{name}.py").read_text(encoding="utf-8")
        in_code |= {words for node in ast.walk(ast.parse(source)) for words in sentences(node)}
    assert listed == in_code - {"levels for an earlier call"} | {NO_STOP}
