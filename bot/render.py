"""How a figure, a price, a time or a whole message looks on a phone.

Separate because it is pure and because it is the one place where text becomes markup: everything
else in the chat speaks `Rich`, a row of spans, so that no channel's words can ever be read as a tag
(fault U08), cut one in half, or exceed what Telegram takes (fault U09).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, tzinfo
from decimal import ROUND_HALF_EVEN, Context, Decimal
from enum import StrEnum
from itertools import groupby

from core.vocabulary import ChannelId, UserId

TEXT_UNITS_MAX = 4096
"""Telegram's bound on a message, in UTF-16 units after the markup is taken away."""
SPANS_MAX = 90
"""Telegram takes 100 entities a message and drops the rest; it may find links and commands itself."""
TOAST_MAX = 200
"""Telegram's bound on the words that answer a tap."""

_WIDE = Context(prec=60)
_ELLIPSIS = "…"
_UNFIT = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

_FIT = {"\t": " "}
_AUTHORITY = re.compile(r"(\bby |\bfor |\b)(?:(user|channel):(-?[0-9]{1,20})\b|rule:(?=\w))", re.ASCII)


class Style(StrEnum):
    """How a span is set; the value is Telegram's tags, the outermost first."""

    PLAIN = ""
    BOLD = "b"
    ITALIC = "i"
    CODE = "code"
    PRE = "pre"
    UNDERLINE = "u"
    HEAVY = "b u"
    STRUCK = "s"


@dataclass(frozen=True, slots=True)
class Span:
    """``quoted``: somebody else's words; neighbours that are make one quotation."""

    text: str
    style: Style = Style.PLAIN
    quoted: bool = False

    @property
    def entities(self) -> int:
        """How many of Telegram's entities it takes beside the quotation."""
        return len(self.style.split())


@dataclass(frozen=True, slots=True)
class Rich:
    """A text whose markup cannot be broken, because it holds none."""

    spans: tuple[Span, ...] = ()

    def __add__(self, other: Rich | str) -> Rich:
        return rich(self, other)

    def __bool__(self) -> bool:
        return any(span.text.strip() for span in self.spans)


@dataclass(frozen=True, slots=True)
class Look:
    """What every screen needs to know about its reader: the venue profile, the money, the clock on the wall."""

    venue: str
    currency: str = "USDT"
    zone: tzinfo = UTC
    user: UserId | None = None
    titles: Mapping[ChannelId, str] = field(default_factory=dict)

    @property
    def on_paper(self) -> bool:
        """No real money: the profile says so, in the brackets behind its name where it has them.

        The name is its owner's: an account called "paper" may well be one of real money.
        """
        kind = self.venue.rpartition("(")[2].lower()
        return any(word in kind for word in ("paper", "demo", "testnet", "sandbox"))

    def who(self, by: str) -> str:
        """ "user:42" as a person reads it."""
        return "you" if by == f"user:{self.user}" else self.said(by) or "nobody"

    def said(self, text: str) -> str:
        """Our own words with people and channels by their names: the journal writes "user:42", "channel:-100…"."""
        return _AUTHORITY.sub(self._named, text)

    def _named(self, found: re.Match[str]) -> str:
        before, kind, id_ = found.groups()
        if kind == "user":
            return before + ("you" if before and id_ == str(self.user) else f"user {id_}")
        return before + self.titles.get(ChannelId(id_), f"channel {id_}") if kind == "channel" else before


def rich(*parts: Rich | Span | str) -> Rich:
    """Join parts as they stand."""
    spans: list[Span] = []
    for part in parts:
        if isinstance(part, Rich):
            spans.extend(part.spans)
        elif isinstance(part, Span):
            spans.append(part)
        else:
            spans.append(Span(part))
    return Rich(tuple(spans))


def lines(*parts: Rich | Span | str | None) -> Rich:
    """One part a line; None is left out, an empty text is an empty line."""
    kept = [part for part in parts if part is not None]
    joined: list[Rich | Span | str] = []
    for number, part in enumerate(kept):
        joined.extend(("\n", part) if number else (part,))
    return rich(*joined)


