"""Give a piece what its neighbours lend it: the number of a label, the unit of a figure, what a bracket sets aside.

Separate from the walk that gives every piece its part by itself: these look at the whole row, one after the other,
and each only where the words without which it cannot happen were said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.reading.aside.annotated import notes_aside
from core.reading.aside.brackets import musings_aside, notes_of_targets
from core.reading.aside.fields import (
    DATED,
    lots_of_a_side,
    short_dates_aside,
)
from core.reading.aside.gauges import (
    crosses_of_averages,
    now_aside_of_its_line,
)
from core.reading.aside.lots import BARE, bare_lots_aside
from core.reading.aside.notes import (
    counts_of_sides_aside,
    reckonings_aside,
)
from core.reading.aside.quotes import now_aside
from core.reading.aside.remarks import (
    levelled_sides,
    orders_joined,
    profit_taken_of_a_side,
    pullbacks_to_a_price,
    ratios_aside,
)
from core.reading.aside.restated import averages_of_the_entries
from core.reading.aside.sums import SIGNS, sums_on_a_line
from core.reading.aside.trappings import (
    entered_sides,
)
from core.reading.lexing.aims import (
    either_side_aside,
    levels_in_points,
)
from core.reading.lexing.behind_prices import (
    lone_labels_behind,
    runners_named_by_a_price,
    runners_of_placed_targets,
)
from core.reading.lexing.counts import (
    HANDLE,
    handles_aside,
)
from core.reading.lexing.exits import exits_as_stops
from core.reading.lexing.hints import ASKS, DUE, DUE_UNPRICED, GATES, GATES_UNPRICED, LOANS
from core.reading.lexing.labels import (
    labels_behind_their_prices,
    levers_behind,
    sought_prices,
)
from core.reading.lexing.resting import resting_exits
from core.reading.lexing.sales import sales_of_a_share
from core.reading.lexing.spacing import SPACED, thousands_behind_a_comma, thousands_by_space
from core.reading.lexing.spots import spots_aside
from core.reading.lexing.steps import (
    CHOSEN,
    PLANNED,
    THEMSELVES,
    choices_aside,
    reached_as_conditions,
    steps_as_conditions,
    unfilled_as_idle,
)
from core.reading.lexing.stop_lines import ends_of_the_idea, lines_turned
from core.reading.lexing.stops import beyond_as_orders, breaks_as_orders
from core.reading.lexing.trailing import runs_before_their_labels
from core.reading.lexing.twofold import sides_of_one_trade
from core.reading.lexing.ways_out import LEAVING, LISTED_EXITS, points_counted, ways_out_as_targets
from core.reading.names.heads import names_again, words_above_a_form
from core.reading.names.naming import CODED, shares_of_the_board
from core.reading.pieces.piece import (
    RANKED,
    SHARED,
    Lexeme,
    held_targets,
    ordinals_counted,
    units_backward,
)
from core.reading.roles import ROLE, Role

_ENTERED = frozenset((Role.ENTRY, Role.STOP, Role.TARGET))
_WAYS_IN = (Role.ENTRY, Role.LIMIT)
_SIDES, _BEYOND = (Role.BUY, Role.SELL), (Role.ABOVE, Role.BELOW)


def lent(pieces: list[Lexeme], said: frozenset[str], lower: str) -> list[Lexeme]:
    """The row once its neighbours have helped; ``said``: its words, ``lower``: its text in small letters."""
    roles = {p.role for p in pieces}
    han = "" if lower.isascii() else lower
    priced = ROLE.PRICE in roles
    if priced and not SHARED.isdisjoint(roles):
        pieces = units_backward(pieces)
    if priced:
        pieces = _as_written(pieces, lower)
    given = roles
    if not RANKED.isdisjoint(said) or "第" in han:
        pieces = ordinals_counted(pieces)
        given = {p.role for p in pieces}
    hints = said & (GATES if priced else GATES_UNPRICED)
    if hints:
        pieces = _hinted(pieces, hints, DUE if priced else DUE_UNPRICED, given)
    pieces = notes_aside(notes_of_targets(pieces, lower), roles)
    pieces = spots_aside(words_above_a_form(names_again(pieces, roles), roles), roles)
    if priced and ROLE.LEVERAGE in roles:
        pieces = levers_behind(pieces)
    if ROLE.RATIO in roles:
        pieces = reckonings_aside(ratios_aside(pieces))
    if roles >= _ENTERED and not roles.isdisjoint(_SIDES):
        pieces = lots_of_a_side(entered_sides(pieces))
    if priced and ")" in said and (ROLE.ANALYSIS in roles or ROLE.IF in roles):
        pieces = musings_aside(pieces)
    if priced and ROLE.MARKET in roles:
        pieces = _market_aside(pieces, roles)
    if priced and ROLE.STOP in roles and roles.issuperset(_SIDES):
        pieces = sides_of_one_trade(counts_of_sides_aside(either_side_aside(pieces)))
    if priced and not roles.isdisjoint(_SIDES):
        pieces = _placed_by_a_side(pieces, roles)
    if priced and ROLE.TARGET in roles and ROLE.STOP not in roles and not roles.isdisjoint(_SIDES):
        pieces = exits_as_stops(pieces)
    if roles >= LISTED_EXITS and (not roles.isdisjoint(LEAVING) or roles.issuperset(_SIDES)):
        pieces = ways_out_as_targets(pieces)
    if priced and ROLE.STOP in roles and ROLE.LINE in roles and ("usd" in lower or not SIGNS.isdisjoint(said)):
        pieces = sums_on_a_line(pieces)
    if roles >= CHOSEN:
        pieces = choices_aside(pieces)
    if roles >= PLANNED:
        pieces = steps_as_conditions(pieces)
    if ROLE.IF in roles and (ROLE.CANCEL in roles or ROLE.REMOVE in roles) and _orders_alone(roles):
        pieces = unfilled_as_idle(pieces)
    if ROLE.HOLD in roles and ROLE.TARGET in roles:
        pieces = held_targets(pieces)
    if han:
        pieces = _lent_in_other_letters(pieces, han)
    return _turned(pieces, roles) if priced else pieces


def _orders_alone(roles: set[Role]) -> bool:
    """ "Delete it if it has not filled, SL to BE": beside a stop only where it can be no rule of a call."""
    return ROLE.STOP not in roles or roles.isdisjoint(_SIDES) or ROLE.PRICE not in roles


def _turned(pieces: list[Lexeme], roles: set[Role]) -> list[Lexeme]:
    if ROLE.CANCEL in roles:
        pieces = ends_of_the_idea(pieces)
    if ROLE.STOP not in roles:
        return pieces
    if ROLE.LINE in roles and not roles.isdisjoint(_WAYS_IN):
        pieces = lines_turned(pieces)
    if ROLE.CROSS in roles:
        pieces = crosses_of_averages(pieces)
    if ROLE.RUNNER in roles and ROLE.TARGET in roles:
        pieces = runners_named_by_a_price(runners_of_placed_targets(pieces))
    turned = labels_behind_their_prices(pieces)
    return lone_labels_behind(pieces) if turned is pieces and not roles.isdisjoint(_SIDES) else turned


def _hinted(
    pieces: list[Lexeme], hints: frozenset[str], allowed: Mapping[str, Sequence[int]], given: set[Role]
) -> list[Lexeme]:
    """What is due by the words that were said, where the parts are ``given`` as well that it asks for."""
    for number in sorted({number for hint in hints for number in allowed[hint]}):
        all_of, one_of = ASKS[number]
        if all_of <= given and not (one_of and one_of.isdisjoint(given)):
            before = pieces[:]
            pieces = LOANS[number][1](pieces)
            if pieces != before:
                given = {p.role for p in pieces}
    return pieces


def _as_written(pieces: list[Lexeme], lower: str) -> list[Lexeme]:
    if SPACED.search(lower):
        pieces = thousands_behind_a_comma(thousands_by_space(pieces))
    if DATED.search(lower):
        pieces = short_dates_aside(pieces)
    if BARE.search(lower):
        pieces = bare_lots_aside(pieces)
    if CODED.search(lower):
        pieces = shares_of_the_board(pieces)
    return handles_aside(pieces) if HANDLE.search(lower) else pieces


def _placed_by_a_side(pieces: list[Lexeme], roles: set[Role]) -> list[Lexeme]:
    if not roles.isdisjoint(_BEYOND):
        pieces = beyond_as_orders(pieces)
    return levels_in_points(pieces) if ROLE.DISTANCE in roles else pieces


def _market_aside(pieces: list[Lexeme], roles: set[Role]) -> list[Lexeme]:
    pieces = pieces if roles.isdisjoint(_SIDES) else now_aside(pieces)
    return now_aside_of_its_line(pieces) if ROLE.ENTRY in roles else pieces


def _lent_in_other_letters(pieces: list[Lexeme], lower: str) -> list[Lexeme]:
    if "止盈" in lower:
        pieces = runs_before_their_labels(pieces)
    if "回" in lower or "反" in lower:
        pieces = pullbacks_to_a_price(pieces)
    if "破" in lower:
        pieces = breaks_as_orders(pieces)
    if "看" in lower:
        pieces = sought_prices(pieces)
    if any(word in lower for word in THEMSELVES):
        pieces = reached_as_conditions(pieces)
    if "卖" in lower or "抛" in lower:
        pieces = sales_of_a_share(pieces)
    if "平" in lower:
        pieces = levelled_sides(pieces)
    if "点位" in lower:
        pieces = points_counted(pieces)
    if "均" in lower:
        pieces = averages_of_the_entries(pieces)
    if "挂" in lower and "止盈" in lower:
        pieces = resting_exits(pieces)
    if "止盈" in lower:
        pieces = profit_taken_of_a_side(pieces)
    return orders_joined(pieces) if "\u0648" in lower else pieces
