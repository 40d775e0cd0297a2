"""The page in a real browser: a visitor posts, approves, moves the market and panics, by hand alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e.browser import PHONE, STEP_MS, WIDE, Watched, chromium, opened
from tests.e2e.demo_process import ALPHA, Visitor, call

if TYPE_CHECKING:
    from playwright.async_api import Locator, Page

pytestmark = pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine: apt-get install chromium")


async def show(page: Page, tab: str) -> None:
    """On a phone only one of channels, desk and market is on the screen."""
    button = page.get_by_test_id(f"tab-{tab}")
    if await button.is_visible():
        await button.click()


async def tap_until_gone(button: Locator) -> None:
    """Tap as the bot asks to: right after a start it wants a second tap, the first may be an old one."""
    from playwright.async_api import Error, expect

    for _ in range(5):
        try:
            await button.click(timeout=2_000)
            await expect(button).to_have_count(0, timeout=4_000)
        except (AssertionError, Error):
            if not await button.count():
                return
        else:
            return
    raise AssertionError(f"nobody answers {button}")


async def post_and_approve(page: Page, posted: str) -> None:
    from playwright.async_api import expect

    await show(page, "channels")
    await page.get_by_test_id(f"channel-{ALPHA}").click()
    await page.get_by_test_id("composer-channel").fill(posted)
    await page.get_by_test_id("send-channel").click()
    await expect(page.get_by_test_id("channel-messages")).to_contain_text("BTCUSDT LONG")
    await show(page, "desk")
    desk = page.get_by_test_id("desk-messages")
    await expect(desk).to_contain_text("Approve this trade?")
    await tap_until_gone(desk.locator("button[data-data]", has_text="Approve"))
    await expect(desk).to_contain_text("BTCUSDT long — live", timeout=STEP_MS)


async def reach_the_first_target(page: Page) -> None:
    from playwright.async_api import expect

    await show(page, "market")
    position = page.get_by_test_id("position-BTCUSDT")
    await expect(position).to_be_visible()
    entry = await position.get_attribute("data-entry")
    stop = await position.get_attribute("data-stop")
    assert entry
    assert stop
    assert float(stop) < float(entry)
    await page.get_by_test_id("price-BTCUSDT").click()
    mover = page.get_by_role("dialog")
    await mover.get_by_role("button", name="To the target").click()
    await expect(position).to_have_attribute("data-stop", entry, timeout=STEP_MS)
    await mover.get_by_role("button", name="Close").click()
    await expect(mover).to_have_count(0)


async def panic(page: Page) -> None:
    from playwright.async_api import expect

    await show(page, "desk")
    desk = page.get_by_test_id("desk-messages")
    await page.get_by_test_id("composer-desk").fill("/panic")
    await page.get_by_test_id("send-desk").click()
    await tap_until_gone(desk.locator("button[data-data]", has_text="YES, CLOSE EVERYTHING"))
    await expect(desk).to_contain_text("All flat: 1 of 1", timeout=STEP_MS)
    await show(page, "market")
    await expect(page.get_by_test_id("no-positions")).to_be_visible()
    await expect(page.get_by_test_id("position-BTCUSDT")).to_have_count(0)


async def check_manners(watched: Watched) -> None:
    """It complains of nothing, asks nobody else, and fits the screen."""
    assert not watched.complaints
    assert watched.hosts == {"127.0.0.1"}
    wide, screen = await watched.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide <= screen, f"the page is {wide} px wide on a screen of {screen}"


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
async def test_a_visitor_plays_the_whole_product_by_hand(
    visitor: Visitor, tmp_path: Path, size: tuple[int, int]
) -> None:
    from playwright.async_api import expect

    posted = call("BTCUSDT", visitor.price("BTCUSDT"))
    async with opened(visitor.url, tmp_path / "profile", size) as watched:
        page = watched.page
        await expect(page.get_by_test_id("equity")).to_contain_text("10,000")
        await post_and_approve(page, posted)
        await reach_the_first_target(page)
        await panic(page)
        for tab in ("channels", "desk", "market"):
            await show(page, tab)
            await check_manners(watched)
    assert not visitor.venue().positions


async def test_the_dark_page_is_dark_and_readable(visitor: Visitor, tmp_path: Path) -> None:
    async with opened(visitor.url, tmp_path / "profile", PHONE, scheme="dark") as watched:
        page = watched.page
        await page.get_by_test_id("composer-desk").wait_for()
        assert await page.evaluate("document.documentElement.dataset.theme") == "dark"
        ground, ink = await page.evaluate(BRIGHTNESS)
        assert ground < 0.2
        assert ink > 0.6
        await page.get_by_test_id("theme").click()
        ground, ink = await page.evaluate(BRIGHTNESS)
        assert ground > 0.8
        assert ink < 0.4
        await check_manners(watched)


BRIGHTNESS = """() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(Number);
    return (0.299 * r + 0.587 * g + 0.114 * b) / 255;
  };
  const style = getComputedStyle(document.body);
  return [light(style.backgroundColor), light(style.color)];
}"""