def bold(text: str) -> Span:
    return Span(text, Style.BOLD)


def italic(text: str) -> Span:
    return Span(text, Style.ITALIC)


def code(text: str) -> Span:
    """Monospace; a tap copies it."""
    return Span(text, Style.CODE)


def block(rows: Iterable[str]) -> Span:
    """Monospace lines whose columns hold."""
    return Span("\n".join(rows), Style.PRE)


def quote(text: str) -> Span:
    """Somebody else's words."""
    return Span(text, quoted=True)


def utf16(text: str) -> int:
    """How long Telegram counts ``text``."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def shorten(text: str, units: int) -> str:
    """At most ``units`` UTF-16 units of ``text``, with an ellipsis where it was cut."""
    if utf16(text) <= units:
        return text
    kept: list[str] = []
    left = units - 1
    for char in text:
        left -= 2 if char > "\uffff" else 1
        if left < 0:
            break
        kept.append(char)
    return "".join(kept).rstrip() + _ELLIPSIS if units > 0 else ""


def clean(text: str) -> str:
    """Without what Telegram or UTF-8 cannot carry: half surrogates and control characters; a tab is a space there."""
    return _UNFIT.sub(lambda found: _FIT.get(found[0], "\ufffd" if found[0] >= "\ud800" else ""), text)


def fit(text: Rich, units: int = TEXT_UNITS_MAX) -> Rich:
    """The same text within Telegram's bounds: the longest parts give way first."""
    spans = [replace(span, text=clean(span.text)) for span in text.spans]
    spans = [span for span in spans if span.text]
    sizes = [utf16(span.text) for span in spans]
    while (over := sum(sizes) - units) > 0:
        longest = max(range(len(sizes)), key=sizes.__getitem__)
        size = max(24, sizes[longest] - over - 1)
        if size >= sizes[longest]:
            # Nothing long is left: there are simply too many parts, so the end goes.
            spans.pop()
            sizes.pop()
            continue
        spans[longest] = replace(spans[longest], text=shorten(spans[longest].text, size))
        sizes[longest] = utf16(spans[longest].text)
    styled = len([quoted for quoted, _ in groupby(spans, lambda span: span.quoted) if quoted])
    for number, span in enumerate(spans):
        # Whitespace alone cannot be an entity.
        styled += span.entities
        if span.style is not Style.PLAIN and (styled > SPANS_MAX or not span.text.strip()):
            spans[number] = replace(span, style=Style.PLAIN)
    fitted = Rich(tuple(spans))
    return fitted if fitted else Rich((Span(_ELLIPSIS),))


def to_html(text: Rich) -> str:
    """Telegram's HTML. The only place where anything is escaped."""
    runs = groupby(fit(text).spans, lambda span: span.quoted)
    return "".join(_run("".join(map(_tagged, spans)), quoted) for quoted, spans in runs)


def _run(words: str, quoted: bool) -> str:
    return f"<blockquote expandable>{words}</blockquote>" if quoted else words


def _tagged(span: Span) -> str:
    words = html.escape(span.text, quote=False)
    for tag in reversed(span.style.split()):
        words = f"<{tag}>{words}</{tag}>"
    return words


def to_plain(text: Rich) -> str:
    """The same words without markup: what is sent when Telegram refuses the markup."""
    return "".join(span.text for span in fit(text).spans)


def stamped(text: Rich, look: Look) -> Rich:
    """With names for ids, and the venue profile under it: nobody should mistake paper for money, or money for paper."""
    profile = f"{look.venue} · paper money" if look.on_paper and "paper" not in look.venue.lower() else look.venue
    text = Rich(tuple(span if span.quoted else replace(span, text=look.said(span.text)) for span in text.spans))
    foot = rich("\n", italic(f"· {shorten(clean(profile), 60)}"))
    return fit(text, TEXT_UNITS_MAX - sum(utf16(span.text) for span in foot.spans)) + foot


# --- figures ------------------------------------------------------------------------------------


