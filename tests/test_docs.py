"""The documents are true: what they tell to do can be done, word for word."""

from __future__ import annotations

import ast
import re
import types
from pathlib import Path

import pytest

from bot.handlers import BY_NAME, commands_markdown
from bot.render import to_plain
from bot.slash import Ask, Slash
from core.fitting import misfits
from main import main
from storage.settings import load
from tests.bot.desk_for_tests import DeskForTests, PlayedClock, an_ask
from tests.builders import an_instrument

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _blocks(name: str, language: str) -> list[str]:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_the_readme_is_short_and_its_first_two_commands_are_demo_and_test() -> None:
    assert len(README.splitlines()) <= 100
    shell = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    commands = [line.partition("#")[0].strip() for line in shell[0].splitlines()]
    assert commands == ["make demo", "make test"]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(f"\n{command.removeprefix('make ')}: " in makefile for command in commands)


def test_every_file_the_documents_link_to_is_there() -> None:
    for document in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name} links to {target}"


def test_every_file_the_house_names_is_there() -> None:
    text = (ROOT / "docs" / "house.md").read_text(encoding="utf-8")
    for named in re.findall(r"`((?:core|bot|venues|storage|jobs|tests)/[\w./]*)`", text):
        assert (ROOT / named).exists(), f"docs/house.md names {named}"


def test_the_page_of_commands_is_what_the_table_says() -> None:
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == commands_markdown()


def test_the_page_of_the_proof_is_what_the_code_and_the_kept_figures_say() -> None:
    from tests.sim.proof import PAGE, page

    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_command_the_readme_names_answers_to_help(capsys: pytest.CaptureFixture[str]) -> None:
    for command in set(re.findall(r"`main\.py ([\w-]+)", README)):
        with pytest.raises(SystemExit) as ended:
            main([command, "--help"])
        assert ended.value.code == 0
    assert "usage" in capsys.readouterr().out


def test_the_example_configuration_is_sound(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("INTERLOCK_BOT_TOKEN", "1:x")
    monkeypatch.setenv("INTERLOCK_API_HASH", "0" * 32)
    assert main(["check", "--config", str(ROOT / "config.example.yaml")]) == 0
    assert "is sound" in capsys.readouterr().out


def test_the_example_configuration_fits_a_venue_of_perpetuals_which_it_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERLOCK_BOT_TOKEN", "1:x")
    monkeypatch.setenv("INTERLOCK_API_HASH", "0" * 32)
    perpetuals = {instrument.symbol: instrument for instrument in map(an_instrument, ("BTCUSDT", "ETHUSDT"))}
    assert misfits(load(ROOT / "config.example.yaml").rules(), perpetuals) == ()


async def test_the_new_command_of_the_guide_works_as_the_guide_says(monkeypatch: pytest.MonkeyPatch) -> None:
    written, tested = _blocks("adding-a-command.md", "python")
    module = types.ModuleType("equity")
    exec(compile(written, "docs/adding-a-command.md", "exec"), module.__dict__)  # noqa: S102 - it is our own guide
    slash: Slash = module.SLASH
    monkeypatch.setitem(BY_NAME, slash.name, slash)

    async def run(name: str, ask: Ask) -> tuple[str, object]:
        reply = await BY_NAME[name].run(ask)
        return to_plain(reply.text), reply

    room = {"DeskForTests": DeskForTests, "an_ask": an_ask, "run": run}
    exec(compile(tested, "docs/adding-a-command.md", "exec"), room)  # noqa: S102
    name = next(node.name for node in ast.parse(tested).body if isinstance(node, ast.AsyncFunctionDef))
    await room[name](DeskForTests(PlayedClock()))  # type: ignore[operator]
