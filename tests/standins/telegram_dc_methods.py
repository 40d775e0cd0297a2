"""What the local Telegram answers to each method a client may call.

Kept apart from the server so that the list can be read as a list: one ``on_*`` function a method,
one table at the end. What is not in the table is refused.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from telethon.tl import functions, types

from tests.standins.telegram_dc_link import Link, RpcRefusal, vector
from tests.standins.telegram_dc_world import Channel, Person, now

if TYPE_CHECKING:
    from tests.standins.telegram_dc import TelegramDataCentre as Dc

API_ID = 1
API_HASH = "0" * 32
LOGIN_CODE = "24680"
_CODE_HASH = "the code sent last"
_STATE = 1
"""The account's own line of events never moves here; it must not be 0, which clients read as "no state"."""


def _state() -> Any:
    return types.updates.State(_STATE, _STATE, now(), _STATE, 0)


# -- connecting


def on_get_config(dc: Dc, link: Link, request: Any) -> Any:
    known = {
        "date": now(),
        "expires": now() + timedelta(hours=1),
        "test_mode": False,
        "this_dc": 2,
        "dc_options": [types.DcOption(2, "127.0.0.1", dc.port)],
        "dc_txt_domain_name": "",
        "me_url_prefix": "https://t.me/",
    }
    needed = inspect.signature(types.Config.__init__).parameters.values()
    limits = {p.name: 1 for p in needed if p.default is inspect.Parameter.empty and p.name not in {"self", *known}}
    return types.Config(**known, **limits)


def on_get_users(dc: Dc, link: Link, request: Any) -> Any:
    me = link.updates_to
    asked = [me if isinstance(one, types.InputUserSelf) else one.user_id for one in request.id]
    return vector(dc.people[who].seen_by(me) for who in asked if who in dc.people)


# -- signing in


def on_send_code(dc: Dc, link: Link, request: Any) -> Any:
    if (request.api_id, request.api_hash) != (API_ID, API_HASH):
        raise RpcRefusal(400, "API_ID_INVALID")
    _person_with(dc, request.phone_number, unknown="PHONE_NUMBER_INVALID")
    return types.auth.SentCode(types.auth.SentCodeTypeApp(len(LOGIN_CODE)), _CODE_HASH)


def on_sign_in(dc: Dc, link: Link, request: Any) -> Any:
    person = _person_with(dc, request.phone_number, unknown="PHONE_NUMBER_UNOCCUPIED")
    if request.phone_code_hash != _CODE_HASH:
        raise RpcRefusal(400, "PHONE_CODE_EXPIRED")
    if request.phone_code != LOGIN_CODE:
        raise RpcRefusal(400, "PHONE_CODE_INVALID")
    if person.lock is not None:
        dc.half_signed_in[_key(link)] = person
        raise RpcRefusal(401, "SESSION_PASSWORD_NEEDED")
    return _signed_in(dc, link, person)


def on_get_password(dc: Dc, link: Link, request: Any) -> Any:
    person = dc.half_signed_in.get(_key(link))
    if person is None or person.lock is None:
        raise RpcRefusal(401, "AUTH_KEY_UNREGISTERED")
    return person.lock.question()


def on_check_password(dc: Dc, link: Link, request: Any) -> Any:
    person = dc.half_signed_in.get(_key(link))
    if person is None or person.lock is None:
        raise RpcRefusal(401, "AUTH_KEY_UNREGISTERED")
    if not person.lock.opens(request.password):
        raise RpcRefusal(400, "PASSWORD_HASH_INVALID")
    return _signed_in(dc, link, person)


def _person_with(dc: Dc, phone: str, *, unknown: str) -> Person:
    for person in dc.people.values():
        if person.phone == phone.lstrip("+"):
            return person
    raise RpcRefusal(400, unknown)


def _key(link: Link) -> int:
    assert link.key is not None
    return int(link.key.key_id)


def _signed_in(dc: Dc, link: Link, person: Person) -> Any:
    dc.half_signed_in.pop(_key(link), None)
    dc.signed_in[_key(link)] = link.updates_to = person.id
    return types.auth.Authorization(person.seen_by(person.id))


# -- what was missed


def on_get_state(dc: Dc, link: Link, request: Any) -> Any:
    return _state()


def on_get_difference(dc: Dc, link: Link, request: Any) -> Any:
    moved = [channel for channel in _joined_by(dc, link) if channel.updates]
    if not moved:
        return types.updates.DifferenceEmpty(now(), _STATE)
    hints = [types.UpdateChannelTooLong(channel.id, channel.pts) for channel in moved]
    return types.updates.Difference([], [], hints, _chats(link, moved), [], _state())


def on_get_channel_difference(dc: Dc, link: Link, request: Any) -> Any:
    channel = dc.joined(link, request.channel)
    return channel.difference(request.pts, max(1, min(request.limit, 100)), link.updates_to)


# -- finding channels


def _joined_by(dc: Dc, link: Link) -> list[Channel]:
    return [channel for channel in dc.channels.values() if link.updates_to in channel.members]


