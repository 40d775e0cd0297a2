"""What makes a loan due: what a piece may lend its neighbours is looked for only where its words and parts are.

Separate from `loans`, which goes from one to the next: these are the tables, of the words without one of which
nothing is lent, and of the parts that must be there besides.
"""

from __future__ import annotations

from collections.abc import Callable

from core.reading.aside.candles import CLOSING, bars_aside, closes_at_the_stop, closes_of_candles
from core.reading.aside.fields import (
    DROPPING,
    EVENED,
    FORMED,
    LIQUIDATED,
    ROOMED,
    evened_at,
    forms_aside,
    further_entries,
    liquidations_aside,
    rooms_aside,
)
from core.reading.aside.fractions import COUNTING, counts_aside
from core.reading.aside.gauges import (
    CHARTED,
    DAYS,
    FIBONACCI,
    GAUGES,
    GRADES,
    GROWTH,
    OUTCOMES,
    SWINGS,
    changes_aside,
    charted_beside_a_level,
    gains_aside,
    gauges_aside,
    grades_aside,
    multiples_aside,
    rates_of_sides_aside,
    ratios_of_fibonacci_aside,
    swings_aside,
)
from core.reading.aside.lots import SIZED, sizes_aside
from core.reading.aside.notes import (
    AVERAGES,
    FRAMES,
    MOVING,
    ODDS,
    OFFSETS,
    PERIODS,
    SCORES,
    SIGNALS,
    TERMS,
    VERSION,
    averages_aside,
    brackets_aside,
    counts_with_more_aside,
    frames_as_times,
    notes_on_an_entry,
    odds_aside,
    offsets_aside,
    periods_aside,
    scores_aside,
    signed_shares,
    slugs_aside,
    spans_aside,
    tallies_aside,
    targets_moved_by,
    terms_aside,
    versions_aside,
    years_aside,
)
from core.reading.aside.numbers_of_signals import numbered_signals
from core.reading.aside.parted import SHARED, parts_at_targets
from core.reading.aside.quotes import QUOTING, quotes_aside
from core.reading.aside.remarks import (
    COMMENTS,
    DOLLARS,
    INDICATORS,
    MONTHS,
    NUMBERS,
    PER,
    VOLUMES,
    comments_aside,
    dates_aside,
    differences_aside,
    indicators_aside,
    lots_aside,
    numbers_counted,
    sums_aside,
    volumes_aside,
)
from core.reading.aside.restated import (
    AVERAGE,
    CORRECTED,
    RECKONED,
    SIGNED,
    TICKETED,
    averages_of_the_entries,
    corrections_of_a_market,
    gains_in_money,
    gains_of_the_stop,
    reckoned_aside,
    tables_aside,
    tickets_aside,
)
from core.reading.aside.strikes import OPTIONS, strikes_named
from core.reading.aside.sums import IN_MONEY, sums_behind_levels
from core.reading.aside.trappings import (
    ASSENTS,
    BANKROLLS,
    COPIED,
    DENIALS,
    FORMERLY,
    HERE,
    INSTEAD,
    OWN,
    PASTED,
    STAKED,
    STATUSES,
    VIEWED,
    WICKS,
    bankrolls_aside,
    copyrights_aside,
    denied_fields,
    former_aside,
    here_as_market,
    own_setups_as_sides,
    pasted_heads,
    replaced_aside,
    shares_apart,
    stakes_aside,
    stakes_in_brackets,
    statuses_aside,
    views_aside,
    wicks_aside,
)
from core.reading.lexing.aims import (
    LIMIT,
    MOODS,
    POINTS,
    TOWARDS,
    aimed_prices,
    labels_in_brackets,
    limits_as_targets,
    moods_as_sides,
    points_as_targets,
    targets_of_a_side,
)
from core.reading.lexing.changes import CHANGES, changes_of_a_level
from core.reading.lexing.counts import (
    GOALS,
    SOARING,
    bracketed_indexes,
    counted_apart,
    counted_goals,
    counted_targets,
    soaring_targets,
)
from core.reading.lexing.denials import DENYING, MISSED, denials_of_nothing, missed_targets
from core.reading.lexing.exits import ENDED, LEAVES, exits_named, out_of_named
from core.reading.lexing.labels import (
    ASKED,
    CHEERS,
    EXITS,
    SEEKERS,
    al_as_buy,
    asked_as_later,
    candles_as_stop,
    cheers_as_ticks,
    exits_as_labels,
    letters_as_sides,
    s_as_stop,
    sought_prices,
    ticks_as_targets,
)
from core.reading.lexing.left_below import LOSES, exits_as_stops
from core.reading.lexing.listed_lines import FIRST, counts_of_lines
from core.reading.lexing.nearness import HOW_NEAR, nearness_aside
from core.reading.lexing.outcomes import NAMING, STAGES, stages_as_targets, words_as_labels
from core.reading.lexing.paired import PAIRED
from core.reading.lexing.pictures import PICTURED, signs_as_labels
from core.reading.lexing.placed import ORDERS, orders_in_a_place
from core.reading.lexing.ranges import DASHES, ranges_over_lines
from core.reading.lexing.reached import SUCCEEDED, succeeded_as_hit
from core.reading.lexing.sales import SELLING, SHEDS, sales_of_a_share, sheds_of_a_name
from core.reading.lexing.stops import BREAKS, STOPPING, breaks_as_orders, candles_counted, stops_as_orders
from core.reading.lexing.tongues import SHARED_WORDS, or_as_gold, words_of_two_tongues
from core.reading.lexing.twofold import AVERAGED, averages_of_a_trade
from core.reading.names.figures_as_names import FIGURES, figures_as_names
from core.reading.names.naming import (
    ALSO_COINS,
    WORDS_AS_HEADS,
    coins_at_their_price,
    short_pairs_in_company,
    words_heading_a_call,
)
from core.reading.pieces.piece import (
    NUMBERED,
    Lexeme,
    from_behind,
    holds_for_a_time,
    no_as_negation,
    numbered_headings,
    signed_notes,
    takes_aside,
)
from core.reading.pieces.syllables import SPOKEN, syllables_as_verbs
from core.reading.pieces.tables import TICKS
from core.reading.roles import Role
from core.reading.words.catalogue import SHORT
from core.reading.words.units import COUNTED_NOUNS

