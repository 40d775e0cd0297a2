"""Judge what a post says about a call already made: an order, a report, levels sent later, or talk.

Separate from the verdict on calls: there levels decide what a post is, here verbs do.
"""

from __future__ import annotations

from itertools import takewhile

from core.reading.handling.alternatives import told_beside_orders
from core.reading.handling.leeway import REPORTS, is_a_habit
from core.reading.handling.refusals import REFUSED
from core.reading.handling.said import Said
from core.reading.handling.scope import doubts_of, scope_of
from core.reading.handling.unrelated import PLACING, not_now, ruled
from core.reading.judgement.behind import Meant, behind
from core.reading.judgement.by_shares import congratulates, manages_by_shares, only_cheers
from core.reading.judgement.diaries import tells_of_old_levels, tells_of_what_was_closed, titled_as_results
from core.reading.judgement.edits import new_targets, with_each_target
from core.reading.judgement.leads import (
    UNCLEAR,
    begins_with_its_order,
    comes_after_something,
    is_unclear,
    tells_first_what_came,
)
from core.reading.judgement.members import may_be_a_members
from core.reading.judgement.new_levels import WORDS_FOR_TALK, amended, edited, never_paid
from core.reading.judgement.posts import Post
from core.reading.judgement.prices import in_bounds, is_withdrawn, with_price
from core.reading.judgement.reports_alone import lost_beside_reports
from core.reading.judgement.wholes import follows_its_targets
from core.reading.pieces.piece import Lexeme
from core.reading.pieces.places import SLOT, Point
from core.reading.pieces.scale import one_settled
from core.reading.plan.proportions import TARGET_FACTOR_MAX
from core.reading.roles import ROLE, Role
from core.reading.talk.standing import tells_how_it_runs
from core.reading.words.catalogue import price_bounds
from core.reading.words.lexicon import listed
from core.signals import (
    ACT,
    Act,
    Amendment,
    AtLimit,
    AtPrice,
    Instruction,
    Nothing,
    Reading,
    Reason,
)
from core.vocabulary import Price

_PLANNED = frozenset((Act.CLOSE, Act.MOVE_STOP, Act.BREAK_EVEN, Act.CANCEL))
_ANNOUNCED = _PLANNED - {Act.CLOSE}
OPEN = (Role.IF, Role.MAY, Role.QUESTION, Role.LATER, Role.YOU_CAN, Role.ANALYSIS)
WORDS_OF_A_PLAN = 4
_QUOTES, _JOKES = frozenset('"“”«„'), frozenset(listed("JOKES"))
_CHANGES = (Role.MOVE, Role.EDIT, Role.HIT, Role.STOPPED, Role.CLOSE, Role.CLOSED)
_TOLD_WITH_A_STOP = tuple({act, Act.STOP_HIT} for act in (Act.BREAK_EVEN, Act.CLOSE_PART, Act.CLOSE))
_WHICH_ENTRY = "it speaks of one entry"
_LEVELLED = (Role.STOP, Role.EVEN, Role.MOVE, Role.PRICE, Role.TICKER, Role.BUY, Role.SELL)
_PROTECTING = REPORTS | {Act.BREAK_EVEN, Act.MOVE_STOP}
_ENDED_WITH = frozenset((*listed("PERIODS"), "weekend"))
_HEADLINE = frozenset((Role.RECAP, Role.MARK, Role.FILLER, Role.CLOCK, Role.TIME))
_WORDS_FOR_AN_ORDER, _FIELD_MAX = 20, 3


def amendment(post: Post) -> Reading | None:
    """The follow-up, if there is one."""
    roles, found, said = post.roles, post.found, post.said
    if post.pieces[0].text in _QUOTES and post.said.instructions:
        return Nothing((Reason(REFUSED[ROLE.OTHERS]),))  # a member's thanks, in his words
    if ROLE.RECAP in roles and any(p.text in _JOKES for p in post.pieces):
        return Nothing((Reason(REFUSED[ROLE.RECAP]),))  # "Close everything! Just kidding"
    if found.rivals and found.stops and found.targets and not found.said and ROLE.RECAP in roles:
        return Nothing((post.why(ROLE.RECAP, post.told[ROLE.RECAP]),))
    placed = (roles.isdisjoint(_CHANGES) or _places(post)) and not follows_its_targets(post)
    if placed and tells_of_old_levels(post):
        return Nothing((post.why(ROLE.PAST, post.told[ROLE.PAST]),))
    if found.stops and found.targets and not found.said and placed and not manages_by_shares(post):
        asked = any(p.text == "?" and p.role is ROLE.MARK for p in post.pieces)
        return Nothing((Reason(REFUSED[ROLE.QUESTION]),)) if asked else edited(ACT.SET_LEVELS, post)
    if found.said and (found.entries or (found.at_market and found.symbol)) and found.targets:
        said.instructions = [i for i in said.instructions if i.act is not ACT.OTHER]
    if found.said and found.entries and found.symbol and _places(post):
        said.instructions = [i for i in said.instructions if i.act is not ACT.EDIT_TARGETS]  # "TP set 1.29"
    if found.said and found.entries and found.symbol:
        said.instructions = [i for i in said.instructions if not _is_unplaced(i)]  # "SL will be updated later"
    if found.said and found.symbol and found.at_market and roles.isdisjoint(_CHANGES):
        said.instructions = [i for i in said.instructions if i.act is not ACT.MOVE_STOP]  # "gold buy now, SL 1989"
    if not said.instructions and found.targets and not said.hedged and _changes_targets(post):
        return edited(ACT.EDIT_TARGETS, post)
    if not said.instructions:
        if said.removes_stop:
            return Nothing(tuple(said.doubts))
        if _is_about_to(post):
            said.instructions = said.planned
            return ordered(post)
        if said.hedged:
            piece = said.hedged[0]
            return Nothing((post.why(piece.role, piece),))
        return None
    return _weighed(post)