def number(value: Decimal, places: int | None = None) -> str:
    """With thousands; ``places`` None: as many as it has, at most eight, without idle zeros."""
    if not value.is_finite():
        return "?"
    if abs(value.adjusted()) > 15 and value:
        return f"{value:.3E}"
    step = Decimal(1).scaleb(-(8 if places is None else places))
    rounded = value.quantize(step, ROUND_HALF_EVEN, _WIDE)
    text = f"{rounded if rounded else abs(rounded):,f}"
    return text.rstrip("0").rstrip(".") if places is None and "." in text else text


def price(value: Decimal) -> str:
    """Seven significant figures, at least two decimals' worth: enough for 65,000.12 and for 0.00001234."""
    if not value.is_finite() or not value:
        return "?" if not value.is_finite() else "0"
    if abs(value.adjusted()) > 15:
        return f"{value:.3E}"
    places = max(2, 6 - value.adjusted())
    text = number(value, places)
    return text.rstrip("0").rstrip(".") if "." in text else text


def money(value: Decimal | None, look: Look) -> str:
    """ "1,234.50 USDT"; None is "not known", never zero."""
    return "not known" if value is None else f"{number(value, 2)} {look.currency}"


def gain(value: Decimal | None, look: Look) -> str:
    """ "+12.40 USDT": a profit or a loss, with its sign."""
    return "not known" if value is None else f"{_sign(value, 2)}{number(value, 2)} {look.currency}"


def in_r(value: Decimal) -> str:
    """ "+1.20R": in units of the risk first taken."""
    return f"{_sign(value, 2)}{number(value, 2)}R"


def percent(value: Decimal | None, places: int = 2) -> str:
    return "?" if value is None else f"{number(value, places)}%"


def change(value: Decimal) -> str:
    """ "+0.35%" """
    return f"{_sign(value, 2)}{number(value, 2)}%"


def _sign(value: Decimal, places: int) -> str:
    return "+" if value.is_finite() and value >= Decimal(5).scaleb(-places - 1) else ""


def arrow(value: Decimal) -> str:
    return "▼" if value < 0 else "▲"


# --- times --------------------------------------------------------------------------------------


def clock_time(at: datetime | None, look: Look, now: datetime | None = None) -> str:
    """ "14:03:20" in the reader's zone, with the date when it is not today's; None: "never"."""
    if at is None:
        return "never"
    local = at.astimezone(look.zone)
    same_day = now is None or now.astimezone(look.zone).date() == local.date()
    return f"{local:%H:%M:%S}" if same_day else f"{local:%d %b %H:%M}"


def ago(at: datetime | None, now: datetime) -> str:
    """ "12 s ago", "never" when it never was."""
    return "never" if at is None else f"{span_of(now - at)} ago"


def span_of(length: timedelta) -> str:
    """ "45 s", "12 min", "3 h 10 min", "2 d 4 h"; what is over reads "0 s"."""
    seconds = max(0, int(length.total_seconds()))
    if seconds < 120:
        return f"{seconds} s"
    if seconds < 7200:
        return f"{seconds // 60} min"
    if seconds < 172_800:
        return f"{seconds // 3600} h {seconds % 3600 // 60} min"
    return f"{seconds // 86_400} d {seconds % 86_400 // 3600} h"


# --- drawings -----------------------------------------------------------------------------------


def bar(used: Decimal, allowed: Decimal, width: int = 12) -> str:
    """How much of a limit is used; anything used shows, and only a full one looks full."""
    if allowed <= 0 or not (used.is_finite() and allowed.is_finite()):
        return "█" * width
    share = min(max(used / allowed, Decimal(0)), Decimal(1))
    filled = int(share * width)
    if share > 0 and not filled:
        filled = 1
    return "█" * filled + "░" * (width - filled)


def columns(rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> list[str]:
    """Lay cells out in columns, those of ``right`` to the right."""
    if not rows:
        return []
    widths = [max(len(row[column]) for row in rows if column < len(row)) for column in range(max(map(len, rows)))]
    return [
        " ".join(
            cell.rjust(widths[column]) if column in right else cell.ljust(widths[column])
            for column, cell in enumerate(row)
        ).rstrip()
        for row in rows
    ]
