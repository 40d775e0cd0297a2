"""Give a piece what its neighbours lend it: the number of a label, the unit of a figure, what a bracket sets aside.

Separate from the walk that gives every piece its part by itself: these look at the whole row, one after the other,
and each only where the words without which it cannot happen were said.
"""

from __future__ import annotations

from collections.abc import Callable

from core.reading.aims import (
    LIMIT,
    POINTS,
    TOWARDS,
    aimed_prices,
    either_side_aside,
    labels_in_brackets,
    levels_in_points,
    limits_as_targets,
    points_as_targets,
    sides_as_headings,
    targets_of_a_side,
)
from core.reading.counts import (
    GOALS,
    HANDLE,
    bracketed_indexes,
    counted_goals,
    counted_targets,
    handles_aside,
)
from core.reading.exits import LEAVES, exits_as_stops, exits_named, out_of_named
from core.reading.fields import (
    DATED,
    EVENED,
    FORMED,
    LIQUIDATED,
    ROOMED,
    evened_at,
    forms_aside,
    liquidations_aside,
    lots_of_a_side,
    rooms_aside,
    short_dates_aside,
)
from core.reading.gauges import (
    CHARTED,
    DAYS,
    GAUGES,
    GRADES,
    OUTCOMES,
    SWINGS,
    changes_aside,
    charted_beside_a_level,
    gains_aside,
    gauges_aside,
    grades_aside,
    now_aside_of_its_line,
    swings_aside,
)
from core.reading.labels import (
    ASKED,
    CHEERS,
    EXITS,
    PICTURED,
    SEEKERS,
    al_as_buy,
    asked_as_later,
    candles_as_stop,
    cheers_as_ticks,
    exits_as_labels,
    labels_behind_their_prices,
    letters_as_sides,
    levers_behind,
    or_as_gold,
    s_as_stop,
    signs_as_labels,
    sought_prices,
    ticks_as_targets,
)
from core.reading.listed_lines import FIRST, counts_of_lines
from core.reading.naming import ALSO_COINS, coins_at_their_price
from core.reading.notes import (
    AVERAGES,
    FRAMES,
    ODDS,
    OFFSETS,
    PERIODS,
    SCORES,
    averages_aside,
    exact_in_brackets,
    frames_as_times,
    notes_on_an_entry,
    odds_aside,
    offsets_aside,
    periods_aside,
    scores_aside,
)
from core.reading.outcomes import NAMING, STAGES, stages_as_targets, words_as_labels
from core.reading.pieces import (
    NUMBERED,
    RANKED,
    SHARED,
    Lexeme,
    from_behind,
    held_targets,
    no_as_negation,
    numbered_headings,
    ordinals_counted,
    signed_notes,
    takes_aside,
    units_backward,
)
from core.reading.quotes import QUOTING, now_aside, quotes_aside
from core.reading.ranges import DASHES, ranges_over_lines
from core.reading.remarks import (
    CLOSING,
    COMMENTS,
    DOLLARS,
    INDICATORS,
    MONTHS,
    NUMBERS,
    PER,
    SHARED_WORDS,
    VOLUMES,
    bars_aside,
    closes_at_the_stop,
    comments_aside,
    dates_aside,
    differences_aside,
    indicators_aside,
    levelled_sides,
    lots_aside,
    musings_aside,
    numbers_counted,
    orders_joined,
    profit_taken_of_a_side,
    pullbacks_to_a_price,
    ratios_aside,
    sums_aside,
    volumes_aside,
    words_of_two_tongues,
)
from core.reading.restated import (
    CORRECTED,
    RECKONED,
    SIGNED,
    TICKETED,
    corrections_of_a_market,
    gains_in_money,
    gains_of_the_stop,
    reckoned_aside,
    tables_aside,
    tickets_aside,
)
from core.reading.roles import ROLE, Role
from core.reading.sales import SELLING, SHEDS, sales_of_a_share, sheds_of_a_name
from core.reading.spacing import SPACED, thousands_by_space
from core.reading.steps import (
    CHOSEN,
    PLANNED,
    THEMSELVES,
    choices_aside,
    reached_as_conditions,
    steps_as_conditions,
    unfilled_as_idle,
)
from core.reading.stops import STOPPING, candles_counted, stops_as_orders
from core.reading.strikes import OPTIONS, strikes_named
from core.reading.sums import SIGNS, sums_on_a_line
from core.reading.syllables import SPOKEN, syllables_as_verbs
from core.reading.tables import LOTS
from core.reading.trappings import (
    ASSENTS,
    BANKROLLS,
    DENIALS,
    FORMERLY,
    HERE,
    INSTEAD,
    PASTED,
    STAKED,
    STATUSES,
    WICKS,
    bankrolls_aside,
    denied_fields,
    entered_sides,
    former_aside,
    here_as_market,
    lots_counted,
    pasted_heads,
    replaced_aside,
    shares_apart,
    stakes_aside,
    stakes_in_brackets,
    statuses_aside,
    wicks_aside,
)

