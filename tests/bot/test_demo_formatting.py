"""Markup is read as strictly as Telegram reads it, and shown without giving anybody the page."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.formatting import Entity, Formatted, Unparsable, as_page_html, on_wire, parse_html, plain, utf16

OURS = re.compile(
    r"</?(?:b|i|pre|a|code)>|<br>|</span>|<span class=\"command\">"
    r"|<a href=\"[^\"<>]*\" target=\"_blank\" rel=\"noopener noreferrer\">"
)
MARKUP = st.text(alphabet="ab &<>/\"'=;#x1\n😀é", max_size=60) | st.lists(
    st.sampled_from(
        [
            "<b>",
            "</b>",
            "<i>",
            "</i>",
            "<a href='http://x.y'>",
            "</a>",
            "<pre>",
            "</pre>",
            "&lt;",
            "&",
            "a",
            "\n",
            " ",
            "😀",
        ]
    ),
    max_size=20,
).map("".join)


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        ("<b>open", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("é <x>no</x>", 'Unsupported start tag "x" at byte offset 3'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a href=a/b>x</a>", "Unexpected end of name token at byte offset 8"),
        ("<a ='x'>y</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href='x", "Unclosed start tag at byte offset 0"),
        ("<h1>title</h1>", 'Unsupported start tag "h1" at byte offset 0'),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
    ],
)
def test_markup_the_real_server_refuses_is_refused_in_its_words(markup: str, why: str) -> None:
    with pytest.raises(Unparsable) as caught:
        parse_html(markup)
    assert str(caught.value) == why


@pytest.mark.parametrize(
    ("markup", "text", "kinds"),
    [
        ("<b>a</b> <strong>b</strong>", "a b", ["bold", "bold"]),
        ("<i>a</i><em>b</em><u>c</u><ins>d</ins>", "abcd", ["italic", "italic", "underline", "underline"]),
        ("<s>a</s><strike>b</strike><del>c</del>", "abc", ["strikethrough"] * 3),
        ("<tg-spoiler>a</tg-spoiler><span class='tg-spoiler'>b</span>", "ab", ["spoiler", "spoiler"]),
        ("<blockquote expandable>a</blockquote>", "a", ["expandable_blockquote"]),
        ("<blockquote>a <b>b</b></blockquote>", "a b", ["blockquote", "bold"]),
        ('<pre><code class="language-python">x</code></pre>', "x", ["pre"]),
        ('<a href="https://a.b/?x=1&amp;y=2">l</a>', "l", ["text_link"]),
        ('<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>', "👍", ["custom_emoji"]),
        ("1 &lt; 2 &amp; 3 &gt; 2 &quot;q&quot; &#39; &#x41;", '1 < 2 & 3 > 2 "q" \' A', []),
        ("AT&T &nbsp; &copy;", "AT&T &nbsp; &copy;", []),
        ("<b><i>both</i></b>", "both", ["bold", "italic"]),
        ("<B>loud</B>", "loud", ["bold"]),
        ("<b></b>x", "x", []),
    ],
)
def test_every_tag_of_telegram_is_read(markup: str, text: str, kinds: list[str]) -> None:
    formatted = parse_html(markup)
    assert formatted.text == text
    assert [entity.kind for entity in formatted.entities] == kinds


def test_offsets_are_told_in_utf16_units() -> None:
    told = on_wire(parse_html("😀 <b>é😀</b> <a href='https://x.y'>l</a>"))
    assert told == [
        {"type": "bold", "offset": 3, "length": 3},
        {"type": "text_link", "offset": 7, "length": 1, "url": "https://x.y"},
    ]


def test_the_language_of_a_block_is_told() -> None:
    told = on_wire(parse_html('<pre><code class="language-python">x = 1</code></pre>'))
    assert told == [{"type": "pre", "offset": 0, "length": 5, "language": "python"}]


def test_commands_and_links_are_found_but_not_in_code() -> None:
    formatted = parse_html("/why@bot_x see https://x.y/z a/b <code>/no</code>")
    assert [(entity.kind, formatted.text[entity.start : entity.end]) for entity in formatted.entities] == [
        ("bot_command", "/why@bot_x"),
        ("url", "https://x.y/z"),
        ("code", "/no"),
    ]


def test_a_command_begins_the_message_even_after_blanks() -> None:
    assert plain("  \n/panic  ").entities == (Entity("bot_command", 0, 6),)


def test_a_link_that_runs_code_is_shown_as_text() -> None:
    shown = as_page_html(parse_html("<a href='javascript:alert(1)'>press</a>"))
    assert shown == "press"


def test_an_entity_that_crosses_another_does_not_break_the_page() -> None:
    crossing = Formatted("abcdef", (Entity("bold", 0, 4), Entity("italic", 2, 6)))
    assert as_page_html(crossing) == "<b>abcd</b>ef"


@given(MARKUP)
def test_any_text_is_read_or_refused_and_never_opens_the_page(markup: str) -> None:
    try:
        formatted = parse_html(markup)
    except Unparsable:
        formatted = plain(markup)
    shown = as_page_html(formatted)
    bare = OURS.sub(lambda found: "\n" if found[0] == "<br>" else "", shown)
    assert "<" not in bare
    assert html.unescape(bare) == formatted.text
    for entity, told in zip(formatted.entities, on_wire(formatted), strict=True):
        assert 0 <= entity.start < entity.end <= len(formatted.text)
        assert told["length"] == utf16(formatted.text[entity.start : entity.end])


@pytest.mark.parametrize(
    "markup", ["<" * 30_000, "&" * 30_000, "<b " * 10_000, "<b>" * 10_000, "<a href='" + "x" * 30_000]
)
def test_hostile_markup_takes_no_longer_than_its_length(markup: str) -> None:
    with pytest.raises(Unparsable):
        parse_html(markup + "<")
