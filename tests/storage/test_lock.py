"""One directory, one desk; the second start is told who is there and what to do."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import AlreadyRunning, ConfigError
from storage.lock import HOLDER, hold, prepare
from tests.storage.builders import NOON

ROOT = Path(__file__).parents[2]

_CHILD = """
import sys
from pathlib import Path
from storage.lock import hold
with hold(Path(sys.argv[1]), command=("interlock", "run")):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(directory: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _CHILD, str(directory)]
    child = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    return child


def test_a_second_start_is_told_who_holds_the_directory_since_when_and_with_which_command(tmp_path: Path) -> None:
    first = hold(tmp_path, command=("main.py", "run"), since=NOON)
    with first, pytest.raises(AlreadyRunning) as refused, hold(tmp_path):
        pass
    told = str(refused.value)
    assert f"process {os.getpid()} since {NOON.isoformat()} (main.py run)" in told
    assert "stop it first" in told


def test_another_process_is_refused_until_the_first_is_killed(tmp_path: Path) -> None:
    with holder(tmp_path) as child:
        with pytest.raises(AlreadyRunning, match=rf"process {child.pid} \(interlock run\)"), hold(tmp_path):
            pass
        child.kill()
        child.wait()
        assert json.loads((tmp_path / HOLDER).read_text())["pid"] == child.pid  # stale, and no obstacle
        with hold(tmp_path) as held:
            assert held == tmp_path
            assert json.loads((tmp_path / HOLDER).read_text())["pid"] == os.getpid()


def test_the_directory_is_free_again_once_the_holder_leaves(tmp_path: Path) -> None:
    for _ in range(2):
        with hold(tmp_path / "data"):
            pass
    assert not (tmp_path / "data" / HOLDER).exists()


@pytest.mark.parametrize("told", ["", "{", "[]", '{"pid": "x", "since": null, "command": ""}', "\udcff"])
def test_a_holder_that_did_not_say_who_it_is_still_holds(tmp_path: Path, told: str) -> None:
    with hold(tmp_path):
        (tmp_path / HOLDER).write_bytes(told.encode("utf-8", "surrogateescape"))
        with pytest.raises(AlreadyRunning, match="in use by another process"), hold(tmp_path):
            pass


def test_a_start_that_cannot_write_down_who_it_is_starts_all_the_same(tmp_path: Path) -> None:
    (tmp_path / HOLDER).mkdir()  # stands for a full disk, on which positions still have to be looked after
    with hold(tmp_path), pytest.raises(AlreadyRunning, match="in use by another process"), hold(tmp_path):
        pass


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX; Windows uses access lists")
def test_the_directory_and_what_is_in_it_belong_to_the_owner_alone(tmp_path: Path) -> None:
    directory = tmp_path / "data"
    directory.mkdir(mode=0o755)
    with hold(directory):
        assert stat.S_IMODE(directory.stat().st_mode) == 0o700
        for path in directory.iterdir():
            assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name


def test_a_data_dir_that_is_a_file_says_the_fix(tmp_path: Path) -> None:
    file = tmp_path / "data"
    file.write_text("a file")
    with pytest.raises(ConfigError, match="is a file; name a directory"):
        prepare(file)
    with pytest.raises(ConfigError, match="cannot be used"):
        prepare(file / "below")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_data_dir_of_somebody_else_says_the_fix(tmp_path: Path) -> None:
    parent = tmp_path / "locked"
    parent.mkdir(mode=0o500)
    with pytest.raises(ConfigError, match="name a directory you may write to"):
        prepare(parent / "data")