_ENTERED = frozenset((Role.ENTRY, Role.STOP, Role.TARGET))
_SIDES = (Role.BUY, Role.SELL)


def lent(pieces: list[Lexeme], said: frozenset[str], lower: str) -> list[Lexeme]:
    """The row once its neighbours have helped; ``said``: its words, ``lower``: its text in small letters."""
    roles = {p.role for p in pieces}
    han = "" if lower.isascii() else lower
    priced = ROLE.PRICE in roles
    if priced and not SHARED.isdisjoint(roles):
        pieces = units_backward(pieces)
    if priced:
        pieces = _as_written(pieces, lower)
    if not RANKED.isdisjoint(said) or "第" in han:
        pieces = ordinals_counted(pieces)
    hints = _GATES & said
    if hints:
        due = {number for hint in hints for number in (_DUE if priced else _DUE_UNPRICED)[hint]}
        for number in sorted(due):
            pieces = _LOANS[number][1](pieces)
    if priced and ROLE.LEVERAGE in roles:
        pieces = levers_behind(pieces)
    if ROLE.RATIO in roles:
        pieces = ratios_aside(pieces)
    if roles >= _ENTERED and not roles.isdisjoint(_SIDES):
        pieces = lots_of_a_side(entered_sides(pieces))
    if priced and ")" in said and (ROLE.ANALYSIS in roles or ROLE.IF in roles):
        pieces = musings_aside(pieces)
    if priced and ROLE.MARKET in roles:
        pieces = _market_aside(pieces, roles)
    if priced and ROLE.STOP in roles and roles.issuperset(_SIDES):
        pieces = sides_as_headings(either_side_aside(pieces))
    if priced and not roles.isdisjoint(_SIDES) and ROLE.DISTANCE in roles:
        pieces = levels_in_points(pieces)
    if priced and ROLE.TARGET in roles and ROLE.STOP not in roles and not roles.isdisjoint(_SIDES):
        pieces = exits_as_stops(pieces)
    if priced and ROLE.STOP in roles and ROLE.LINE in roles and ("usd" in lower or not SIGNS.isdisjoint(said)):
        pieces = sums_on_a_line(pieces)
    if roles >= CHOSEN:
        pieces = choices_aside(pieces)
    if roles >= PLANNED:
        pieces = steps_as_conditions(pieces)
    if ROLE.IF in roles and ROLE.STOP not in roles and (ROLE.CANCEL in roles or ROLE.REMOVE in roles):
        pieces = unfilled_as_idle(pieces)
    if ROLE.HOLD in roles and ROLE.TARGET in roles:
        pieces = held_targets(pieces)
    if han:
        pieces = _lent_in_other_letters(pieces, han)
    return labels_behind_their_prices(pieces) if priced and ROLE.STOP in roles else pieces


def _as_written(pieces: list[Lexeme], lower: str) -> list[Lexeme]:
    if SPACED.search(lower):
        pieces = thousands_by_space(pieces)
    if DATED.search(lower):
        pieces = short_dates_aside(pieces)
    return handles_aside(pieces) if HANDLE.search(lower) else pieces


def _market_aside(pieces: list[Lexeme], roles: set[Role]) -> list[Lexeme]:
    pieces = pieces if roles.isdisjoint(_SIDES) else now_aside(pieces)
    return now_aside_of_its_line(pieces) if ROLE.ENTRY in roles else pieces


def _lent_in_other_letters(pieces: list[Lexeme], lower: str) -> list[Lexeme]:
    if "回" in lower or "反" in lower:
        pieces = pullbacks_to_a_price(pieces)
    if "看" in lower:
        pieces = sought_prices(pieces)
    if any(word in lower for word in THEMSELVES):
        pieces = reached_as_conditions(pieces)
    if "卖" in lower or "抛" in lower:
        pieces = sales_of_a_share(pieces)
    if "平" in lower:
        pieces = levelled_sides(pieces)
    if "止盈" in lower:
        pieces = profit_taken_of_a_side(pieces)
    return orders_joined(pieces) if "\u0648" in lower else pieces