def _weighed(post: Post) -> Reading:
    """The orders and reports, or the talk around them that leaves nothing of them."""
    roles, found, said = post.roles, post.found, post.said
    changes = any(i.act not in REPORTS for i in said.instructions)
    if changes and post.talk > WORDS_FOR_TALK and (tells_first_what_came(post) or begins_with_its_order(post)):
        said.doubts.append(Reason("the order is buried in talk"))
        return ordered(post)
    if post.talk > _WORDS_FOR_AN_ORDER:
        return Nothing((Reason("too much talk around it to be an order"),))
    if changes and post.talk > WORDS_FOR_TALK and roles & {ROLE.ANALYSIS, ROLE.MAY, ROLE.LESSON, ROLE.AD}:
        return Nothing((Reason(REFUSED[ROLE.ANALYSIS]),))
    for talk in (ROLE.RECAP, ROLE.AD):
        if not changes and found.rivals and talk in roles and not _tells_of_one(post, talk):
            return Nothing((Reason(REFUSED[talk]),))
    if (not changes or found.rivals) and (title := titled_as_results(post)) is not None:
        return Nothing((post.why(ROLE.RECAP, title),))
    if changes and titled_as_results(post) is not None:
        said.doubts.append(Reason("it may be a report"))
    told = _told_beside(post) if changes else None
    return ordered(post) if told is None else Nothing((Reason(REFUSED[told]),))


def _tells_of_one(post: Post, talk: Role) -> bool:
    """ "Still in gold, stopped on EURUSD": one report that names its own, not "Daily report: ..."."""
    headed = {p.role for p in takewhile(lambda p: p.role is not ROLE.LINE, post.pieces)} <= _HEADLINE
    if len(post.said.ordered) != 1 or talk is not ROLE.RECAP or headed:
        return False
    told = post.said.ordered[0]
    return ROLE.STOPPED in told.roles and ROLE.TICKER in told.roles and not told.has(talk, ROLE.PERCENT)


def _told_beside(post: Post) -> Role | None:
    """What makes doubtful orders none at all."""
    roles, said = post.roles, post.said
    if tells_of_what_was_closed(post):
        return ROLE.RECAP
    if said.ordered and all(ROLE.CLOSED in c.roles for c in said.ordered):
        if ROLE.AD in roles:
            return ROLE.AD  # "our members just closed 120 pips, join"
        if post.found.rivals:
            return ROLE.CLOSED  # "I closed my BTC long, still short ETH"
    if not (any(d.text != _WHICH_ENTRY for d in said.doubts) or _is_vague(said)):
        return None  # which of several orders is meant is a question, and makes the order no less one
    habit = said.ordered and all(map(is_a_habit, said.ordered))
    if habit or ROLE.LESSON in roles or ruled(post.parts, said.ordered):
        return ROLE.LESSON
    handled = any(i.act is ACT.BREAK_EVEN or (i.act is ACT.CLOSE_PART and i.percent) for i in said.instructions)
    runs = handled and not post.found.rivals and tells_how_it_runs(post.pieces)
    recap = ROLE.RECAP in roles and not (runs or only_cheers(post) or _is_closing(post) or _guards_a_profit(said))
    return ROLE.RECAP if recap and not _adds_its_result(post) else None


