"""Turn what a channel typed, decorated and disguised into plain text, without losing where each letter came from.

Separate, because everything after it may then assume one alphabet of digits, one kind of
space and no invisible characters (threats H03 and H04), while every finding still points
into the original message. Cleaning what is clean changes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.messages import TEXT_MAX
from core.records import quick

INDEX_FIRST = 0xE001
"""List marks (keycaps, circled and raised digits) become one private character each: index 1 is U+E001."""
INDEX_LAST = INDEX_FIRST + 19

_RAISED = {"¹": 1, "²": 2, "³": 3} | {chr(0x2070 + n): n for n in range(4, 10)}
_MEDALS = {"🥇": 1, "🥈": 2, "🥉": 3, "🔟": 10}
_CIRCLED = {
    chr(first + n): n + 1
    for first, count in (
        (0x2460, 20),
        (0x2474, 20),
        (0x2488, 20),
        (0x24F5, 10),
        (0x2776, 10),
        (0x2780, 10),
        (0x278A, 10),
    )
    for n in range(count)
}
_INDEXES = _RAISED | _MEDALS | _CIRCLED
_ENCLOSED = re.compile("[Ⓐ-ⓩ🄰-🆉](?<![Ⓐ-ⓩ🄰-🆉].)(?=\ufe0f?[A-Za-z])")
"""One letter in a circle or a square before a word is a picture; several spell something."""
_LETTERS = {
    "ı": "i",
    "ł": "l",
    "Ł": "L",
    "ø": "o",
    "Ø": "O",
    "đ": "d",
    "Đ": "D",
    "ß": "s",
    "ẞ": "S",
    "æ": "a",
    "Æ": "A",
    "ی": "ي",
    "ى": "ي",
    "ک": "ك",
    "ة": "ه",
    "ـ": "",
}
_MARKS = {
    "−": "-", "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "━": "-", "─": "-",
    "〜": "~", "∼": "~", "≈": "~", "’": "'", "‘": "'", "“": '"', "”": '"', "。": ".", "、": ", ", "，": ", ",
    "•": " ", "●": " ", "·": " ", "⁄": "/", "٫": ".", "٬": ",", "٪": "%", "،": ",", "؟": "?", "№": "№", "｟": "(",
    "【": "(", "】": ")", "「": "(", "」": ")", "➔": "-", "→": "-", "➡": " ", "🔤": " ", "┃": " ", "│": "|",
    "❗": "!", "❕": "!", "⇒": "-", "⟹": "-", "×": "x", "↔": "-", "⇔": "-", "⟷": "-", "ℹ": " ", "™": " ",
    "°": "o", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n",
}  # fmt: skip
_SIMPLER = str.maketrans(
    "損進場標開單倉間減動價現幣餅輕槓桿撤銷賣買掛達點數對種號時級沒會將預計讀頭擋較觸發補強盤轉關續觀後個風險"
    "們這來為賺虧離給請繼過還區壓準備調設穩實體樣員課獲滿錯漲線週貨兩餘額萬嗎認黃銀鎊歐鏈氣護負貪資質趨車運遠"
    "適順頻報復戰據暫測當確範納結經緊總績聯聽舉衝視覺訂記許註試謝議財費迴鐘長願馬驗魚鯨佈係傾僅優內劃勝勢參師"
    "帶彈態慮掃撐斬棄構機歡況潤碼穫紀約紐習蕩說謹識趕農闆顧麼擔戶"
    "廢裡刪蝕筆雙訊贏賠鎖輸錢購產類編該閃連邊導異畫樓節鬆軟輔芷楹"
    "證並應斷決統縮與複規講變選邏閉隨頂項題債勁務嚴執夠學寫極搶敗盡絕處評誰門際熱獎潛恆拋製擁擠絲樂稅"
    "別於綫嘗針擇飛鍵擊圖見殺鐵幾跡軍從無靈幹雖圍遺顯領輪響簡難誤舊誇紅論歷籌遊遲東燒敵擴緩階聞綠讚緣薦懸猶隱偽騙詐違遞脫挾擬憂慘懼慶庫廣彎噴嘆堅壞夾奪奮孫寧尋屬嶄幀弒徑惡愛愾憑懶擾攤攪曉曬棟橫檔檢欄毀涼"
    "淚滅漁漸潰澀濾瀉爛爭牽獨瑣畢疊瘋癮盃盜礙禍禮稱窮窺竄競糧糾純紗紙細紹組絡綁綜維綱綿締緒練縱繞繩繫纏罷羅義聰聲聳職膽臉臨臺興艦艱葉藍藝藥蘇蘭虛術衛裝覓訓託訪詞詢詳誘語誠諒諸謀謊謠譜譯豬貝貢販貫貴賀賜賦賭"
    "賴贈趙踐軌載輛輝輩輯辯遙遷郵鄉醫釋釘釣鈔鈴鉤銘銳鋒鋪鋼錄錘鍋鎮鑄鑒鑽閒閱闊闡陣陰陳陸陽隊隕雞電霧靜鞏韓韻頁頑頗頰頸顆顛飄飢飯飲飼飽飾餌養餓饋饑馮馳駐駕駛騎騰驅驕驟髒鬧鬱鯊鳥鳴鳳鴻鷹麗麥黨齊齒龍龐龜蒼則張哆箜祚簞筍",
    "损进场标开单仓间减动价现币饼轻杠杆撤销卖买挂达点数对种号时级没会将预计读头挡较触发补强盘转关续观后个风险"
    "们这来为赚亏离给请继过还区压准备调设稳实体样员课获满错涨线周货两余额万吗认黄银镑欧链气护负贪资质趋车运远"
    "适顺频报复战据暂测当确范纳结经紧总绩联听举冲视觉订记许注试谢议财费回钟长愿马验鱼鲸布系倾仅优内划胜势参师"
    "带弹态虑扫撑斩弃构机欢况润码获纪约纽习荡说谨识赶农板顾么担户"
    "废里删蚀笔双讯赢赔锁输钱购产类编该闪连边导异画楼节松软辅止盈"
    "证并应断决统缩与复规讲变选逻闭随顶项题债劲务严执够学写极抢败尽绝处评谁门际热奖潜恒抛制拥挤丝乐税"
    "别于线尝针择飞键击图见杀铁几迹军从无灵干虽围遗显领轮响简难误旧夸红论历筹游迟东烧敌扩缓阶闻绿赞缘荐悬犹隐伪骗诈违递脱挟拟忧惨惧庆库广弯喷叹坚坏夹夺奋孙宁寻属崭帧弑径恶爱忾凭懒扰摊搅晓晒栋横档检栏毁凉"
    "泪灭渔渐溃涩滤泻烂争牵独琐毕叠疯瘾杯盗碍祸礼称穷窥窜竞粮纠纯纱纸细绍组络绑综维网绵缔绪练纵绕绳系缠罢罗义聪声耸职胆脸临台兴舰艰叶蓝艺药苏兰虚术卫装觅训托访词询详诱语诚谅诸谋谎谣谱译猪贝贡贩贯贵贺赐赋赌"
    "赖赠赵践轨载辆辉辈辑辩遥迁邮乡医释钉钓钞铃钩铭锐锋铺钢录锤锅镇铸鉴钻闲阅阔阐阵阴陈陆阳队陨鸡电雾静巩韩韵页顽颇颊颈颗颠飘饥饭饮饲饱饰饵养饿馈饥冯驰驻驾驶骑腾驱骄骤脏闹郁鲨鸟鸣凤鸿鹰丽麦党齐齿龙庞龟苍则张多空做单损",
)
_LOOKALIKES = dict(zip("АВЕКМНОРСТХаеорсухкмнтв", "ABEKMHOPCTXaeopcyxkmhtb", strict=True))
_BACK = {latin: cyrillic for cyrillic, latin in _LOOKALIKES.items() if latin not in "kmhtb"}
_MIXED = re.compile(r"[^\W\d_]+")
_TWO_SCRIPTS = re.compile("[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
_MARKUP = re.compile(r"[*`_~|]{2,}|[*`]")
_UNDERLINED = re.compile("__[0-9]+__")
"""23__30__: an underlined part of a number."""
_STRIKE = re.compile("(?<!~)~~(?!~)")
_THOUSANDS = re.compile("(?<=[0-9０-９])，(?=[0０][0-9０-９]{2}(?![0-9０-９]))")
"""６０，０００: what begins with a nought is no price of a list."""
_CAPITALS = re.compile("[АВЕКМНОРСТХ]{3,6}")
_DISGUISED = ("ВТС", "ЕТН")
"""The two tickers everybody knows, in letters that only look Latin; any other only before its quote."""
_PICTURE_NAME = re.compile(":[a-z]+(?:_[a-z]+)+:")
"""A picture by its name, as chats write it that have lost the picture: :white_check_mark:"""
_MENTION = re.compile(r"<(?:(?:@[!&]?|#|a?:\w{1,40}:)[0-9]{15,20}|t:[0-9]{9,12}(?::[A-Za-z])?)>")
"""Somebody, a channel, a picture or a moment, as Discord writes them: the number in it is nobody's price."""
_POINTED = re.compile(r"\.(?<![\w.,:'].)[0-9]")
""".5580 by itself: a price that leaves out its nought."""
_POINTED_TOO = re.compile(r"(?<![0-9.,:'])\.[0-9]")
"""Where one does, "stop.5180" does too; alone it is a full stop."""
_FROM_TO = re.compile(r"(?<=[0-9])(?:::+|\.\.+|\\)(?= ?[0-9])")
"""4171:::4180, 4171..4180: a row of marks for the dash of a range."""
_LEADERS = re.compile(r"(?<![0-9.])\.{4,}(?=\s?[0-9])")
"""Ziel 1 ...... 22530: what leads the eye to the figure of a label."""
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
"""What no keyboard types: hundreds of them in a row would be as many marks."""
_KEYCAPS = re.compile(f"[{chr(INDEX_FIRST)}-{chr(INDEX_FIRST + 8)}]{{2,}}")
_DISGUISING = re.compile(f"[\u0400-\u04ff{chr(INDEX_FIRST)}-{chr(INDEX_LAST)}]")
"""Without one of these nothing is written in keycaps or in letters of another alphabet."""
_CAP = "\u20e3"
_UNEVEN = "\ue0ff"
"""Stands for a character that becomes none or several. Nobody can write it: private characters vanish."""
_NOT_ONE = re.compile(f"[{_UNEVEN}\r]")
_SPREAD_MAX = 6
_REMEMBERED_MAX = 8192


