"""The rules the demo trades by: one channel that asks, one that is trusted, one that is only watched."""

from __future__ import annotations

from decimal import Decimal

from core.rules import ChannelRules, Limits, Mode, Protection, RiskPercent, Rules, Trail
from core.vocabulary import ChannelId

REPEAT_S = 60
"""A visitor may try the same call again a minute later; the owner of a real desk would wait a day."""

DEMO_RULES = Rules(
    limits=Limits(open_positions_max=6, exposure_pct_max=Decimal(600), symbol_exposure_pct_max=Decimal(300)),
    channels=(
        ChannelRules(
            id=ChannelId("-1001000000001"),
            title="Alpha Crypto",
            mode=Mode.ASK,
            sizing=RiskPercent(Decimal(1)),
            protection=Protection(break_even_after=1, break_even_fees=False),
            approval_s=600,
            repeat_s=REPEAT_S,
        ),
        ChannelRules(
            id=ChannelId("-1001000000002"),
            title="Gold Room",
            mode=Mode.AUTO,
            sizing=RiskPercent(Decimal("0.5")),
            protection=Protection(
                break_even_after=1,
                trail=Trail(after_target=1, distance_pct=Decimal("0.4")),
                break_even_fees=False,
            ),
            repeat_s=REPEAT_S,
        ),
        ChannelRules(
            id=ChannelId("-1001000000003"),
            title="New Channel",
            mode=Mode.WATCH,
            sizing=RiskPercent(Decimal("0.5")),
            repeat_s=REPEAT_S,
        ),
    ),
)
