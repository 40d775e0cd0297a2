"""Hindi and Urdu, as they are typed in Latin letters."""

from __future__ import annotations

from core.reading.roles import Role

REMAINING = "baki, baaki, bacha"
HALVES = "aadhi, aadhi position"
FIRST_OF_ALL = "pehle"
BY_ITSELF = "apne aap"
UNHURRIED = "jaldbazi na kare, jaldbazi mat karo, jaldi mat karo, jaldi nahi"
TONIGHT = "raat, aaj raat, raat ko, sham, shaam, sham ko, shaam ko"
RULES = "niyam"
MOODS = "lalach, lalchi, dar, panic, jaldbaazi, jaldbazi, ghabrahat"
SOON = "jald, jald hi"
FURTHER = "agla, agle"
UPDATES = "update, bata"
EVERY = "sab, sabhi, saari, sari, saare"
TODAY = "aaj, din, hafta"
GREEN = "profit, nafa, munafa"
WEEKDAYS = "somvar, mangalvar, budhvar, guruvar, shukravar, shanivar"
MONTHS = "janvari, farvari, अप्रैल, जून, जुलाई, अगस्त, सितंबर, अक्टूबर, नवंबर, दिसंबर"
EXPECTED = "umeed"

EACH = "har, pratyek"
RISK = "jokhim, khatra"
LOTS = "lot"
CLOSES = "close, band"
CANDLES = "candle, mombatti"
OF = "pe"
PROFIT = "nafa"
LOSS = "nuksan"
TAKEN = "nikalo, kaato, book"
TOOK = "nikala, nikale, kaata, becha, liya"

OR = "ya"
DENIALS = "nahi, nahin"
PRICE_NOW = "abhi ka bhav"
ADVICE = "salah, salaah, behtar, sujhav, achha, accha"
SAME = "wahi"
HABITS = "hamesha"
MARKETS = "bazaar, market"
AT = "pe, par"
CHOSEN = "pehli, pehle, pehla, upar wali, neeche wali"
KEPT = "ek, best wali, baki, baaki"
KEPT_BEHIND = "rakho, hold rakho, rakh lo, rehne do, rakhna, chhod do"
LAYERS = "entries, trades, positions, layer, layers"
SEVERAL = "ek, teen, char, kuch"
SIZES = "lot, volume"
CHANGES = "badlav"
SUCCEEDED = "safal, ho gaya"
ACCOUNTS = "mere account, mera account"
THANKS = "dhanyavad, shukriya"
ENDED = "nuksan, fayda, khatam, fail"
AFTERWARDS = "entry le sakte"
STOPLESS = "bina sl ke, bina sl, bina stop loss ke, bina stoploss ke"
ASKING_ADVICE = """
    kya lagta hai, kya lagta h, aapko kya lagta, kya kehte ho, kya bolte ho, kya ye sahi, sahi hai, entry le sakte,
    kya entry lu, kya lena chahiye, der ho gayi, ab bhi valid
"""
INVITING = "kaun hai sath, kaun kaun ready, ready ho, taiyar ho"
VOIDS = """
    main nahi le raha, main skip kar raha, mai nahi le raha, hum nahi le rahe,
    expire ho gaya, galat pair, galat coin, galti se, galat group, setup fail, student ka trade, member ka trade,
    bahut late, late ho gaya, skip karo,
    cost pe exit, trade khatam, khatam, sirf watch karo, close ho chuka
"""

