"""Arabic; spelling variants of alef, yeh and teh marbuta are folded before matching."""

from __future__ import annotations

from core.reading.roles import Role

WORDS = {
    Role.BELOW: "تحت, اسفل",
    Role.ABOVE: "فوق, اعلى",
    Role.BETWEEN: "بين",
    Role.BUY: "شراء, اشتري, لونج, شراء من, الشراء, لونغ",
    Role.SELL: "بيع, شورت, البيع, بيع من",
    Role.ENTRY: "دخول, الدخول, منطقة الدخول, سعر الدخول, نقطة الدخول, منطقة",
    Role.STOP: "وقف, وقف الخسارة, ستوب, ستوب لوز, الستوب, ايقاف الخسارة, الوقف",
    Role.TARGET: """
        هدف, الهدف, اهداف, الاهداف, الهدف الاول, الهدف الثاني, الهدف الثالث, الهدف الرابع, جني الارباح,
        تيك بروفت, هدف اول, هدف ثاني
    """,
    Role.ADD: "تعزيز, تدعيم",
    Role.LEVERAGE: "رافعة, الرافعة, الرافعة المالية, رافعه",
    Role.CROSS: "كروس",
    Role.ISOLATED: "معزول",
    Role.SPOT: "سبوت",
    Role.MARKET: "الان, الآن, سعر السوق, من السوق, السعر الحالي, حالا",
    Role.LIMIT: "معلق, امر معلق, ليمت",
    Role.ZONE: "من, عند",
    Role.RUNNER: "مفتوح",
    Role.SYMBOL: "عملة, العملة, الزوج, زوج",
    Role.HEADING: "توصية, صفقة, اشارة",
    Role.SIZE: "مخاطرة, المخاطرة, راس المال, لوت",
    Role.PIPS: "نقطة, نقاط, بيب",
    Role.CLOCK: "ساعة, دقيقة, يوم",
    Role.TO: "الى, إلى, حتى",
    Role.AND: "و, ثم",
    Role.MOVE: "نقل, انقل, حرك, تحريك, ارفع, رفع, ضع",
    Role.CLOSE: "اغلاق, اغلق, اقفل, نغلق, خروج, اخرج, اغلاق الصفقة",
    Role.CLOSED: "تم الاغلاق, اغلقت, تم اغلاق",
    Role.CANCEL: "الغاء, الغي, الغاء الصفقة",
    Role.REMOVE: "ازالة, احذف, بدون",
    Role.PART: "جزئي, جزء, جزء من",
    Role.HALF: "نصف",
    Role.ALL: "كل, كامل, الكل",
    Role.EVEN: "نقطة الدخول الستوب, بريك ايفن, على الدخول, التعادل, الى الدخول, لنقطة الدخول",
    Role.HIT: "تحقق, تم تحقيق, تحقيق, ضرب, تم ضرب, وصل",
    Role.FILLED: "تفعيل, تم التفعيل, تفعلت",
    Role.HOLD: "انتظر, استمر",
    Role.NOT: "لا, لم, ليس, بدون وقف, عدم",
    Role.IF: "اذا, عند كسر, لو, بعد",
    Role.WILL: "سوف, سنقوم, راح",
    Role.MAY: "ممكن, ربما, قد",
    Role.YOU_CAN: "يمكنك, يمكنكم",
    Role.RECAP: "نتائج, ملخص, ارباح اليوم, امس, حققنا",
    Role.ANALYSIS: "تحليل, دعم, مقاومة",
    Role.LESSON: "مثال, شرح, تعليم",
    Role.AD: "اشترك, انضم, خصم, عرض",
    Role.WAIT: "قادم, ننتظر, انتظار, ناخد",
}

ALIASES = {
    "ذهب": "XAUUSD",
    "الذهب": "XAUUSD",
    "فضة": "XAGUSD",
    "الفضة": "XAGUSD",
    "بتكوين": "BTC",
    "البيتكوين": "BTC",
    "بيتكوين": "BTC",
    "نفط": "USOIL",
    "النفط": "USOIL",
}
