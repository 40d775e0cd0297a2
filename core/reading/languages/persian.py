"""Persian."""

from __future__ import annotations

from core.reading.roles import Role

WORDS = {
    Role.BUY: "خرید, لانگ",
    Role.SELL: "فروش, شورت",
    Role.ENTRY: "ورود, نقطه ورود, محدوده ورود, قیمت ورود",
    Role.STOP: "حد ضرر, استاپ, حدضرر, استاپ لاس",
    Role.TARGET: "تارگت, هدف, اهداف, حد سود, تارگت ها, حدسود",
    Role.LEVERAGE: "اهرم, لوریج",
    Role.CROSS: "کراس",
    Role.ISOLATED: "ایزوله",
    Role.MARKET: "مارکت, قیمت فعلی, همین الان, اکنون",
    Role.LIMIT: "لیمیت",
    Role.SYMBOL: "ارز, جفت ارز, نماد, کوین",
    Role.HEADING: "معامله, معاملات, سفارش, سیگنال, پوزیشن, موقعیت",
    Role.SIZE: "ریسک, سرمایه, حجم",
    Role.PIPS: "پیپ",
    Role.CLOCK: "ساعت, دقیقه, روز",
    Role.TO: "تا, الی",
    Role.AND: "سپس",
    Role.FILLER: "رو, را, کنید",
    Role.MOVE: "انتقال, منتقل کنید, بیارید, جابجا",
    Role.CLOSE: "ببندید, ببند, ببندین, بستن, خارج شوید, سیو کامل",
    Role.CLOSED: "بسته شد",
    Role.CANCEL: "لغو, کنسل, حذف سفارش",
    Role.REMOVE: "حذف, بردارید",
    Role.PART: "سیو سود, بخشی, سیو",
    Role.HALF: "نصف, نیمی",
    Role.EVEN: "ریسک فری, نقطه ورود استاپ, سر به سر, به نقطه ورود",
    Role.HIT: "تاچ شد, خورد, فعال حد, رسید, تاچ",
    Role.FILLED: "فعال شد",
    Role.NOT: "نکنید, نیست, نه",
    Role.IF: "اگر, در صورت",
    Role.WILL: "خواهیم, قراره, خواهم, میخواهیم, میبندیم",
    Role.MAY: "شاید, احتمالا",
    Role.RECAP: "نتیجه, گزارش, نتایج",
    Role.ANALYSIS: "تحلیل, حمایت, مقاومت",
    Role.LESSON: "آموزش, مثال",
    Role.AD: "تخفیف, عضویت",
    Role.WAIT: "منتظر, صبر کنید",
}

ALIASES = {
    "طلا": "XAUUSD",
    "انس طلا": "XAUUSD",
    "بیت کوین": "BTC",
    "اتریوم": "ETH",
    "نقره": "XAGUSD",
}
