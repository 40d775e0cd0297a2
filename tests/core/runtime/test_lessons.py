"""A running desk is taught: tried on what was heard, kept at once, taken back, and true in every replay."""

from __future__ import annotations

from core.events import RulesLoaded
from core.lessons import Proposal, with_lessons
from core.position import Live
from core.reading.learning.teaching import Lesson, Puzzled
from core.reading.roles import Role
from core.rules import Rules
from core.runtime.desk import ACCOUNT
from core.views import Receipt, Verdict
from core.vocabulary import ChannelId, PositionId
from tests.sim.loop import in_virtual_time
from tests.sim.world import ASKING, TRUSTED, World, open_world

GUARDED = "BTCUSDT LONG now\nmy guard 59000\nTP1 61000\nTP2 62000"


async def proposed(world: World, correction: str, channel: ChannelId = TRUSTED) -> Proposal:
    found = await world.front.lessons.propose(correction, channel)
    assert isinstance(found, Proposal), found
    return found


async def heard(world: World, text: str, channel: ChannelId = TRUSTED) -> PositionId:
    position = await world.say(text, channel)
    await world.run(1)
    return position


@in_virtual_time
async def test_a_correction_is_tried_on_what_was_heard_and_holds_from_the_tap_on() -> None:
    async with open_world() as world:
        first = await heard(world, GUARDED)
        assert (await world.told(first))[-1] != "CallAdmitted"
        proposal = await proposed(world, "SL is 59000")
        assert [change.post.id for change in proposal.trial.changes] == [first]
        assert not any(change.post.id != first for change in proposal.trial.changes)
        assert await world.front.lessons.keep(proposal, "user:42") is Receipt.DONE
        second = await world.say(GUARDED)
        await world.until(lambda: world.is_state(second, Live))


@in_virtual_time
async def test_a_rule_is_one_channels_and_of_no_other() -> None:
    async with open_world() as world:
        await heard(world, GUARDED)
        await world.front.lessons.keep(await proposed(world, "SL is 59000"), "user:42")
        rules = world.desk.account.rules
        assert [len(each.dialect.words) for each in rules.channels if each.id in (TRUSTED, ASKING)] == [1, 0]


@in_virtual_time
async def test_what_was_taught_outlives_a_crash_and_every_replay_knows_it() -> None:
    async with open_world() as world:
        await heard(world, GUARDED)
        await world.front.lessons.keep(await proposed(world, "SL is 59000"), "user:42")
        await world.replay_equals_life()
        await world.restart()
        (lesson,) = world.front.lessons.taught(TRUSTED)
        assert (lesson.words, lesson.by, lesson.said) == ((("guard", Role.STOP),), "user:42", "SL is 59000")
        position = await world.say(GUARDED)
        await world.until(lambda: world.is_state(position, Live))
        lines = await world.journal.read(ACCOUNT)
        assert sum(isinstance(line.body, RulesLoaded) for line in lines) == 2
        await world.replay_equals_life()


@in_virtual_time
async def test_the_last_rule_is_taken_back_and_then_there_is_none() -> None:
    async with open_world() as world:
        await heard(world, GUARDED)
        before = world.desk.account.rules
        await world.front.lessons.keep(await proposed(world, "SL is 59000"), "user:42")
        taken = await world.front.lessons.undo(TRUSTED, "user:42")
        assert taken is not None
        assert taken.said == "SL is 59000"
        assert world.desk.account.rules == before
        assert await world.front.lessons.undo(TRUSTED, "user:42") is None


@in_virtual_time
async def test_a_rule_that_would_wake_a_post_nobody_has_seen_is_not_kept() -> None:
    async with open_world() as world:
        seen = await heard(world, "moon BTCUSDT now")
        proposal = await proposed(world, "moon means buy")
        assert proposal.trial.seen == {seen}
        await heard(world, "moon ETHUSDT now")
        assert await world.front.lessons.keep(proposal, "user:42") is Receipt.EXPIRED
        assert not world.front.lessons.taught(TRUSTED)
        assert await world.front.lessons.keep(await proposed(world, "moon means buy"), "user:42") is Receipt.DONE


@in_virtual_time
async def test_a_correction_may_speak_of_one_post() -> None:
    async with open_world() as world:
        old = await heard(world, "BTCUSDT LONG now\nshelter 59000")
        await heard(world, "BTCUSDT LONG now\nhaven 59000")
        found = await world.front.lessons.propose("SL is 59000", None, old)
        assert isinstance(found, Proposal)
        assert (found.channel, found.lesson.words) == (TRUSTED, (("shelter", Role.STOP),))


@in_virtual_time
async def test_what_is_nobodys_channel_teaches_nothing() -> None:
    async with open_world() as world:
        for channel, position in ((ChannelId("-9"), None), (None, PositionId("nobody")), (None, None)):
            assert isinstance(await world.front.lessons.propose("wait 60", channel, position), Puzzled)
        assert await world.front.lessons.undo(ChannelId("-9"), "user:42") is None


@in_virtual_time
async def test_a_rule_of_a_channel_that_left_the_configuration_waits_for_it() -> None:
    async with open_world() as world:
        taught = {ChannelId("-9"): (Lesson("wait 60", wait_s=60),)}
        assert with_lessons(world.rules, taught) == world.rules
        assert with_lessons(Rules(), taught) == Rules()


@in_virtual_time
async def test_a_rehearsal_speaks_the_channels_dialect_and_marks_the_words() -> None:
    async with open_world() as world:
        await heard(world, GUARDED)
        await world.front.lessons.keep(await proposed(world, "SL is 59000"), "user:42")
        taught = await world.front.rehearse(GUARDED, TRUSTED)
        assert taught.verdict is Verdict.OPENED
        assert ("59000", "stop") in [(part.text, part.field) for part in taught.marked]
        assert (await world.front.rehearse(GUARDED)).verdict is not Verdict.OPENED


@in_virtual_time
async def test_the_why_of_a_post_marks_its_words() -> None:
    async with open_world() as world:
        told = await world.front.why(await heard(world, "BTCUSDT LONG now\nSL 59000\nTP 61000"))
        assert told is not None
        marked = {part.text: part.field for part in told.marked if part.field}
        assert marked == {
            "BTCUSDT": "instrument",
            "LONG": "side",
            "now": "entry",
            "59000": "stop",
            "61000": "target",
        }
