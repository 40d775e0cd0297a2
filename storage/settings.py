"""Reads config.yaml, and the secrets it points to, from outside the house.

A secret is never written into the file itself: ``env:NAME`` takes it from the environment,
``file:PATH`` from a file only its owner may read (which is how systemd hands over
credentials). Values read this way are `SecretStr`: they print as stars, and so does the log whatever holds them.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import yaml
from yaml.constructor import ConstructorError

from core.config import Config, parse, parse_dialect
from core.errors import ConfigError
from core.reading.dialects import STANDARD, Dialect
from core.runtime.logs import hide

CONFIG_BYTES_MAX = 1_000_000
_NO_DIALECT = "write one as it stands under a channel's dialect, or name the channel: --channel NAME"
_QUOTES = "put it in quotes if it is meant as text"
SECRETS = (("telegram", "bot_token"), ("telegram", "listener", "api_hash"), ("venue", "key"), ("venue", "secret"))


def load(path: Path, *, but: str = "") -> Config:
    """The checked configuration. Raises `ConfigError`: all that is wrong, each with its key and the fix.

    ``but``: a part whose secrets are not needed now, and are not looked for.
    """
    raw = read_yaml(path)
    wrong = _take_secrets(raw, but)
    try:
        config = parse(raw)
    except ConfigError as mistake:
        raise ConfigError("\n".join((*wrong, str(mistake)))) from None
    if wrong:
        raise ConfigError("\n".join(wrong))
    return config


def data_of(path: Path) -> Path:
    """The data directory a configuration names, without a look at anything else in it. Raises `ConfigError`."""
    raw = read_yaml(path)
    named = raw.get("data", Config.model_fields["data"].default) if isinstance(raw, dict) else None
    if not isinstance(named, str):
        raise ConfigError(f"{path}: data: write the path of the data directory")
    return Path(named)


def load_dialect(path: Path | None) -> Dialect:
    """A dialect as it stands under a channel; the standard for no file. Raises `ConfigError`."""
    return STANDARD if path is None else parse_dialect(read_yaml(path, _NO_DIALECT), str(path))


def read_yaml(path: Path, instead: str = "copy config.example.yaml and fill it in") -> object:
    """What a file holds, unchecked. ``instead``: what to do where there is none. Raises `ConfigError`."""
    try:
        if path.stat().st_size > CONFIG_BYTES_MAX:
            raise ConfigError(f"{path}: larger than {CONFIG_BYTES_MAX:,} bytes; this cannot be a configuration")
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ConfigError(f"{path}: there is no such file; {instead}") from None
    except (OSError, UnicodeDecodeError) as failure:
        raise ConfigError(f"{path}: it cannot be read ({failure}); check its permissions and encoding") from None
    try:
        return yaml.load(text, _Loader)  # noqa: S506 - a safe one
    except RecursionError:
        raise ConfigError(f"{path}: it is nested too deeply; this cannot be a configuration") from None
    except yaml.YAMLError as wrong:
        mark = getattr(wrong, "problem_mark", None)
        line = f" line {mark.line + 1}" if mark is not None else ""
        raise ConfigError(f"{path}:{line} is not valid YAML ({getattr(wrong, 'problem', wrong)})") from None


class _Loader(yaml.SafeLoader):
    """Where YAML lets the last of two equal keys win, or has no words for a value, this one names the line."""

    def compose_mapping_node(self, anchor: Any) -> yaml.MappingNode:
        """A group whose keys differ: of two ``limits`` one would be no limit."""
        node: yaml.MappingNode = super().compose_mapping_node(anchor)
        seen: set[str] = set()
        for key, _ in node.value:
            name = str(key.value)
            if name in seen:
                raise ConstructorError(None, None, f"{name[:40]} is written twice; keep one of them", key.start_mark)
            seen.add(name)
        return node

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """A value that looks like a date or a number and is none."""
        try:
            return super().construct_object(node, deep)
        except ValueError as odd:
            raise ConstructorError(None, None, f"{odd}; {_QUOTES}", node.start_mark) from None


def _take_secrets(raw: object, but: str) -> list[str]:
    """Put each secret where something points to it; what is wrong with those that are not to be had."""
    wrong: list[str] = []
    for path in (path for path in SECRETS if path[0] != but):
        holder = raw
        for key in path[:-1]:
            holder = holder.get(key) if isinstance(holder, dict) else None
        if isinstance(holder, dict) and isinstance(holder.get(path[-1]), str):
            try:
                holder[path[-1]] = secret = _secret(".".join(path), holder[path[-1]])
                hide(secret)
            except ConfigError as missing:
                wrong.append(str(missing))
    return wrong


def _secret(key: str, pointer: str) -> str:
    source, _, place = pointer.partition(":")
    if source == "env" and place:
        if not os.environ.get(place):
            raise ConfigError(f"{key}: the environment variable {place} is not set; export it before starting")
        return _one_word(key, os.environ[place], f"the environment variable {place}")
    if source == "file" and place:
        path = Path(place).expanduser()
        return _one_word(key, _secret_file(key, path), str(path))
    raise ConfigError(f"{key}: a secret does not belong in this file; write env:NAME or file:PATH")


def _one_word(key: str, found: str, where: str) -> str:
    """What is no plain word cannot even be sent as a key: HTTP takes no line ends and no accents in a header."""
    words = found.split()
    if len(words) != 1 or not words[0].isascii():
        raise ConfigError(f"{key}: {where} must hold the secret and nothing else, a single plain word; copy it again")
    return words[0]


def _secret_file(key: str, path: Path) -> str:
    try:
        if os.name == "posix" and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise ConfigError(f"{key}: others can read {path}; run: chmod 600 {path}")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:  # its own words hold what could not be read
        raise ConfigError(f"{key}: {path} is not plain text; save it again as UTF-8") from None
    except OSError as failure:
        raise ConfigError(f"{key}: {path} cannot be read ({failure.strerror})") from None