def _chats(link: Link, channels: list[Channel]) -> list[Any]:
    return [channel.seen_by(link.updates_to) for channel in channels]


def on_resolve_username(dc: Dc, link: Link, request: Any) -> Any:
    found = [channel for channel in dc.channels.values() if channel.username == request.username]
    if not found:
        raise RpcRefusal(400, "USERNAME_NOT_OCCUPIED")
    return types.contacts.ResolvedPeer(found[0].peer, _chats(link, found), [])


def on_get_dialogs(dc: Dc, link: Link, request: Any) -> Any:
    mine = _joined_by(dc, link)
    after = getattr(request.offset_peer, "channel_id", None)
    start = next((n for n, channel in enumerate(mine, 1) if channel.id == after), 0)
    page = mine[start : start + max(1, min(request.limit, 100))]
    newest = [channel.posts[channel.newest] for channel in page if channel.posts]
    return types.messages.DialogsSlice(len(mine), [c.dialog() for c in page], newest, _chats(link, page), [])


def on_get_channels(dc: Dc, link: Link, request: Any) -> Any:
    return types.messages.Chats(_chats(link, [dc.channel_at(one) for one in request.id]))


def on_join_channel(dc: Dc, link: Link, request: Any) -> Any:
    channel = dc.channel_at(request.channel)
    if channel.username is None:
        raise RpcRefusal(400, "CHANNEL_PRIVATE")
    assert link.updates_to is not None
    channel.members.add(link.updates_to)
    return types.messages.ChatInviteJoinResultOk(dc.told(link, channel, types.UpdateChannel(channel.id)))


# -- reading and writing


def on_get_history(dc: Dc, link: Link, request: Any) -> Any:
    channel = dc.joined(link, request.peer)
    posts = channel.history(request.offset_id, request.add_offset, request.limit, request.min_id, request.max_id)
    return _posts(link, channel, posts, len(channel.posts))


def on_get_messages(dc: Dc, link: Link, request: Any) -> Any:
    channel = dc.joined(link, request.channel)
    ids = [one.id for one in request.id]
    posts = [channel.posts.get(one) or types.MessageEmpty(one, channel.peer) for one in ids]
    return _posts(link, channel, posts, len(posts))


def _posts(link: Link, channel: Channel, posts: list[Any], count: int) -> Any:
    return types.messages.ChannelMessages(channel.pts, count, posts, [], _chats(link, [channel]), [])


def on_send_message(dc: Dc, link: Link, request: Any) -> Any:
    channel = dc.owned(link, request.peer)
    if not request.message:
        raise RpcRefusal(400, "MESSAGE_EMPTY")
    update = channel.add(request.message, reply_to=getattr(request.reply_to, "reply_to_msg_id", None))
    dc.push(channel, update)
    return dc.told(link, channel, types.UpdateMessageID(update.message.id, request.random_id), update)


def on_edit_message(dc: Dc, link: Link, request: Any) -> Any:
    channel = dc.owned(link, request.peer)
    if request.id not in channel.posts:
        raise RpcRefusal(400, "MESSAGE_ID_INVALID")
    if channel.posts[request.id].message == request.message:
        raise RpcRefusal(400, "MESSAGE_NOT_MODIFIED")
    update = channel.change(request.id, request.message)
    dc.push(channel, update)
    return dc.told(link, channel, update)


def on_delete_messages(dc: Dc, link: Link, request: Any) -> Any:
    channel = dc.owned(link, request.channel)
    update = channel.remove(request.id)
    dc.push(channel, update)
    return types.messages.AffectedMessages(channel.pts, update.pts_count)


OPEN_TO_ALL = frozenset(
    {
        functions.help.GetConfigRequest,
        functions.auth.SendCodeRequest,
        functions.auth.SignInRequest,
        functions.account.GetPasswordRequest,
        functions.auth.CheckPasswordRequest,
    }
)
"""What an account that is not signed in may ask."""

METHODS: Mapping[type, Callable[[Dc, Link, Any], Any]] = {
    functions.help.GetConfigRequest: on_get_config,
    functions.users.GetUsersRequest: on_get_users,
    functions.auth.SendCodeRequest: on_send_code,
    functions.auth.SignInRequest: on_sign_in,
    functions.account.GetPasswordRequest: on_get_password,
    functions.auth.CheckPasswordRequest: on_check_password,
    functions.updates.GetStateRequest: on_get_state,
    functions.updates.GetDifferenceRequest: on_get_difference,
    functions.updates.GetChannelDifferenceRequest: on_get_channel_difference,
    functions.contacts.ResolveUsernameRequest: on_resolve_username,
    functions.messages.GetDialogsRequest: on_get_dialogs,
    functions.channels.GetChannelsRequest: on_get_channels,
    functions.channels.JoinChannelRequest: on_join_channel,
    functions.messages.GetHistoryRequest: on_get_history,
    functions.channels.GetMessagesRequest: on_get_messages,
    functions.messages.SendMessageRequest: on_send_message,
    functions.messages.EditMessageRequest: on_edit_message,
    functions.channels.DeleteMessagesRequest: on_delete_messages,
}
