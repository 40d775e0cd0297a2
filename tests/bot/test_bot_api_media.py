"""Pictures and documents are taken, measured and refused as the real server does it."""

from __future__ import annotations

import io
import json
import struct
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.demo.images import measure
from tests.bot.test_bot_api_strict import BAD
from tests.bot.test_demo_world import TOKEN, World, opened


def png(width: int, height: int, size: int = 0) -> bytes:
    head = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + b"\x08\x02\x00\x00\x00" + bytes(4)
    return head + bytes(max(0, size - len(head)))


async def upload(world: World, method: str, field: str, content: bytes, **fields: str) -> Any:
    form = aiohttp.FormData()
    form.add_field("chat_id", "42")
    for name, value in fields.items():
        form.add_field(name, value)
    form.add_field(field, io.BytesIO(content), filename="chart.png", content_type="image/png")
    async with world.http.post(f"{world.demo.base_url}{TOKEN}/{method}", data=form) as answer:
        return await answer.json()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (b"", "file must be non-empty"),
        (png(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
        (png(9000, 2000), "PHOTO_INVALID_DIMENSIONS"),
        (png(0, 10), "PHOTO_INVALID_DIMENSIONS"),
        (
            png(10, 10, 10 * 2**20 + 1),
            "file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
        ),
    ],
    ids=["no picture", "empty", "a strip", "too large", "flat", "too heavy"],
)
async def test_a_photo_the_real_server_refuses_is_refused(tmp_path: Path, content: bytes, why: str) -> None:
    async with opened(tmp_path) as world:
        assert (await upload(world, "sendPhoto", "photo", content))["description"] == BAD + why


async def test_a_photo_is_shown_known_by_its_id_and_replaced(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        first = (await upload(world, "sendPhoto", "photo", png(640, 360), caption="day"))["result"]
        (size,) = first["photo"]
        assert (size["width"], size["height"], first["caption"]) == (640, 360, "day")
        again = await world.result("sendPhoto", chat_id=42, photo=size["file_id"])
        assert again["photo"] == first["photo"]
        media = json.dumps({"type": "photo", "media": "attach://new", "caption": "<b>night</b>", "parse_mode": "HTML"})
        edited = (await upload(world, "editMessageMedia", "new", png(100, 90), message_id="1", media=media))["result"]
        assert (edited["photo"][0]["width"], edited["caption"]) == (100, "night")
        post = (await world.desk())[0]
        async with world.http.get(f"{world.demo.url}/demo/photo/{post['photo']}") as answer:
            assert (answer.content_type, await answer.read()) == ("image/png", png(100, 90))
        path = (await world.result("getFile", file_id=post["photo"]))["file_path"]
        async with world.http.get(f"{world.demo.base_file_url}{TOKEN}/{path}") as answer:
            assert await answer.read() == png(100, 90)


def jpeg(width: int, height: int) -> bytes:
    comment = b"\xff\xfe" + struct.pack(">H", 6) + b"note"
    return b"\xff\xd8" + comment + b"\xff\xc0" + struct.pack(">HBHH", 17, 8, height, width) + bytes(10)


@pytest.mark.parametrize(
    ("content", "measured"),
    [
        (jpeg(320, 200), ("image/jpeg", 320, 200)),
        (png(5, 7), ("image/png", 5, 7)),
        (jpeg(320, 200)[:14], None),
        (png(5, 7)[:20], None),
        (b"\xff\xd8" + b"\xff\xe0\x00\x00" * 20, None),
        (b"GIF89a", None),
    ],
    ids=["jpeg", "png", "cut jpeg", "cut png", "endless jpeg", "gif"],
)
def test_a_picture_is_measured_or_is_none(content: bytes, measured: tuple[str, int, int] | None) -> None:
    assert measure(content) == measured


async def test_captions_have_a_bound_of_their_own_and_photos_have_no_text(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        long = "x" * 1025
        refused = await upload(world, "sendPhoto", "photo", png(10, 10), caption=long)
        assert refused["description"] == BAD + "message caption is too long"
        await upload(world, "sendPhoto", "photo", png(10, 10), caption="x" * 1024)
        told = {"chat_id": 42, "message_id": 1}
        assert await world.refusal("editMessageCaption", **told, caption=long) == BAD + "MEDIA_CAPTION_TOO_LONG"
        refusal = await world.refusal("editMessageText", **told, text="x")
        assert refusal == BAD + "there is no text in the message to edit"
        assert (await world.result("editMessageCaption", **told, caption="short"))["caption"] == "short"