def _adds_its_result(post: Post) -> bool:
    """ "OP closed 40% at 0.72", and below it "Result: +13.8%": of one trade, in a field of its own."""
    if post.found.symbol is None or post.found.rivals or ROLE.LINE not in post.roles:
        return False
    row = post.pieces
    told = [at for at, p in enumerate(row) if p.role is ROLE.RECAP]
    heads = all(any(p.role is ROLE.LINE for p in row[max(0, at - _FIELD_MAX) : at]) for at in told)
    return heads and all(any(p.text in ":=" for p in row[at + 1 : at + _FIELD_MAX]) for at in told)


def _guards_a_profit(said: Said) -> bool:
    """ "Set SL 10 pips in profit": where the stop goes, and no result."""
    return any(i.beyond is not None or _is_unplaced(i) for i in said.instructions) and all(
        {ROLE.STOP, ROLE.DISTANCE} <= c.roles for c in said.ordered
    )


def _changes_targets(post: Post) -> bool:
    """ "New target 2410", and "gold TP to 2410" above "target adjusted"."""
    if not post.roles.isdisjoint((ROLE.OTHERS, ROLE.AD)) or (ROLE.WAIT in post.roles and post.talk > WORDS_FOR_TALK):
        return False  # "new target for the channel: 10k members"
    edits = ROLE.EDIT in post.roles and any(c.has(ROLE.EDIT) and (c.has(ROLE.TARGET) or not c.talk) for c in post.parts)
    if edits or (ROLE.ADD in post.roles and not (post.found.said or post.found.entries)):
        return True  # "add more TPs", and no second entry of a call
    moved = ROLE.MOVE in post.roles and not post.found.entries
    return moved and any(c.has(ROLE.TARGET) and c.has(ROLE.MOVE) for c in post.parts)


def _is_about_to(post: Post) -> bool:
    """ "We will pull our stops to 1.0910": said in the future, and a human may take it for an order."""
    said = post.said
    plain = len(said.planned) == len(said.hedged) and post.talk <= WORDS_OF_A_PLAN and post.roles.isdisjoint(OPEN)
    return plain and bool(said.planned) and all(i.act in _ANNOUNCED and not _is_unplaced(i) for i in said.planned)


def _is_closing(post: Post) -> bool:
    """ "Closing this at a small loss": what it made is said beside the order, which a human judges."""
    acts = {i.act for i in post.said.instructions}
    told = post.roles.isdisjoint((ROLE.CLOSED, ROLE.PAST, ROLE.AD))
    orders = any(ROLE.CLOSE in c.roles and ROLE.MEMORY not in c.roles for c in post.parts)
    return ACT.CLOSE in acts and acts <= _PLANNED | {ACT.CLOSE_PART} and orders and told


def _places(post: Post) -> bool:
    """ "Set SL 2330 and TP 2360": nothing is moved that was there before."""
    changes = [p for p in post.pieces if p.role in _CHANGES]
    return not post.said.hedged and all(p.role is ROLE.MOVE and p.text in PLACING for p in changes)


def _is_vague(said: Said) -> bool:
    return any(map(_is_unplaced, said.instructions))


def _is_unplaced(instruction: Instruction) -> bool:
    """A stop is moved, and nothing says where to."""
    return instruction.act is ACT.MOVE_STOP and not (instruction.price or instruction.level or instruction.beyond)


