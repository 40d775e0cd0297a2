"""English: how running trades are handled, in the words of rooms that keep a diary or copy a program.

Separate from the orders, which fill their own room: the same parts, further wordings of them.
"""

from __future__ import annotations

from core.reading.roles import Role

BECOMES = "becomes"
WITH = "with, w"
SHARES = {
    20: "a fifth, one fifth, fifth of it",
    25: "fourth part, a fourth part, quarter part, one fourth part, close one quarter, closing one quarter",
    33: "third part, a third part, one third part, the first third, another third, one third of it, close one third, "
    "closing one third",
    40: "two fifths",
    60: "three fifths",
    67: "two thirds, two-thirds, 2 thirds",
}
WORDS: dict[Role, str] = {
    Role.PART: """
        a fifth, one fifth, fifth of it, 2 thirds, one third of it, three fifths, two fifths,
        close one third, closing one third, close one quarter, closing one quarter,
        fourth part, a fourth part, quarter part, one fourth part, third part, a third part, one third part, the first
        third, another third, reduced by, position reduced by, trimmed by
    """,
    Role.EVEN: """
        to average entry, to the average entry, to our average entry, to my average entry, to your average entry, to avg
        entry, to our avg entry, to my avg entry, to our average entry price, to average entry price, at average entry,
        at our average entry, to average price, to our average price, to the average price,
        to buying price, to our buying price, to your buying price, to selling price, to our selling price,
        to your selling price
    """,
    Role.CLOSE: """
        bin the, bin my, bin our, binning the, binning my, binning our, flat on all, flat on
        everything
    """,
    Role.CANCEL: """
        bin the order, bin the limit, bin the idea, bin the setup, bin the plan, binning the order, binning the limit,
        binning the idea, binning the setup
    """,
    Role.STOPPED: """
        closed by sl, closed by stop, closed by stop loss, closed by the stop, closed by the sl, closed at sl, closed at
        stop loss, closed on sl, closed on stop loss, closed out by sl, position closed by sl, position closed by stop
        loss, trade closed by sl, trade closed by stop loss
    """,
    Role.MOVE: """
        lifted my, lifted our, lifted the, have lifted my, have lifted our, have lifted the, ve lifted my, ve lifted
        the, tucked my, tucked our, tucked the, nudged my, nudged our, nudged the, tucking my, tucking our, tucking the
    """,
    Role.HIT: "was reached, were reached, were hit, were smashed",
    Role.FILLER: """
        per plan, per the plan, per our plan, as per plan, as per the plan, as per our plan, do what we practised, do
        what we practiced, do as we practised, do what we agreed, do what we planned, do what we discussed, do what we
        said, do as we agreed, do as we planned, without tension, without stress, without fear, without worry, without
        worries, without pressure, now that we closed above, now that we closed below, now that we have closed above,
        now that we have closed below, now that it closed above, now that it closed below, now that price closed above,
        now that price closed below, hands off the keyboard, hands off
    """,
}

ALIASES: dict[str, str] = {}