WORDS = {
    Role.BUY: """
        kharido, khareedo, kharidna, kharid lo, khareed lo, buy karo, buy karein, long karo, lelo, buy kar lo,
        buy kar do, buy kro, buy krlo, buy lo, buy lena, buy kare, long le lo, long lo, kharidein, kharide,
        buy karte hain, buy karte h, pe le lo, par le lo, pe lelo, abhi le lo, abhi lelo,
        buy krna, buy le lo, long kar lo, khareed, kharid, buy maro, long maro
    """,
    Role.SELL: """
        becho, bechna, bech do, sell karo, sell karein, short karo, sell kar lo, sell kar do, sell kro,
        sell krlo, sell karna, sell kare, short le lo, short lo, short kar lo, bechein, beche, sell krna,
        bech lo, sell karte hain, sell karte h, short me lo, sell maro, short maro
    """,
    Role.ENTRY: """
        entry lo, entry lena, entry karo, dakhil, entry le lo, entry leni, entry point, entry krlo,
        entry lein, entry karein, entry bana lo
    """,
    Role.STOP: """
        nuksan rok, sl lagao, sl rakho, stop lagao, stop rakho, sl lagana, sl rakhna, sl rakhein, sl lagaye,
        stoploss lagao, stoploss rakho, stop loss rakho, stop loss lagao, sl dalo, sl daal do, sl lga lo
    """,
    Role.TARGET: """
        lakshya, nishana, munafa, target rakho, tp rakho, tp lagao, target lagao, target rahega, tgt rakho, trg, trgt
    """,
    Role.MARKET: """
        abhi, abhi ka bhav, abhi ke abhi, turant, isi waqt, market pe, market par, abhi lo, current price pe, cmp pe,
        market price pe, abhi buy, abhi sell, turant lo, yahi se, yahan se, isi price pe, yahin, yahin pe
    """,
    Role.ABOVE: "ke upar, ke uper, se upar, upar",
    Role.BELOW: "ke niche, ke neeche, se niche, niche",
    Role.ZONE: "par, pe, ke paas, ke aas paas, ke qareeb",
    Role.SYMBOL: "sikka",
    Role.SIZE: "jokhim, khatra, raqam",
    Role.CLOCK: "ghanta, ghante, din, hafta",
    Role.HUNDREDTH: "pratishat, feesad, fisad",
    Role.TO: "se, tak, ya",
    Role.AND: "aur, phir, fir, or phir",
    Role.FILLER: """
        zaroor, zarur, zaroor lagana, zaruri hai, ko, ka, ki, ke, hai, hain, rakho, lagao, karo, karein, kar do, apna,
        apni, bhai, sab, jo, mein, pr, ji, doston,
        dosto, bhaiyo, yaha, yahan, apne, wala, wali, ab, bhi, hum, me, mei, lo, lena, lena hai, lena h, le, le lo,
        lijiye, len, lein, naya, nayi, chota, choti, jaldi se, acha, accha, tagda, dhyan se, sambhal ke, aaj, daam,
        sirf education ke liye, sirf educational purpose, sirf seekhne ke liye,
        bhav, har, maal, karlo, rakhna, rakhein, rakhen, rakhe, lagana, lagaye, lagayein, hoga, na, kar dein, kar den,
        kardo, karen, kr, kro, kijiye, dein, den, laga dein, wale, jaldbazi na kare, jaldbazi mat karo, jaldi mat karo,
        lalach mat karo, lalach na kare, greedy mat bano, bhoolna mat, mat bhoolna, panic mat karo, fomo mat karo,
        zyada risk mat lo, isse zyada nahi, plan ke hisab se, यह वित्तीय सलाह नहीं है, वित्तीय सलाह नहीं,
        निवेश सलाह नहीं है, yeh financial advice nahi hai, financial advice nahi hai, केवल शैक्षिक उद्देश्य,
        dobara entry nahi, dobara entry mat lena, re-entry mat lena, re entry mat lo, jo andar hai, jo andar hain,
        jinhone entry li hai, jinki entry hai, jisne entry li hai, bhai log, bhai logo, sab log, aap log, mere bhaiyo,
        sabhi log, jaldi karo,
        jisne entry li, jisne entry li wo, jinhone entry li, jinhone entry li wo, zyada risk mat lena, over trading
        mat karo, overtrading mat karo, over trade mat karo, overtrade mat karo,
        se zyada, se jyada
    """,
    Role.MOVE: """
        le aao, lao, le jao, shift karo, shift kar do, move karo, move kar do, trail karo, laga do, kar lo,
        kar lena, kar dena, kar lein, shift kar lo, le aana, le aaye, le aayein, kar dijiye, krlo, krdo,
        kr lo, kr do, rakh lo, rakh do, lagalo, ker lo, ker do, kerlo, kerdo, kerlein, kerlain, krlein, krlen, kr dein,
        krdein, kardein, kardijiye, krdena, kardena, krlena, karlena, ker dein, kerden, krdijiye
    """,
    Role.CLOSE: """
        trade se nikal jao, se nikal jao, se exit karo, se exit kar lo, se exit karein, se nikal jaiye, se nikalo,
        trade se bahar aao, se bahar nikal jao, bahar aa jao, nikal lo, band karo,
        band kar do, bandh karo, close karo, close kar do, nikal jao, exit karo, exit kar lo, close kar lo, close krdo,
        close krlo, close karein, close kare, band kar lo, exit kar do, exit karein, exit kro, nikal jaye, nikal jaiye,
        book kar lo, sab close karo, close kar dena, kaat do, kat do, cut kar do, cut karo, trade close karo,
        position close karo, close kro, exit le lo, bahar niklo, bahar nikal jao, nikal jaao, baaki close karo,
        baki close karo, baaki close kar do, baki close kar do, baki nikal do, baaki nikal do, baki book karo,
        baaki book karo, profit book karke nikal jao, profit leke nikal jao
    """,
    Role.CLOSED: """
        band kar diya, close kar diya, nikal gaye, close ho gaya, close ho gayi, band ho gaya, close kiya,
        exit kar liya, close kar di
    """,
    Role.CANCEL: """
        cancel karo, cancel kar do, radd karo, radd kar do, order hatao, cancel krdo, cancel kar lo, cancel kr do,
        cancel hai, delete kar do, delete karo, order cancel, hata do order, order delete karo, cancel kro,
        limit hata do, pending hata do, cancel samjho, ab entry nahi leni, ab entry mat lena, ab nahi lena,
        ab mat lena, ab valid nahi hai, ab valid nahi, chhod do isko, isko chhod do, rehne do, order hata do,
        order nikal do
    """,
    Role.REMOVE: "hatao, hata do, nikal do",
    Role.PART: """
        thoda, kuch, profit book karo, profit book kar lo, profit le lo, partial book karo, book karo,
        partial book kar lo, partial close karo, kuch profit book karo, profit book kro,
        profit book krlo, kuch profit le lo, thoda profit book karo, booking karo, profit nikal lo,
        partial le lo, partial nikal lo, profit secure karo
    """,
    Role.HALF: """
        aadha, aadhi, adha, adhi, aadhi position, half position, half quantity, aadhi quantity, half qty, aadha profit,
        half book kar lo, aadha book karo, aadha book kar lo, half book, half profit book, aadha book, half nikalo,
        half nikal lo, aadha nikalo, half book karo, half book kro
    """,
    Role.ALL: "sab kuch, poora, puri, poori, saari, sari, baaki, baki, pura, poori position, bacha hua",
    Role.EVEN: """
        ctc, ctc karo, ctc kar do, ctc kar lo, ctc kar lijiye, ctc kar lein,
        cost pe, cost par, entry pe, entry par, kharid bhav, breakeven pe, breakeven par, cost to cost,
        cost to cost karo, entry price pe, breakeven kar do, breakeven kar lo, be kar do, be kar lo,
        risk free karo, risk free kar lo, cost pe le aao, entry pe le aao, cost pe kar do, cost par kar do,
        breakeven karo, risk free ho jao, no loss pe, costo to cost, cost 2 cost, costtocost, c to c, c2c,
        cost to cost krdo, cost to cost kardo, cost to cost krlo, cost to cost kar lo, cost p, cost pr
    """,
    Role.HIT: """
        ho gaya, hit ho gaya, lag gaya, mil gaya, aa gaya, poora hua, done hua, achieve ho gaya, achieve hua,
        hit hua, hit ho gya, ho gya, mil gya, aa gya, mil gayi, mil gaye, mil chuka, de diya, pura hua,
        touch hua, touch ho gaya
    """,
    Role.STOPPED: """
        sl hit ho gaya, sl hit hua, sl lag gaya, sl ho gaya, stop loss hit ho gaya, sl kat gaya, sl ud gaya,
        stop loss lag gaya, sl chala gaya, sl hit ho gya, sl lag gya, stoploss hit, stop hit ho gaya,
        stop loss ud gaya, stoploss ud gaya, sl uda, sl lag gayi
    """,
    Role.FILLED: """
        active ho gaya, trigger ho gaya, fill ho gaya, order active ho gaya, limit trigger ho gaya,
        order lag gaya, order fill ho gaya, entry mil gayi, entry mil gaya, limit active,
        trade active ho gaya, order trigger ho gaya, limit fill ho gayi
    """,
    Role.HOLD: """
        hold karo, baki rehne do, baaki rehne do, rukna, pakad ke rakho, hold rakho, hold karein, hold rakhein,
        hold kare
    """,
    Role.NOT: """
        mat, nahi, nahin, na karo, matt, na kare, na karein, mat karo, mat karna, nahi karna, nhi, abhi nahi,
        mat lena, nahi lena, chahiye tha, chahiye thi, bhool jaate, bhool gaye, bhul gaye, भूल जाते, भूल गए,
        isko skip, ise skip, skip karo, skip kar do, skip karna,
        bina sl ke, bina sl, bina stop loss ke, bina stoploss ke
    """,
    Role.IF: """
        agar, jab, jab tak, agr, tabhi, ke baad, yadi, sirf agar, shart, depend, confirmation ke baad, tab hi,
        tabhi lena,
        hit hone par, hit hone ke baad, hit hote hi, hone par, aane par, hit ho jaye to, hit ho jaye, ho jane par,
        hone ke baad
    """,
    Role.WILL: """
        karenge, karunga, lenge, denge, dunga, dengey, bataunga, batayenge, aayega, milega, kal lenge, jaldi,
        thodi der, karna hai kal, somwar, agle hafte, plan hai, irada, kal, kal subah
    """,
    Role.MAY: """
        shayad, ho sakta, ho sakta hai, lagta hai, sakta hai, jaa sakta, ja sakta, umeed, chahta, chahta hu,
        kaash, kash, umeed hai, soch raha, soch rahe, socha tha, mann
    """,
    Role.YOU_CAN: """
        kar sakte, chaho to, marzi, chahe to, aap chahe, kar sakte ho, kar sakte hain, jisko chahiye,
        apni marzi, hamesha, har baar, jo chahe
    """,
    Role.QUESTION: "kya, kyun, kaise, kaun, kisne, kitna, kab, kya karein, kisko, kaha, entry le sakte",
    Role.RECAP: """
        main already, mera position, mera trade,
        natija, nateeja, mubarak, kal ka result, aaj ka result, aaj ka profit, aaj ke, mubarak ho,
        sab profit me, badhai, badhai ho, total profit, kal humne, humne,
        week band, mahina band,
        already hit ho, hit ho chuka, miss ho gaya, miss ho gayi,
        abhi chal raha, trade chal raha, target ke paas, galti se post, galti se bhej
    """,
    Role.MEMORY: """
        tha, thi, the humne, liya tha, becha tha, kharida tha, yaad hai, pichla, pichli, pichle, pehle, diya
        tha, subah, parso
    """,
    Role.OTHERS: """
        usne, unhone, wo, woh, dost, mera dost, kisi ne, member, members, analyst, doosra channel, dusre
        channel, ke hisab se, kehta, kehte hain, bolta, log, demo account,
        vip ko mila, vip me diya, vip mein diya, vip walo ko, vip members ko
    """,
    Role.ANALYSIS: "tajziya, vishleshan, volatility",
    Role.LESSON: """
        misaal, udaharan, seekho, sikho, maan lo, maano, jaise ki, yaad rakho, samjho, namuna, test signal,
        nakli, fake signal
    """,
    Role.AD: """
        muft, judo, shamil, dm karo, join karo, join kare, join karne, premium group, vip join, contact karo,
        fees, link pe click, paid group, message karo
    """,
    Role.WAIT: """
        intezar, ruko, taiyar raho, tayar raho, wait karo, wait karein, intezaar, intezaar karo, ready raho,
        ready rahein, thoda wait, ruk jao, confirmation ka, tayyar raho
    """,
    Role.EXCEPT: "chhod ke, chhodkar, chhod kar, chod ke, chodkar, ke alawa, ke siva, ko chhod, ko chhodkar, chhod",
    Role.BUT: "lekin, sirf, bas, balki, magar",
    Role.EDIT: "naya sl, naya stop, naya target, nayi sl, naya tp",
    Role.PAST: "kal ka, kal ke, pichle hafte, kal ki, kal wala, kal saare, kal sare, kal sab, kal sabhi",
    Role.RUNNER: "खुला, khula",
}