@quick
@dataclass(frozen=True, slots=True)
class Clean:
    """``text``: plain, of the same letters; ``lower``: the same, folded, letter for letter.

    ``origin[i]`` is where character ``i`` stood in the message; one more entry marks the end.
    ``whole`` is false when the message was longer than what is read of it; ``struck`` is true when
    a part of it is struck through.
    """

    text: str
    lower: str
    origin: Sequence[int]
    whole: bool = True
    struck: bool = False

    @property
    def unmoved(self) -> bool:
        """Whether every letter stands where it was written."""
        return isinstance(self.origin, range)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of the clean text to the slice of the original it came from."""
        if start >= end:
            return self.origin[start], self.origin[start]
        return self.origin[start], self.origin[end - 1] + 1

    def part(self, start: int, end: int) -> Clean:
        """A stretch of it, as a text of its own whose spans still slice the whole message."""
        return Clean(self.text[start:end], self.lower[start:end], self.origin[start : end + 1], struck=self.struck)


def clean(text: str) -> Clean:
    """Read at most ``TEXT_MAX`` characters and make them plain. Never raises; time grows with the length only."""
    return _cleaned(text[:TEXT_MAX], whole=len(text) <= TEXT_MAX)


def fold(text: str) -> str:
    """The spelling under which vocabularies and messages meet, of a text of any length."""
    return _cleaned(text, whole=True).lower


def _cleaned(written: str, *, whole: bool) -> Clean:
    struck = "~~" in written and _is_struck(written)
    written = _CONTROLS.sub(" ", written)
    if not written.isascii():
        written = _ENCLOSED.sub(" ", written)
        if "，" in written:
            written = _THOUSANDS.sub(",", written)
    plain = written if written.isascii() else written.translate(_ALONE)
    origin: Sequence[int] = range(len(written) + 1)
    if _UNEVEN in plain or "\r" in plain:
        plain, origin = _uneven(written, plain, origin)
    if "<" in plain and ">" in plain:
        plain = _MENTION.sub(_blank, plain)
    if ":" in plain and "_" in plain:
        plain = _PICTURE_NAME.sub(_blank, plain)
    if ("*" in plain or "_" in plain or "|" in plain or "`" in plain or "~" in plain) and _MARKUP.search(plain):
        plain, origin = _without_markup(plain, origin)
    if _NEW_LINE in plain and "\n" not in plain.strip():
        plain = plain.replace(_NEW_LINE, " \n")  # pasted out of a program, as its two signs
    if "::" in plain or ".." in plain or "\\" in plain:
        plain = _FROM_TO.sub(lambda found: "-".ljust(len(found[0])), plain)
        plain = _LEADERS.sub(lambda found: ":".ljust(len(found[0])), plain)
    if _POINTED.search(plain):
        plain, origin = _with_noughts(plain, origin)
    if plain.isascii():
        return Clean(plain, plain.lower(), origin, whole, struck)
    if _DISGUISING.search(plain):
        plain = _KEYCAPS.sub(_digits, plain)
        plain = _CAPITALS.sub(_in_latin, plain)
        if _TWO_SCRIPTS.search(plain):
            plain = _MIXED.sub(_one_script, plain)
    lower = plain.lower()
    if len(lower) != len(plain) or "Σ" in plain:
        lower = "".join(c.lower()[:1] for c in plain)  # a final sigma would depend on its neighbours
    return Clean(plain, lower, origin, whole, struck)


_NEW_LINE = r"\n"


def _is_struck(text: str) -> bool:
    """Whether two pairs of tildes enclose something: "~~TP1 2350~~", and not the range "2340~~2335"."""
    opened = -1
    for found in _STRIKE.finditer(text):
        start, end = found.span()
        if opened >= 0 and any(map(str.isalnum, text[opened:start])):
            return True
        opened = end if not text[start - 1 : start].isalnum() or start == 0 else -1
    return False


def _in_latin(found: re.Match[str]) -> str:
    word, text, (start, end) = found[0], found.string, found.span()
    whole = not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
    quoted = text[end + 1 : end + 4] == "USD" and text[end] in "/-_"
    return "".join(_LOOKALIKES.get(c, c) for c in word) if whole and (quoted or word in _DISGUISED) else word


def _uneven(written: str, plain: str, origin: Sequence[int]) -> tuple[str, Sequence[int]]:
    """Put in what became none or several characters, and keep the way back to each."""
    pieces: list[str] = []
    places: list[int] = []
    last = 0
    for found in _NOT_ONE.finditer(plain):
        at = found.start()
        pieces.append(plain[last:at])
        places += origin[last:at]
        last = at + 1
        letter = written[at]
        if letter == _CAP:
            _cap(pieces)
        elif letter != "\r" or written[at + 1 : at + 2] != "\n":
            spread = _spread(letter)
            pieces.append(spread)
            places += [at] * len(spread)
    if not last:
        return plain, origin
    pieces.append(plain[last:])
    places += origin[last:]
    return "".join(pieces), places


class _Alone(dict[int, str]):
    """One character for one character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        if len(self) >= _REMEMBERED_MAX:
            self.clear()
        plain = chr(code) if code < 128 else _plain(chr(code))
        self[code] = plain = plain if len(plain) == 1 and plain != _CAP else _UNEVEN
        return plain