_LOANS: tuple[tuple[frozenset[str], Callable[[list[Lexeme]], list[Lexeme]]], ...] = (
    (NUMBERED, numbered_headings),
    (frozenset("+"), signed_notes),
    (NUMBERS | {"№", "#"}, numbers_counted),
    (frozenset(("no",)), no_as_negation),
    (SEEKERS, sought_prices),
    (frozenset(("all",)), counted_targets),
    (frozenset(("se",)), from_behind),
    (frozenset(("take",)), takes_aside),
    (EXITS, exits_as_labels),
    (OPTIONS, strikes_named),
    (LEAVES, exits_named),
    (frozenset(("out",)), out_of_named),
    (SELLING, sales_of_a_share),
    (SHEDS, sheds_of_a_name),
    (frozenset(("s",)), s_as_stop),
    (frozenset(("l", "s")), letters_as_sides),
    (frozenset(("al",)), al_as_buy),
    (frozenset(("or",)), or_as_gold),
    (frozenset(("close", "closes", "closing")), candles_as_stop),
    (frozenset((")", "]")), bracketed_indexes),
    (frozenset((")",)), stakes_in_brackets),
    (frozenset(("/", "size")), shares_apart),
    (GOALS, counted_goals),
    (PICTURED, signs_as_labels),
    (NAMING, words_as_labels),
    (STAGES, stages_as_targets),
    (frozenset("✅☑✔"), ticks_as_targets),
    (ASKED, asked_as_later),
    (SHARED_WORDS, words_of_two_tongues),
    (SPOKEN, syllables_as_verbs),
    (CHEERS, cheers_as_ticks),
    (frozenset(("close",)), bars_aside),
    (CLOSING, candles_counted),
    (CLOSING, closes_at_the_stop),
    (STOPPING, stops_as_orders),
    (DASHES, ranges_over_lines),
    (ALSO_COINS, coins_at_their_price),
    (FIRST, counts_of_lines),
    (FORMED, forms_aside),
    (ROOMED, rooms_aside),
    (LIQUIDATED, liquidations_aside),
    (EVENED, evened_at),
    (INDICATORS, indicators_aside),
    (AVERAGES, averages_aside),
    (OFFSETS, offsets_aside),
    (ODDS, odds_aside),
    (FRAMES, frames_as_times),
    (SCORES, scores_aside),
    (PERIODS, periods_aside),
    (RECKONED, reckoned_aside),
    (SIGNED, gains_in_money),
    (SIGNED, gains_of_the_stop),
    (RECKONED, tables_aside),
    (CORRECTED, corrections_of_a_market),
    (TICKETED, tickets_aside),
    (GAUGES, gauges_aside),
    (GRADES, grades_aside),
    (DAYS, changes_aside),
    (SWINGS, swings_aside),
    (frozenset(word.split()[0] for word in CHARTED), charted_beside_a_level),
    (OUTCOMES, gains_aside),
    (PER, lots_aside),
    (VOLUMES, volumes_aside),
    (DOLLARS, sums_aside),
    (frozenset((")", "]")), exact_in_brackets),
    (frozenset((")",)), notes_on_an_entry),
    (frozenset((")", "]")), differences_aside),
    (QUOTING, quotes_aside),
    (MONTHS, dates_aside),
    (COMMENTS, comments_aside),
    (PASTED, pasted_heads),
    (STAKED, stakes_aside),
    (BANKROLLS, bankrolls_aside),
    (WICKS, wicks_aside),
    (LOTS.words, lots_counted),
    (INSTEAD | {"not"}, replaced_aside),
    (FORMERLY, former_aside),
    (frozenset(("target", "targets")), targets_of_a_side),
    (TOWARDS, aimed_prices),
    (frozenset((LIMIT,)), limits_as_targets),
    (POINTS, points_as_targets),
    (frozenset((")",)), labels_in_brackets),
    (HERE, here_as_market),
    (DENIALS | ASSENTS, denied_fields),
    (STATUSES, statuses_aside),
)
"""What neighbours lend each other, in order, and the words without which it cannot happen."""
_GATES: frozenset[str] = frozenset().union(*(words for words, _ in _LOANS))
_AT_A_PRICE = frozenset(
    (
        *(numbered_headings, signed_notes, numbers_counted, sought_prices, counted_targets, from_behind),
        *(exits_as_labels, s_as_stop, letters_as_sides, candles_as_stop, bracketed_indexes, signs_as_labels),
        *(words_as_labels, ticks_as_targets, bars_aside, closes_at_the_stop, indicators_aside, lots_aside),
        *(sums_aside, differences_aside, quotes_aside, comments_aside, stakes_aside, stakes_in_brackets),
        *(
            bankrolls_aside,
            wicks_aside,
            replaced_aside,
            former_aside,
            shares_apart,
            averages_aside,
            offsets_aside,
            frames_as_times,
        ),
        *(scores_aside, periods_aside, exact_in_brackets, reckoned_aside, gains_in_money, tables_aside, tickets_aside),
        *(notes_on_an_entry, odds_aside, gauges_aside, grades_aside, stages_as_targets, charted_beside_a_level),
        *(candles_counted, stops_as_orders, counts_of_lines, ranges_over_lines, rooms_aside, liquidations_aside),
        evened_at,
    )
)
"""Those that say what a price is for: most follow-ups hold none."""
_DUE = {word: tuple(n for n, (words, _) in enumerate(_LOANS) if word in words) for word in _GATES}
"""Which of them a word allows, by their numbers."""
_DUE_UNPRICED = {word: tuple(n for n in due if _LOANS[n][1] not in _AT_A_PRICE) for word, due in _DUE.items()}