def ordered(post: Post) -> Amendment:
    """The orders and reports, with everything that makes them doubtful."""
    found, said = post.found, post.said
    doubts = doubts_of(found, said, post.text)
    acts = {i.act for i in said.instructions}
    others = [i for i in said.instructions if i.act is ACT.OTHER]
    if others and (said.entry is None or any(i.price != said.entry for i in others)):
        doubts.append(Reason("adding to a trade is for a human to decide"))
    if (
        ACT.CANCEL in acts
        and found.said
        and found.entries
        and not (_names_what_it_cancels(post) or _heads_a_card(post))
    ):
        said.instructions.insert(0, Instruction(ACT.OTHER, price=Price(found.entries[0])))
        doubts.append(Reason("it cancels and opens in one breath"))
    if said.hedged and not _is_kept_open(post):
        doubts.append(post.why(said.hedged[0].role, said.hedged[0]))
    if not post.roles.isdisjoint(UNCLEAR) and is_unclear(post):
        doubts.append(Reason("it is not clearly an order"))
    if said.instructions == [Instruction(ACT.CLOSE_PART)] and _is_counsel(post):
        doubts.append(Reason("it is not clear what is meant"))
    if (ROLE.RECAP in post.roles and congratulates(post)) or may_be_a_members(post):
        doubts.append(Reason("it may be a report"))  # 多单止盈50%，恭喜跟上的朋友
    if acts in _TOLD_WITH_A_STOP and not said.hedged:
        doubts.append(Reason("it may be a report"))  # "We moved to BE and got stopped there", "half was stopped out"
    if comes_after_something(post):
        doubts.append(Reason("it may mean a part, or later"))
    doubts += [Reason(words, *post.spans(c)) for words, c in not_now(post.parts, said.ordered)]
    doubts += [Reason(words, *post.spans(c)) for words, c in told_beside_orders(post.parts, said.ordered)]
    scope = scope_of(found, said, post.parts, post.text)
    doubts += scope.doubts
    levelled = found.said and len({p.piece.start for p in (*post.draft.loose, *entered(post))}) > 1
    if (levelled or _leaves_where_it_plans_to(post)) and not acts <= REPORTS:
        doubts.append(Reason("it may be a call in words unknown to me"))
    if ACT.MOVE_STOP in acts and _is_vague(said):
        doubts.append(Reason("it does not say where the stop goes"))
    said.instructions = with_each_target(post)
    taken = any(i.price is not None for i in said.instructions)
    bounds = price_bounds(scope.symbol)
    instructions = tuple([in_bounds(with_price(i, post, taken), post, bounds) for i in said.instructions])
    told = [i.price for i in instructions if i.price and i.act is not ACT.CLOSE]
    doubts += never_paid(scope.symbol, [*told, *(p.value for p in post.draft.of(SLOT.ENTRY))])
    edits = ACT.EDIT_TARGETS in acts
    if edits and found.priced and max(found.priced) > min(found.priced) * TARGET_FACTOR_MAX:
        doubts.append(Reason("a target is off by about ten times"))
    moved = next((i.price for i in instructions if i.act is ACT.MOVE_STOP), None) if ACT.MOVE_STOP in acts else None
    meant = Meant(
        symbol=scope.symbol,
        side=scope.side,
        stop=AtPrice(moved) if moved is not None else None,
        targets=new_targets(post, instructions) if edits else (),
        entry=AtLimit(Price(one_settled(said.entry, post.pieces, bounds))) if said.entry is not None else None,
    )
    reasons = (*said.reasons, *behind(meant, post.draft, post.pieces, post.text))
    doubts = lost_beside_reports(post) if acts <= REPORTS else doubts  # a report changes nothing itself
    return amended(meant, instructions, reasons, doubts, every=said.every, several=scope.several)


def _is_counsel(post: Post) -> bool:
    """ "Great week team, secure your gains", "Lock profits, the secret of pros": for every trade, or for none."""
    if not _ENDED_WITH.isdisjoint(w for c in post.parts for w in c.words):
        return True
    named = not post.roles.isdisjoint((ROLE.TICKER, ROLE.MARKET, ROLE.HIT, ROLE.DISTANCE, ROLE.PRICE))
    return not named and any(c.talk > 1 for c in post.parts if c not in post.said.ordered)


def _is_kept_open(post: Post) -> bool:
    """ "SL to BE now. Don't close too early": what is denied is to end the trade, and no part of the order."""
    denied = [c for c in post.parts if c.hedge is not None]
    kept = len(denied) == 1 and ROLE.CLOSE in denied[0].roles and not denied[0].has(*_LEVELLED)
    kept = kept and denied[0].hedge is post.said.hedged[0] and denied[0].hedge.role is ROLE.NOT
    return kept and all(i.act in _PROTECTING for i in post.said.instructions)


def _leaves_where_it_plans_to(post: Post) -> bool:
    """ "Entry around 1800, book profit at 1850": where to get in and where to get out, which closes nothing now."""
    enters = any(p.slot is SLOT.ENTRY for p in post.draft.points)
    return enters and any(i.act is ACT.CLOSE and i.price is not None for i in post.said.instructions)


def entered(post: Post) -> list[Point]:
    return [p for p in post.draft.points if p.slot in (SLOT.ENTRY, SLOT.SIDE)]


def _names_what_it_cancels(post: Post) -> bool:
    """ "Delete the 2366 sell limit": the side and the price tell which order, and open none; nor does "close buys"."""
    named = [*(p.piece for p in (*post.draft.points, *post.draft.loose)), *post.draft.sides]
    return all(is_withdrawn(piece, post) or _is_handled(piece, post) for piece in named)


def _is_handled(piece: Lexeme, post: Post) -> bool:
    return any(c.pieces[0].start <= piece.start <= c.pieces[-1].start for c in post.said.ordered)


def _heads_a_card(post: Post) -> bool:
    """ "Cancelled: ETHUSDT", and below it the side and the price of the order: a card of one order."""
    first = next((at for at, p in enumerate(post.pieces) if p.role is ROLE.LINE), 0)
    head = {p.role for p in post.pieces[:first]}
    lone = len(post.found.entries) == 1 and not post.found.stops and not post.found.targets
    return lone and {ROLE.CANCEL, ROLE.TICKER} <= head and head.isdisjoint((ROLE.BUY, ROLE.SELL, ROLE.PRICE))
