"""Hindi and Urdu, as they are typed in Latin letters."""

from __future__ import annotations

from core.reading.roles import Role

WORDS = {
    Role.BUY: "kharido, khareedo, kharidna, kharid lo, khareed lo, buy karo, buy karein, long karo, lelo",
    Role.SELL: "becho, bechna, bech do, sell karo, sell karein, short karo",
    Role.ENTRY: "entry lo, entry lena, entry karo, dakhil",
    Role.STOP: "nuksan rok, sl lagao, sl rakho, stop lagao, stop rakho, sl lagana",
    Role.TARGET: "lakshya, nishana, munafa",
    Role.MARKET: "abhi, abhi ke abhi, turant, isi waqt, market pe, market par",
    Role.ZONE: "par, pe, ke paas, ke aas paas, ke qareeb",
    Role.SYMBOL: "sikka",
    Role.SIZE: "jokhim, khatra, raqam",
    Role.CLOCK: "ghanta, ghante, din, hafta",
    Role.TO: "se, tak, ya",
    Role.AND: "aur, phir, fir, or phir",
    Role.FILLER: "ko, ka, ki, ke, hai, hain, rakho, lagao, karo, karein, kar do, apna, apni, bhai, sab, jo",
    Role.MOVE: "le aao, lao, le jao, shift karo, shift kar do, move karo, move kar do, trail karo, laga do, kar lo",
    Role.CLOSE: "band karo, band kar do, bandh karo, close karo, close kar do, nikal jao, exit karo, exit kar lo",
    Role.CLOSED: "band kar diya, close kar diya, nikal gaye",
    Role.CANCEL: "cancel karo, cancel kar do, radd karo, radd kar do, order hatao",
    Role.REMOVE: "hatao, hata do, nikal do",
    Role.PART: "thoda, kuch, profit book karo, profit book kar lo, profit le lo, partial book karo, book karo",
    Role.HALF: "aadha, aadhi, adha, adhi",
    Role.ALL: "sab kuch, poora, puri, poori, saari, sari",
    Role.EVEN: "cost pe, cost par, entry pe, entry par, kharid bhav, breakeven pe, breakeven par",
    Role.HIT: "ho gaya, hit ho gaya, lag gaya, mil gaya, aa gaya, poora hua",
    Role.FILLED: "active ho gaya, trigger ho gaya, fill ho gaya",
    Role.HOLD: "hold karo, rukna, pakad ke rakho",
    Role.NOT: "mat, nahi, nahin, na karo",
    Role.IF: "agar, jab",
    Role.WILL: "karenge, karunga, lenge, denge",
    Role.MAY: "shayad, ho sakta",
    Role.YOU_CAN: "kar sakte, chaho to, marzi",
    Role.QUESTION: "kya, kyun, kaise, kaun",
    Role.RECAP: "kal ka, kal ke, natija, nateeja, mubarak",
    Role.ANALYSIS: "tajziya, vishleshan",
    Role.LESSON: "misaal, udaharan, seekho, sikho",
    Role.AD: "muft, judo, shamil",
    Role.WAIT: "intezar, ruko, taiyar raho, tayar raho",
}

ALIASES = {
    "sona": "XAUUSD",
    "chandi": "XAGUSD",
}