_Lend = Callable[[list[Lexeme]], list[Lexeme]]
LOANS: tuple[tuple[frozenset[str], _Lend], ...] = (
    (NUMBERED, numbered_headings),
    (frozenset("+"), signed_notes),
    (NUMBERS | {"№", "#"}, numbers_counted),
    (frozenset(("no",)), no_as_negation),
    (DENYING, denials_of_nothing),
    (MISSED, missed_targets),
    (AVERAGED, averages_of_a_trade),
    (SEEKERS, sought_prices),
    (frozenset(("all",)), counted_targets),
    (frozenset(("se",)), from_behind),
    (frozenset(("take",)), takes_aside),
    (frozenset(word.split()[0] for word in EXITS), exits_as_labels),
    (OPTIONS, strikes_named),
    (LEAVES, exits_named),
    (ENDED, out_of_named),
    (SELLING, sales_of_a_share),
    (SHEDS, sheds_of_a_name),
    (frozenset(("s",)), s_as_stop),
    (frozenset(("l", "s")), letters_as_sides),
    (frozenset(MOODS), moods_as_sides),
    (frozenset(("al",)), al_as_buy),
    (frozenset(("or",)), or_as_gold),
    (frozenset(("close", "closes", "closing")), candles_as_stop),
    (LOSES, exits_as_stops),
    (frozenset((")", "]")), bracketed_indexes),
    (frozenset((")",)), stakes_in_brackets),
    (frozenset(("/", "size")), shares_apart),
    (GOALS, counted_goals),
    (SOARING, soaring_targets),
    (COUNTED_NOUNS, counted_apart),
    (DROPPING, further_entries),
    (PICTURED, signs_as_labels),
    (NAMING, words_as_labels),
    (STAGES, stages_as_targets),
    (TICKS, ticks_as_targets),
    (ASKED, asked_as_later),
    (SHARED_WORDS, words_of_two_tongues),
    (SPOKEN, syllables_as_verbs),
    (CHEERS, cheers_as_ticks),
    (frozenset(("close",)), bars_aside),
    (CLOSING, closes_of_candles),
    (CLOSING, candles_counted),
    (CLOSING, closes_at_the_stop),
    (STOPPING, stops_as_orders),
    (BREAKS, breaks_as_orders),
    (DASHES, ranges_over_lines),
    (ALSO_COINS, coins_at_their_price),
    (WORDS_AS_HEADS, words_heading_a_call),
    (frozenset(SHORT), short_pairs_in_company),
    (FIRST, counts_of_lines),
    (FORMED, forms_aside),
    (ROOMED, rooms_aside),
    (LIQUIDATED, liquidations_aside),
    (EVENED, evened_at),
    (INDICATORS, indicators_aside),
    (AVERAGES, averages_aside),
    (frozenset((VERSION,)), versions_aside),
    (frozenset((MOVING,)), targets_moved_by),
    (OFFSETS, offsets_aside),
    (ODDS | {"1"}, odds_aside),
    (frozenset("%"), signed_shares),
    (frozenset("+"), spans_aside),
    (SIGNALS | {"setup", "trade", "call", "idea"}, numbered_signals),
    (TERMS, terms_aside),
    (FRAMES, frames_as_times),
    (SCORES, scores_aside),
    (PERIODS, periods_aside),
    (RECKONED, reckoned_aside),
    (OWN, own_setups_as_sides),
    (IN_MONEY, sums_behind_levels),
    (SIGNED, gains_in_money),
    (SIGNED, gains_of_the_stop),
    (RECKONED, tables_aside),
    (CORRECTED, corrections_of_a_market),
    (AVERAGE, averages_of_the_entries),
    (TICKETED, tickets_aside),
    (GAUGES, gauges_aside),
    (FIBONACCI, ratios_of_fibonacci_aside),
    (GRADES, grades_aside),
    (DAYS, changes_aside),
    (SWINGS, swings_aside),
    (frozenset(word.split()[0] for word in CHARTED), charted_beside_a_level),
    (OUTCOMES, gains_aside),
    (frozenset("%"), rates_of_sides_aside),
    (PER, lots_aside),
    (VOLUMES, volumes_aside),
    (FIGURES, figures_as_names),
    (DOLLARS, sums_aside),
    (frozenset((")", "]")), brackets_aside),
    (frozenset((")",)), notes_on_an_entry),
    (frozenset(("(",)), tallies_aside),
    (COUNTING, counts_aside),
    (frozenset(("(",)), slugs_aside),
    (GROWTH, multiples_aside),
    (frozenset("+"), counts_with_more_aside),
    (MONTHS, years_aside),
    (frozenset((")", "]")), differences_aside),
    (QUOTING, quotes_aside),
    (MONTHS, dates_aside),
    (COMMENTS, comments_aside),
    (PASTED, pasted_heads),
    (STAKED, stakes_aside),
    (BANKROLLS, bankrolls_aside),
    (WICKS, wicks_aside),
    (SIZED, sizes_aside),
    (INSTEAD | {"not"}, replaced_aside),
    (FORMERLY, former_aside),
    (VIEWED, views_aside),
    (COPIED, copyrights_aside),
    (frozenset(("target", "targets")), targets_of_a_side),
    (TOWARDS, aimed_prices),
    (frozenset((LIMIT,)), limits_as_targets),
    (POINTS, points_as_targets),
    (frozenset((")",)), labels_in_brackets),
    (HERE, here_as_market),
    (DENIALS | ASSENTS, denied_fields),
    (STATUSES, statuses_aside),
    (SUCCEEDED, succeeded_as_hit),
    (ORDERS, orders_in_a_place),
    (HOW_NEAR, nearness_aside),
    (frozenset(("hold",)), holds_for_a_time),
    (SHARED, parts_at_targets),
    (frozenset(word.split()[0] for word in CHANGES), changes_of_a_level),
    *PAIRED,
)
"""What neighbours lend each other, in order, and the words without which it cannot happen."""
_AT_A_PRICE = frozenset(
    (
        *(numbered_headings, signed_notes, numbers_counted, sought_prices, counted_targets, from_behind),
        *(exits_as_labels, s_as_stop, letters_as_sides, candles_as_stop, bracketed_indexes, signs_as_labels),
        *(words_as_labels, ticks_as_targets, bars_aside, closes_at_the_stop, indicators_aside, lots_aside),
        *(sums_aside, differences_aside, quotes_aside, comments_aside, stakes_aside, stakes_in_brackets),
        *(bankrolls_aside, wicks_aside, replaced_aside, former_aside, shares_apart, averages_aside, offsets_aside),
        *(frames_as_times, signed_shares, spans_aside, numbered_signals, terms_aside, counts_aside, holds_for_a_time),
        *(scores_aside, periods_aside, brackets_aside, reckoned_aside, gains_in_money, tables_aside, tickets_aside),
        *(notes_on_an_entry, odds_aside, gauges_aside, grades_aside, stages_as_targets, charted_beside_a_level),
        *(candles_counted, stops_as_orders, breaks_as_orders, counts_of_lines, ranges_over_lines, rooms_aside),
        *(liquidations_aside, sizes_aside, sums_behind_levels, averages_of_the_entries, ratios_of_fibonacci_aside),
        *(evened_at, parts_at_targets, moods_as_sides, tallies_aside, slugs_aside, years_aside, counts_with_more_aside),
    )
)
"""Those that say what a price is for: most follow-ups hold none."""
DUE: dict[str, list[int]] = {}
"""Which of them a word allows, by their numbers."""
for _number, (_words, _) in enumerate(LOANS):
    for _word in _words:
        DUE.setdefault(_word, []).append(_number)