EVERYDAY = """
    jitna jitni utna utni sako sah paas bana banalo bhaiyon
    zaroori chhota chhoti beech
    namaste namaskar salam assalam walaikum alaikum dosto doston dost bhai bhaiyo bhaio yaar yaaro sabhi sab
    logon members traders trader investors parivar family team sir ji jee dhyan dhyaan jaldi jaldise turant
    zaruri fatafat accha acha achha achi achhi badhiya behtareen zabardast mast shandar shaandar kamaal
    kamal sahi pakka pakki mazboot saaf simple aasan bada badi bade sabse tagda tagdi dhamaka dhamakedar best
    top shubh shubhkamnaye shubhkamnayein kismat safalta khush bhagwan allah inshallah mashallah paisa
    paise capital account lot lots qty quantity risk management percent sambhal sambhalke savdhani savdhan
    dhairya sabar sabr shanti discipline follow kare karen karo karein kijiye kijiyega rakhe rakhen rakho
    rakhein rakhiye lagaye lagaaye lagao lagaiye apna apni apne hisaab hisab normal standard kam zyada jyada
    thoda thodi chota choti halka halki minimum maximum signal sauda trade position setup call le
    lo lelo lijiye leke lete lekar banao banaye daalo dalo scalping scalp swing intraday short long term aaj
    subah shaam dopahar raat hafta hafte mahina din ghanta ghante minute session hamara hamari humara humari
    hamare humare aapka aapki aapke ye yeh yah wo woh vo is us har wahi dusra dusri aur ya bhi hi to toh ko ka
    ki ke se me mai par pe tak liye sath saath bahut bohot kaafi kafi kuch teen char paanch yaha yahan yahaan
    waha wahan jaise lagbhag kareeb bilkul ekdum hai hain ho coin crypto sona chandi tel index nifty futures
    stock share option options token channel group vip premium free room club taiyar tayyar chalo chaliye shuru
    bismillah safe lamba rate pehla tisra pahla doosra last aakhri shukriya mera aap clear karna dena laga do
    aaye aye tab
"""

SALES = "bech do, bech dein, becho, bech de, bech lo, sell karo, sell kar do"
ORDINALS = (
    "pehla, doosra, teesra, chautha, paanchva",
    "pehle, dusra, tisra",
)

ALIASES = {
    "XAUUSD": "sona",
    "XAGUSD": "chandi",
    "USOIL": "kachha tel, crude",
}
MOMENTS = "resistance, support, ghante, shukrawar"
