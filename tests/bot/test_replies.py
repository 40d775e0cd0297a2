"""A reply is about what it answers: the trade or the post that the answered message's "Why" names."""

from __future__ import annotations

from datetime import timedelta

from bot.demo.posts import DESK
from bot.notifier import Rhythm
from core.events import CallDeclined
from core.views import SignalView, Verdict
from core.vocabulary import PositionId
from tests.bot.test_admin import World, world
from tests.bot.views import START, a_position, a_question

__all__ = ["world"]
"""The fixture is the one of the bot's own tests."""

OLDER, NEWER = PositionId("aaaaaaaaaa"), PositionId("bbbbbbbbbb")


def heard(world: World) -> None:
    """Two posts; the newer one is what a bare /why is about."""
    for name in (OLDER, NEWER):
        world.desk.hold(a_position(name))
        del world.desk.all[name]
        world.desk.heard.append(SignalView(name, START, "Gold Room", "x", Verdict.DECLINED, "too old"))


async def test_why_in_reply_to_a_declined_call_is_about_that_call_and_not_about_the_latest(world: World) -> None:
    heard(world)
    async with world.bot() as bot:
        await world.connected(bot)
        await world.desk.tell(CallDeclined(OLDER, world.clock.now(), "61 s old, at most 60 s", ()))
        told = await world.shows("✗ Declined")
        await world.demo.say(DESK, "/why", told.id)
        await world.shows("Why · aaaaaaaaaa")
        await world.demo.say(DESK, "/close", told.id)
        await world.shows("No trade is open behind that message: there is nothing to close.")
        await world.demo.say(DESK, "/stop 64000", told.id)
        await world.shows("No trade is open behind that message. See /positions.")


async def test_why_in_reply_to_a_question_is_about_it_also_once_it_is_answered(world: World) -> None:
    heard(world)
    async with world.bot(rhythm=Rhythm(question_s=0.05)):
        now = world.clock.now()
        world.desk.ask(a_question(OLDER, asked_at=now, expires_at=now + timedelta(minutes=5)))
        await world.press(await world.shows("Approve this trade?"), "Reject")
        card = await world.shows("✗ Rejected by you")
        await world.demo.say(DESK, "/why", card.id)
        await world.shows("Why · aaaaaaaaaa")


async def test_a_reply_to_a_list_of_several_means_none_of_them(world: World) -> None:
    heard(world)
    async with world.bot() as bot:
        await world.connected(bot)
        await world.demo.say(DESK, "/signals")
        listed = await world.shows("Last 2 messages")
        await world.demo.say(DESK, "/why", listed.id)
        await world.shows("Why · bbbbbbbbbb")
