"""The local Telegram is only worth something if it is as strict as the real one: here the real client says so."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from telethon import TelegramClient, errors, events
from telethon.sessions import MemorySession
from telethon.tl import functions, types

from tests.standins.telegram_dc import TelegramDataCentre
from tests.standins.telegram_dc_crypto import trust_the_stand_in
from tests.standins.telegram_dc_methods import API_HASH, API_ID, LOGIN_CODE
from tests.standins.telegram_dc_world import Person

PATIENCE_S = 5.0
PHONE = "+99900001"


@pytest.fixture
async def dc() -> AsyncIterator[TelegramDataCentre]:
    async with TelegramDataCentre() as running:
        yield running


@pytest.fixture
async def client(dc: TelegramDataCentre) -> AsyncIterator[Any]:
    """A signed-in account, without a handshake."""
    person = dc.add_person(PHONE.lstrip("+"), "Reader")
    reader = TelegramClient(dc.session_of(person), API_ID, API_HASH, sequential_updates=True, flood_sleep_threshold=0)
    await reader.connect()
    yield reader
    await reader.disconnect()


def reader_of(dc: TelegramDataCentre) -> Person:
    return next(iter(dc.people.values()))


async def test_a_stranger_shakes_hands_and_signs_in_with_the_code(dc: TelegramDataCentre) -> None:
    trust_the_stand_in()
    dc.add_person(PHONE.lstrip("+"), "Reader")
    stranger = TelegramClient(dc.session_of(session=MemorySession()), API_ID, API_HASH)
    await stranger.connect()
    try:
        assert not await stranger.is_user_authorized()
        await stranger.send_code_request(PHONE)
        with pytest.raises(errors.PhoneCodeInvalidError):
            await stranger.sign_in(PHONE, "00000")
        me = await stranger.sign_in(PHONE, LOGIN_CODE)
        assert me.first_name == "Reader"
        assert await stranger.is_user_authorized()
    finally:
        await stranger.disconnect()


async def test_a_two_step_password_is_proved_not_sent(dc: TelegramDataCentre) -> None:
    trust_the_stand_in()
    dc.add_person(PHONE.lstrip("+"), "Careful", password="right horse")
    careful = TelegramClient(dc.session_of(session=MemorySession()), API_ID, API_HASH)
    await careful.connect()
    try:
        await careful.send_code_request(PHONE)
        with pytest.raises(errors.SessionPasswordNeededError):
            await careful.sign_in(PHONE, LOGIN_CODE)
        with pytest.raises(errors.PasswordHashInvalidError):
            await careful.sign_in(password="wrong horse")
        assert (await careful.sign_in(password="right horse")).first_name == "Careful"
    finally:
        await careful.disconnect()


async def test_an_unknown_method_is_refused(client: Any) -> None:
    with pytest.raises(errors.MethodInvalidError):
        await client(functions.help.GetNearestDcRequest())


async def test_a_wrong_access_hash_and_a_channel_not_joined_are_refused(dc: TelegramDataCentre, client: Any) -> None:
    private = dc.add_channel("Private")
    with pytest.raises(errors.ChannelInvalidError):
        await client.get_messages(types.InputPeerChannel(private.id, private.access_hash + 1), limit=1)
    with pytest.raises(errors.ChannelPrivateError):
        await client.get_messages(types.InputPeerChannel(private.id, private.access_hash), limit=1)
    with pytest.raises(errors.ChannelPrivateError):
        await client(functions.channels.JoinChannelRequest(types.InputChannel(private.id, private.access_hash)))


async def test_a_member_hears_and_only_an_admin_may_post(dc: TelegramDataCentre, client: Any) -> None:
    channel = dc.add_channel("Calls", username="calls")
    heard: asyncio.Queue[Any] = asyncio.Queue()
    for event in (events.NewMessage(), events.MessageEdited(), events.MessageDeleted()):
        client.add_event_handler(heard.put, event)

    entity = await client.get_entity("calls")
    await client(functions.channels.JoinChannelRequest(entity))
    with pytest.raises(errors.ChatWriteForbiddenError):
        await client.send_message(entity, "I am no admin")

    post = dc.post(channel, "BUY")
    assert (await asyncio.wait_for(heard.get(), PATIENCE_S)).raw_text == "BUY"
    dc.edit(channel, post, "SELL")
    assert (await asyncio.wait_for(heard.get(), PATIENCE_S)).raw_text == "SELL"
    dc.delete(channel, post)
    assert (await asyncio.wait_for(heard.get(), PATIENCE_S)).deleted_ids == [post]

    channel.admins.add(reader_of(dc).id)
    sent = await client.send_message(entity, "mine")
    assert channel.posts[sent.id].message == "mine"
    await client.edit_message(entity, sent.id, "mine, better")
    assert channel.posts[sent.id].message == "mine, better"
    await client.delete_messages(entity, [sent.id])
    assert sent.id not in channel.posts


async def test_history_reads_the_same_from_both_ends(dc: TelegramDataCentre, client: Any) -> None:
    channel = dc.add_channel("Calls", reader_of(dc))
    ids = [dc.post(channel, f"post {n}") for n in range(250)]
    dc.delete(channel, ids[10])
    kept = [n for n in ids if n != ids[10]]
    peer = types.InputPeerChannel(channel.id, channel.access_hash)

    down = [m.id async for m in client.iter_messages(peer, limit=1000)]
    up = [m.id async for m in client.iter_messages(peer, limit=1000, reverse=True)]
    assert down == kept[::-1]
    assert up == kept
    upwards = client.iter_messages(peer, limit=1000, min_id=ids[100], reverse=True)
    assert [m.id async for m in upwards] == ids[101:]
    assert [m.id async for m in client.iter_messages(peer, min_id=ids[100], limit=30)] == ids[:-31:-1]


async def test_an_old_salt_and_a_torn_line_are_survived(dc: TelegramDataCentre, client: Any) -> None:
    dc.change_salt()
    assert (await asyncio.wait_for(client.get_me(), PATIENCE_S)).first_name == "Reader"
    dc.drop()
    assert (await asyncio.wait_for(client.get_me(), PATIENCE_S)).first_name == "Reader"


async def test_a_flood_wait_names_its_seconds(dc: TelegramDataCentre, client: Any) -> None:
    dc.refuse("updates.getState", 420, "FLOOD_WAIT_7")
    with pytest.raises(errors.FloodWaitError) as refused:
        await client(functions.updates.GetStateRequest())
    assert refused.value.seconds == 7


async def test_a_revoked_session_is_told_so(dc: TelegramDataCentre, client: Any) -> None:
    dc.revoke(reader_of(dc))
    with pytest.raises(errors.AuthKeyUnregisteredError):
        await client(functions.updates.GetStateRequest())
