"""Indonesian and Malay."""

from __future__ import annotations

from core.reading.roles import Role

WORDS = {
    Role.BUY: "beli",
    Role.SELL: "jual",
    Role.ENTRY: "masuk, harga masuk, area masuk",
    Role.STOP: "batas rugi",
    Role.TARGET: "sasaran, ambil untung",
    Role.LEVERAGE: "daya ungkit",
    Role.MARKET: "sekarang, harga sekarang",
    Role.SYMBOL: "koin, pasangan",
    Role.HEADING: "posisi, order, sinyal, diteruskan dari",
    Role.SIZE: "risiko, modal",
    Role.CLOCK: "jam, menit, hari",
    Role.TO: "sampai, hingga, atau",
    Role.AND: "dan, lalu",
    Role.FILLER: "ya, kalian, teman",
    Role.MOVE: "pindahkan, geser, naikkan, pindah",
    Role.CLOSE: "tutup, tutup semua, keluar",
    Role.CLOSED: "ditutup, sudah tutup",
    Role.CANCEL: "batal, batalkan, hapus order",
    Role.REMOVE: "hapus, tanpa",
    Role.PART: "sebagian, amankan",
    Role.HALF: "setengah, separuh",
    Role.ALL: "semua",
    Role.EVEN: "titik impas, ke entry, harga masuk sl",
    Role.HIT: "tercapai, kena, tersentuh",
    Role.FILLED: "aktif",
    Role.NOT: "jangan, tidak, bukan",
    Role.IF: "jika, kalau, bila",
    Role.WILL: "akan",
    Role.MAY: "mungkin",
    Role.YOU_CAN: "boleh",
    Role.RECAP: "hasil, kemarin, rekap",
    Role.ANALYSIS: "analisa, analisis",
    Role.LESSON: "contoh",
    Role.AD: "gabung, diskon",
    Role.WAIT: "tunggu, bersiap",
}

ALIASES = {
    "emas": "XAUUSD",
    "perak": "XAGUSD",
}