_UNPRICED = {word: [n for n in due if LOANS[n][1] not in _AT_A_PRICE] for word, due in DUE.items()}
DUE_UNPRICED = {word: due for word, due in _UNPRICED.items() if due}
GATES, GATES_UNPRICED = frozenset(DUE), frozenset(DUE_UNPRICED)
_PLANNED, _SIDES = frozenset((Role.STOP, Role.TARGET)), frozenset((Role.BUY, Role.SELL))
_ASKED: dict[_Lend, frozenset[Role]] = {
    **dict.fromkeys(
        (reckoned_aside, tables_aside, comments_aside, versions_aside, parts_at_targets, soaring_targets), _PLANNED
    ),
    **dict.fromkeys((letters_as_sides, moods_as_sides), _PLANNED | {Role.TICKER}),
    **dict.fromkeys((s_as_stop, takes_aside, targets_of_a_side), frozenset((Role.TARGET,))),
    **dict.fromkeys((aimed_prices, limits_as_targets, points_as_targets, wicks_aside), frozenset((Role.STOP,))),
    **dict.fromkeys((ticks_as_targets, stages_as_targets, closes_at_the_stop), frozenset((Role.STOP,))),
    **dict.fromkeys((volumes_aside, terms_aside, multiples_aside), frozenset((Role.TIMES,))),
    **dict.fromkeys((swings_aside, changes_aside, gains_of_the_stop), frozenset((Role.PERCENT,))),
    further_entries: frozenset((Role.IF, Role.STOP)),
    rates_of_sides_aside: frozenset((Role.BUY, Role.SELL, Role.PERCENT)),
    charted_beside_a_level: frozenset((Role.ANALYSIS,)),
    notes_on_an_entry: frozenset((Role.ENTRY,)),
    tallies_aside: frozenset((Role.TICKER,)),
    stakes_in_brackets: frozenset((Role.SIZE, Role.PERCENT)),
    no_as_negation: frozenset((Role.TICKET,)),
    orders_in_a_place: frozenset((Role.FILLED,)),
    holds_for_a_time: frozenset((Role.RUNNER, Role.STOP)),
    numbered_signals: frozenset((Role.HEADING,)),
    corrections_of_a_market: frozenset((Role.EDIT,)),
    **dict.fromkeys((spans_aside, frames_as_times), frozenset((Role.CLOCK,))),
    words_heading_a_call: _PLANNED | {Role.ENTRY},
}
_ASKED_ONE: dict[_Lend, frozenset[Role]] = {
    **dict.fromkeys((exits_as_labels, shares_apart), _SIDES),
    **dict.fromkeys((coins_at_their_price, tallies_aside, versions_aside, parts_at_targets), _SIDES),
    **dict.fromkeys((labels_in_brackets, asked_as_later), _PLANNED | {Role.ENTRY}),
    charted_beside_a_level: _PLANNED,
    **dict.fromkeys((quotes_aside, words_as_labels), _SIDES | {Role.ENTRY}),
}
ASKS = tuple((_ASKED.get(lend, frozenset()), _ASKED_ONE.get(lend, frozenset())) for _, lend in LOANS)
"""The parts, by the number of a loan, without all of which, and without one of which, there is nothing to lend."""