_ALONE = _Alone()


def _plain(letter: str) -> str:
    """One non-ASCII character as its plain self: at most a few characters, or nothing when it is invisible."""
    if INDEX_FIRST <= ord(letter) <= INDEX_LAST:
        return letter
    if letter in _INDEXES:
        return chr(INDEX_FIRST + _INDEXES[letter] - 1)
    if letter in _MARKS:
        return _MARKS[letter]
    if letter == "\u20e3":
        return letter
    digit = unicodedata.decimal(letter, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(letter)
    if category == "Pd" or (category in ("Sm", "So") and _points_from_one_to_the_other(letter)):
        return "-"
    if category in ("Cf", "Cs", "Co", "Cn") or "\U0001f3fb" <= letter <= "\U0001f3ff":
        return ""
    if category in ("Mn", "Me", "Cc"):
        return " " if category == "Cc" else ""
    if category in ("Zs", "Zl", "Zp"):
        return " "
    spread = unicodedata.normalize("NFKD", letter)
    if "\u2044" in spread:
        spread = " " + spread  # 1.2050½ is no 1.20501/2
    if len(spread) > _SPREAD_MAX:
        return " "
    if "\uac00" <= letter <= "\ud7a3":
        return letter
    kept = "".join(
        _LETTERS.get(c, _MARKS.get(c, c)) for c in spread if unicodedata.category(c) not in ("Mn", "Me", "Cf")
    )
    return kept.translate(_SIMPLER)


_spread = lru_cache(maxsize=_REMEMBERED_MAX)(_plain)
"""Asked only for what is not one character for one: the others are remembered by `_ALONE`."""


def _points_from_one_to_the_other(letter: str) -> bool:
    """An arrow to the right or both ways, as it stands between two prices; the heavy ones are bullets."""
    if "\u2700" <= letter <= "\u27bf" or letter < "\u2190":
        return False
    name = unicodedata.name(letter, "")
    return "ARROW" in name and "RIGHT" in name and "UP" not in name and "DOWN" not in name


def _cap(pieces: list[str]) -> None:
    """A combining keycap turns the digit before it into a list mark."""
    for at in range(len(pieces) - 1, -1, -1):
        if pieces[at]:
            if pieces[at][-1] in "123456789":
                pieces[at] = pieces[at][:-1] + chr(INDEX_FIRST + int(pieces[at][-1]) - 1)
            return


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _digits(found: re.Match[str]) -> str:
    """Several keycaps in a row are no list marks: somebody wrote a number with them."""
    return "".join(str(ord(c) - INDEX_FIRST + 1) for c in found[0])


def _without_markup(text: str, origin: Sequence[int]) -> tuple[str, list[int]]:
    """Drop bold, code and spoiler marks; inside a number they vanish (438**0), elsewhere they part words."""
    pieces: list[str] = []
    places: list[int] = []
    last = 0
    for found in _MARKUP.finditer(text):
        start, end = found.span()
        pieces.append(text[last:start])
        places += origin[last:start]
        inside = (
            ("_" not in found[0] or _UNDERLINED.match(text, start) is not None)
            and text[start - 1 : start] in "0123456789.,"
            and text[end : end + 1].isdigit()
            and start > 0
        )
        if not inside or (len(found[0]) == 1 and found[0] == "*"):
            pieces.append(" ")
            places.append(origin[start])
        last = end
    pieces.append(text[last:])
    places += origin[last:]
    return "".join(pieces), places


def _with_noughts(text: str, origin: Sequence[int]) -> tuple[str, list[int]]:
    """Write 0.5580 for .5580; the nought stands where the point does."""
    pieces: list[str] = []
    places: list[int] = []
    last = 0
    for found in _POINTED_TOO.finditer(text):
        at = found.start()
        parts = " 0" if text[at - 1 : at].isalnum() and at else "0"
        pieces += (text[last:at], parts)
        places += (*origin[last:at], *[origin[at]] * len(parts))
        last = at
    pieces.append(text[last:])
    places += origin[last:]
    return "".join(pieces), places


def _one_script(found: re.Match[str]) -> str:
    """A word of two alphabets is written in one of them: tickers in Latin, words in Cyrillic."""
    word = found[0]
    if word.isascii():
        return word
    cyrillic = [c for c in word if "\u0400" <= c <= "\u04ff"]
    if not cyrillic or len(cyrillic) == len(word) or not all(c.isascii() or "\u0400" <= c <= "\u04ff" for c in word):
        return word
    if all(c in _LOOKALIKES for c in cyrillic):
        return "".join(_LOOKALIKES.get(c, c) for c in word)
    return "".join(_BACK.get(c, c) for c in word)
