"""English for the last time: the words of every day, of charts and of rooms that bear a name, and rarer markets.

Separate from the words that have a part, because these only have none: beside an order they are no reason to ask.
No word of the past, of a wish, of a doubt or of a person stands here.
"""

from __future__ import annotations

from core.reading.roles import Role

ROOMS = """
    wolf, wolves, club, room, vip, fx, forex, signals, trading, team, academy, sniper, snipers, hunter, hunters, king,
    kings, bull, bulls, bear, bears, killer, killers, master, masters, hub, pro, elite, premium, community, group,
    channel, lounge, lab, labs, empire, kingdom, house, legends, legend, lion, lions, tiger, eagle, eagles, shark,
    sharks, whale, whales, ninja, ninjas, guru, gurus, experts, scalpers, pips, profits, city, nation, world, crew,
    squad,
    gang, mafia, army, family, warriors, titans, falcon, falcons, dragon, phoenix, rush, mine, miners, alerts, dominance
"""
CHARTED = """
    support, supports, support zone, resistance, resistances, demand zone, supply zone, key levels, liquidity, fvg,
    order block, trendline, rejection
"""
DISCLAIMS = """
    do your own research, educational, education, discipline, psychology, golden rule, let winners run, let your winners
    run, let me explain
"""
SPOTS = "level, structure, zone, area, block, range, pattern"
THAT = "that, which, where"
MISSED = "if you missed the entry, if you missed entry, if you missed it, if you missed this one, if missed"
MODALS = "may, might, could, can"
SEEN = "see, continue, extend"
SOUGHT = "move, continuation, push, run, scalp, extension, swing, expansion"
MOODS = """
    greed, greedy, fear, fears, fearful, panic, fomo, emotion, emotions, emotional, emotionally, hype, revenge, stress,
    stressed, rush, hurry, gamble, gambling, ego, excuses, drama, impulse, noise, overtrade, overtrading,
    overleverage, overleveraging, overleveraged, overrisk, overrisking, oversize, oversizing, hesitate, hesitation,
    hedging, martingale, gambler, sleep, afford, beginners, newbies, everyone, everybody, accounts, mm, cry, crying,
    ruin
"""
UPDATES = """
    update, updates, updated, updating, inform, informed, notify, notified, let you know, let you all know, let everyone
    know, message, monitor, monitoring, watching, offline,
    keep you posted, keep you all posted, keep everyone posted, keep you updated, keep you informed, signals
"""
TUNED = "stay tuned, coming soon, next signal, will post, to be continued"
SOON = "soon, coming soon, later today, tomorrow, will, we ll, i ll, next signal, stay tuned, later"
FURTHER = "more, next, another, further, additional"
STOPLESS = "without sl"
POTENTIAL = "potential"
FORMING = "forming"
SWINGS = """
    volume, volumes, funding, funding rate, open interest, oi, change, volatility, market cap, dominance, liquidity, vol
"""
LACKING = "without, no more"
TOWARDS = "for, into, towards, toward"

WORDS = {
    Role.ANALYSIS: """
        my trade setup suggests, my setup suggests, my analysis suggests, our analysis suggests, trade setup suggests,
        setup suggests, the chart suggests, chart suggests, analysis suggests
    """,
    Role.FILLER: """
        here is how i m framing, here s how i m framing, here is how i m playing, here s how i m playing, here is how i
        m trading, here s how i m trading, here is how i am playing, here is how i am trading, with the following
        parameters, with these parameters, with the following levels, with these levels,
        for those in, those in,
        target achieved before entering the entry zone, target achieved before entering, target reached before entry,
        target achieved before entry, target hit before entry, target reached before entering the entry zone,
        last trade of the day, last signal of the day, last one of the day, last setup of the day, last trade for today,
        last signal for today, last one for today, last trade today, last signal today, final trade of the day, wait for
        the next signal, wait for next signal, wait for the next one, wait for the next trade, wait for the next setup,
        wait for next trade, wait for next setup, recover yesterday s loss, recover yesterday s losses, recover our
        losses, recover the losses, recover the loss, recover losses, not the noise,
        sellside liquidity, buyside liquidity, sell side liquidity swept, buy side liquidity swept, sell side liquidity
        sweep, buy side liquidity sweep, sell side liquidity taken, buy side liquidity taken,
        check our results, see our results, check our performance, see our performance, results speak for themselves,
        results channel, results group,
        no sl no trade, no stop no trade, no stop loss no trade, no stoploss no trade, no setup no trade, no risk no
        trade, check spread before entering, check the spread before entering, check spread before you enter, check the
        spread before you enter, losses are part, losing is part, loss is part, not every trade wins, not every trade
        will win, can t win every trade, cannot win every trade, can t win them all, no need to hurry, no need to panic,
        no need to worry, no need to watch, no news, no major news, no red news, no high impact news, entry may vary,
        entries may vary, entry price may vary, cut your losses short, cut losses short, cutting losses short,
        keep you posted, keep you all posted, keep everyone posted, this is not a recommendation to buy or sell,
        patience wins, discipline wins, consistency wins, precision wins, wins the race, wins in the end,
        trade together win together, win together, we win together, let s win together, lets win together,
        win probability, winning probability,
        together we win,
        no pain no gain, no pain, trend is your friend, the trend is your friend, no signal is 100, nothing is 100,
        results may vary, individual results may vary, may not be suitable, not be suitable for everyone,
        up to a total loss, up to total loss, to a total loss, risk of total loss, total loss of capital, total loss of
        your capital, no financial advice, no investment advice, no trading advice, none of this is financial advice,
        not advice, not an advice, not financial advisors, not a financial advisor, not financial advisers, not a
        financial adviser, not investment advisors, not an investment advisor, not licensed advisors, no solicitation,
        not a solicitation, recommendation to buy or sell, recommendations to buy or sell, solicitation to buy or sell,
        no solicitation to buy or sell, not a recommendation to buy or sell, not a solicitation to buy or sell, offer to
        buy or sell, advice to buy or sell, invitation to buy or sell, this recommendation is not a trading signal, you
        enter the trade if you agree, enter the trade if you agree, enter only if you agree, do your own research before
        investing, do your own research before trading, do your own research before entering, research before investing,
        research before trading, drop a like, drop a comment, drop a heart, drop your comments, may take some time,
        might take some time, could take some time, can take some time, it takes some time, avoid trading during, avoid
        trading around, previous swing, previous swings, previous top, previous bottom,
        buy and sell at your own risk, buy and sell at own risk, buy or sell at your own risk, buy sell at your own
        risk, sale buy in your own risk, average buy price, average sell price, avg buy price, avg sell price, average
        buying price, average selling price, no reacts, no reactions, no react, forget this day, forget this week,
        forget this month, ladder entry, obtain the best results, get the best results, for optimal results,
        placed once again, on strong support, on strong horizontal support, on a strong support,
        potential for quick profits, potential for quick profit, potential for profit, potential for profits, profit
        potential, potential gem, high potential coin, great potential coin, high potential gem, potential profit,
        potential profits, potential gain, potential gains, potential return, potential returns, do not over bet, don't
        over bet, dont over bet, do not over trade, don't over trade, do not over invest, don't over invest, do not
        overinvest, don't overinvest,
        risk reminder, risk warning, risk disclaimer, risk notice,
        not guaranteed, not guarenteed, not garanteed, never guaranteed, nothing is guaranteed, no guaranteed profits,
        no guarantee, no guarantees, previous weeks high, previous weeks low, previous days high, previous days low,
        for best results, for the best results, for better results, to get the best results, to ensure the best results,
        not emotion, not emotions, not emotionally, not greed, not hope, not luck, not fear, not hard, not harder, not
        quantity, not gambling, not feelings, not hype, not impulse, plan the trade and trade the plan, plan your trade
        and trade your plan, plan the trade trade the plan, plan your trade trade your plan, trade your plan, trade the
        plan, trade with a plan, follow your plan, follow the plan, stick to the plan, stick to your plan,
        no re-entry, no reentry, no re-entries, no reentries, don't re-enter, do not re-enter, dont re enter, don't
        reenter, do not reenter, dont reenter, no need to re-enter, don't enter again, do not enter again, dont enter
        again, no new entries, no more entries, those who entered, those who are in, whoever is in, who is in, if you
        entered, if you got in, anyone in, close call, close calls, close enough, average entry price, average price,
        avg entry, avg price, to a close, long term, long run, longterm, longer, last long, as long as, so long, how
        long, all day long, long time, long way, before long, too long, market close, market closes, market open, market
        opens, session close, for those who, those who, those still holding, anyone still holding, anyone holding, if
        you are still in, if you re still in, if you still hold, if you are still holding, if still holding, if still
        in, if you are in, if you re in, who may still be holding, may still be holding, still in this, don t forget,
        dont forget, do not forget, don t forget to, dont forget to, do not forget to, short term, shortterm, short of,
        in short, short time, shortly, short lived, close to, closer, closest, candle close, candle closes, close
        candle, closing candle, close below, close above, closes below, closes above, closing below, closing above,
        close green, close red, close under, close over, closes under, closes over, closing under, closing over, close
        beneath, close beyond, close back above, close back below, close inside, close outside, a close, daily close,
        weekly close, stay close, stop going, stopped going, stop hunt, stop hunts, stop hunting, hit and run, buy the
        dip, closed candle, not financial advice, not a financial advice, not investment advice, this is not financial
        advice, this is not investment advice, own risk, trade at your own risk, the, a, of, on, in, with, your, my,
        this, it, its, is, are, be careful, please, pls, for, by, guys, use proper, manage your, strictly, follow, x,
        part of the game, part of trading, part of the business, part of it, everyone, everybody, folks, team, fam,
        traders, boys, before nfp, before news, before the news, sent via, posted via, shared via,
        forwarded via, copied via, off to a, off to the, before it gets worse, before it reverses, before it turns,
        before it s too late, before it is too late, before it drops, before it dumps, trade is off to, trade is off to
        a, before cpi, before fomc, before the weekend, before weekend,
        close status, close date, close reason, close type, moving target trigger,
        close the charts, close the chart, close the app, close your laptop, we, we re, we are, our, entering,
        opening, placed, placing, goes, lies, recommend, we recommend, recommended, recommendation, suggested, desk,
        desk note, note, small, tight, wide, new, fresh, quick, good, best, great, each, leave, initial, small lots,
        small lot, small size, looks ready, ready, one, today, todays, today s, london, new york, ny, asia, asian,
        tokyo, valid until, valid till, valid for, good till, gtc, expiry, expires, expiration, midterm, mid term,
        into profit, into profits, in profits, in plus, into the green, medium term, layering, layers, max,
        maximum, minimum, carefully, wisely, that, these, those, here we go, let s
        go, lets go, take this, take it, go, going, some more, strategy, strategies, via, per, off, and a, is at,
        sitting, set at, fast, slow, both, strong buy, strong sell, strong, fills fast, jumping, jumping in, jump in,
        jump, play, breakout play, as before, i m, im, i, as always, same lot, same, for members, for new members, for
        all members, for our members, for vip members, taking, sum, setup active, is a go, is live, live, trade live,
        scalp only, overnight, still, looks, so, let, us, all members, trade active now, or better, or lower, or higher,
        from now on, market crypto, market forex, market spot, market futures, crypto market, forex market, stock
        market, the market, markets, market type, market conditions, index, layering up to, lets see, let s see, n t, as
        of now, ny close, new york close, london close, friday close, end of day, eod, us close, order book, order
        books, start to enter, to enter, start, pattern, with care, trade with care, point set at, free, paid, 4 all, 4
        you, sats, satoshi, compatible format, cornix compatible format, must be, let be, average is now, avg is now,
        average now, average is, new average, our average is, average entry is, average entry now, is shared, shared
        with, sharing with, do not rush, don t rush, dont rush, never rush, no rush, no need to rush, do not chase, don
        t chase, dont chase, never chase, do not fomo, don t fomo, no fomo, do not overleverage, don t overleverage,
        dont overleverage, do not over leverage, don t over leverage, don t be greedy, do not be greedy, dont be greedy,
        don t overtrade, do not overtrade, don t panic, do not panic, dont panic, don t worry, do not worry, dont worry,
        don t miss, do not miss, dont miss, don t miss this, don t risk more, do not risk more, dont risk more, never
        risk more, don t overrisk, do not overrisk, don t over risk, do not over risk, don t use high, do not use high,
        don t go all in, do not go all in, never go all in, don t all in, don t be late, do not be late, no greed, not
        more than, no more than, nothing more, don t enter all at once, don t go heavy, do not go heavy, members only,
        vip members, dear members, all our members, our members only, i don t gamble, we don t gamble, don t gamble, do
        not gamble, i don t like, we don t like, don t like, i do not like, i don t trust, we don t trust, same sl as,
        same stop as, take the money, retail accounts, retail investor accounts, retail investors, of retail, with money
        you cannot, money you cannot, you cannot afford, can t afford, cannot afford, you can t lose, cannot lose, don t
        trade with money, do not trade with money, don t invest money, do not invest money, don t oversize, do not
        oversize, dont oversize, never oversize, only risk money, open time, opening time, open date, opening date,
        close time, posted at, sent at, issued at, published at, we may not, members lounge, better, not before, not
        earlier, layering allowed, no layering, long legs, lock it in, wish you, wishing you, wish you all, i wish you,
        we wish you, wish everyone, hope you, hope you all, hope everyone, hope this helps, our analysts, our analyst,
        analysts team, analyst team, our experts, book a call, book a consultation, book your call, book a session, book
        a seat, book your seat, book your spot, was close, is close, are close, were close, very close, too close,
        pretty close, really close, getting close, got close, came close, come close, close one, extremely close,
        remember to, remember that, always remember, please remember, remember not, remember never, remember the rules,
        just remember, analyst note, analyst notes, analyst view, analyst comment, our analyst team, not good anymore,
        no good anymore, is out now, are out now, cut the cake, cutting the cake, in closing, all out attack, all out
        war, go all out, going all out, wrap it up for today, wrap it up for the day, wrap it up for the week, that s
        a wrap, closing shop, solid break, solid close, my own trade idea, my own trade ideas, my own trading idea, my
        own trading ideas, my personal trade idea, my personal trade ideas, bank holiday, bank holidays, out of your
        comfort zone, out of your head, this is for educational purpose only, for educational purpose only,
        educational purpose only, for education purpose only, for education purposes only, for education only, for
        educational use only, for educational and informational purposes only, for informational and educational
        purposes only, for learning purpose only, for learning purposes only, learning purposes only, for learning
        only, shared for educational purposes only, shared for learning purposes only, posted for educational purposes
        only, for study purpose only, for study purposes only, this is for
        educational purposes only, for educational purposes only, educational purposes only, not a recommendation, not
        investment recommendations, this is not a recommendation, not trading advice, after which, following which,
        still in control, still in play, still in force, still in a downtrend, still in an uptrend, still in downtrend,
        still in uptrend, still in the range, still in a range,
        trailing configuration, trailing stop configuration, trailing config, previous resistance, previous support,
        previous price action, previous resistance turned support, previous support turned resistance, previous range,
        previous swing high, previous swing low, previous candle, previous candle high, previous candle low,
        previous structure, previous ath, previous demand, previous supply, previous trend, previous bounce,
        short squeeze, long squeeze, sell side liquidity, buy side liquidity, sell pressure, selling pressure, buying
        pressure, buy pressure, sell wall, buy wall, long imbalance, short imbalance, buy side imbalance, sell side
        imbalance, set it and forget it, set and forget, term short, short mid term, short mid, short medium term, set
        and forget it, doesn t look good, does not look good, doesnt look good, not looking good, isn t looking good,
        not look good, doesn t look great, not looking great, not worth the risk, not worth holding, due to opposite
        direction signal, opposite direction signal, due to, those still in, those still in the trade, those who are
        still in, if you are still in the trade, if you re still in the trade, those of you still in, whoever is still
        in, who are still in, not liking, not happy with, not feeling good, not comfortable, doesn t feel right, not
        convinced, the book is,
        don t like how, i don t like how, i don t like the way, don t like the way, central bank, central
        banks, of my position, of my positions, of my trade, of our position, according to your, according to ur,
        according to own, according to the plan, as per your, as per ur, as per own, depending on your, depends on your,
        depending on ur, was sent by our, was sent by the, was not sent by our, was not sent by the, wasn t sent by our,
        wasn t sent by the, is sent by our, is not sent by our, isn t sent by our, was generated by, was not generated
        by, wasn t generated by, is generated by, is not generated by, was provided by our, was shared by our, was
        posted by our, is provided by our, is shared by our, was made by our, was prepared by our, sent by our, shared
        by our, generated by our, past performance, is not indicative of future results, not indicative of future
        results, does not guarantee future results, do not guarantee future results, no guarantee of future results,
        doesn t guarantee future results, inventory report, inventories report, jobs report, employment report, nfp
        report, cpi report, ppi report, earnings report, news report, gdp report, labor report, opec report, report
        tomorrow, report today, later this week, rest of this week, rest of the week, yesterday s close, yesterday s
        high, yesterday s low, yesterday s open, yesterday s range, yesterday s candle, yesterday s highs, yesterday s
        lows, last week s high, last week s low, last week s close, last week s open, last week s range, last month s
        high, last month s low, last month s close, previous day high, previous day low, previous day s high, previous
        day s low, previous week high, previous week low, previous week s high, previous week s low, previous month
        high, previous month low, previous high, previous low, previous highs, previous lows, last night s high, last
        night s low, if you missed the entry, if you missed entry, if you missed it, past results, past returns, past
        profits, do not guarantee, does not guarantee, do not predict, does not predict, wait for execution, doesn t
        guarantee, don t guarantee, is not a guarantee, are not a guarantee, not a guarantee, shared by admin, shared by
        the admin, posted by admin, sent by admin, may not get filled, may not be filled, may not fill, may not trigger,
        may not get triggered, might not get filled, might not be filled, might not trigger, might not get triggered, we
        are not responsible, not responsible for, is not responsible, are not responsible, any losses, your losses, your
        own losses, financial losses, for losses, of losses, have been waiting for, ve been waiting for, been waiting
        for, could run, may have different, prices may differ, price may differ, prices may vary, price may vary,
        spreads may differ, brokers may, if you took it, if you took this, if you took the trade, if you took this
        trade, if you took this one, posted by, made by, shared by, provided by, sent by, powered by, brought to you by,
        published by, created by, prepared by, called by, given by, signed by, lets, slowly, let s, silver bullet, ict
        silver bullet, bat pattern, crab pattern, golden zone, golden pocket, golden cross, gold standard, digital gold,
        black gold, yellow metal, the yellow metal, eia report, api report, crude report, stock report, cot report, fed
        report, ism report, pmi report, close by end of day, close by eod, close by the end, close by friday, close by
        end of week, hold time, holding time, holding period, got a, got a nice, got another, got an, we got a, we ve
        got a, swept the lows, swept the highs, swept lows, swept highs, swept liquidity, swept the liquidity, swept the
        low, swept the high, sweep of the lows, sweep of the highs, sweep of liquidity, tapped the zone, tapped into,
        tapped demand, tapped supply, tapped the level, touched support, touched resistance, touched the trendline,
        touched the zone, hit support, hit resistance, reached support, reached resistance, hit demand, hit supply,
        cleared the highs, cleared the lows, cleared resistance, long short, buy sell, short long, sell buy, no sl, no
        stop loss, no stoploss, no stop, half an hour, half hour, half way, halfway, half price, half of you, half the
        battle, half of the people, half of them, half year, half a year, half day, half a day, half time, half the
        time, half past, half asleep, half of the market, half the market, watch out, markets close, markets are
        closing, market is closing, the market closes, exchanges close, nfp out, cpi out, ppi out, news out, data out,
        news is out, news are out, out of town, out of stock, out of the woods, video is out, video out, day closed, day
        is closed, the day closed, close your eyes, closing your eyes, close my eyes, close your charts, close the
        laptop, close your laptops, close your phone, close your app, close your platform, close your screens, close the
        screens, close your computer, close all your worries, close your mind, close to home, close to you, close the
        chapter, close the gap, closing the gap, closing the offer, close the offer, closed the gap, close the door,
        close the fvg, close the imbalance, close attention, close watch, close range, close together, close friend,
        close shave, withdraw your profits, withdraw them, withdraw profits, withdraw funds, withdraw your, withdraw
        money, withdraw some, withdraw it, withdraw your money, withdraw to, withdraw from, cut the crap, cut the noise,
        cut through, short cut, cut it close, make the cut, clear cut, book review, book club, e book, ebook, free
        ebook, the books, playbook, text book, textbook, textbook setup, textbook trade, textbook move, didn t work,
        didn't work out, did not work, did not work out, not working, isn t working, is not working, not working out, no
        momentum, not going anywhere, going nowhere, not respecting, isn't respecting, didn't hold, did not hold,
        doesn't look right, no reaction, didn't react, not enough momentum, no follow through, no volume, if you haven't
        already, if you haven t, if not already, if you have not already, if you haven't done so, if not done yet, if
        not done already, if you didn't already, if you didn't yet, if you haven't yet, those in profit, those who are
        in profit, everyone in profit, whoever is in profit, anyone in profit, who are in profit, if still open, if it s
        still open, if still running, average entry, closing in on, close in on, closing thoughts, closing note, closing
        notes, cancel culture, session cancelled, webinar cancelled, zoom call cancelled, meeting cancelled, live
        cancelled, event cancelled, stream cancelled, class cancelled, book your free, book recommendation, book of the
        week, good book, lock and load, locked and loaded, same sl and tp, same sl & tp, same tp and sl, same stop and
        targets, same sl and targets, moving on, moving on to the next, moving on to the next one, move on, let s move
        on, lets move on, moving forward, just in case, close to breakeven, close to be, close to entry, close to our
        entry, close to the entry, close to break even, close to cost, close to my entry, close to our stop, close to
        sl, close to tp, instead of, of your lot, of your lots, of the lot, unfortunately, for now, for the moment, make
        sure, make sure that, make sure to, be sure to, take profit and withdraw, take profits and withdraw, profit and
        withdraw, to secure, to secure profit, to secure profits, to secure the profit, to lock profit, to lock in
        profit, to lock in profits, to protect profit, to protect profits,
        ur, slippage possible,
        near entry, near our entry, near my entry, near the entry, near your entry, near entries
    """,
}

ALIASES = {
    "COPPER": "copper",
    "WHEAT": "wheat",
    "SOYBEAN": "soybean, soybeans",
    "BOOM1000": "boom 1000, boom 1000 index",
    "BOOM500": "boom 500, boom 500 index",
    "BOOM300": "boom 300, boom 300 index",
    "CRASH1000": "crash 1000, crash 1000 index",
    "CRASH500": "crash 500, crash 500 index",
    "CRASH300": "crash 300, crash 300 index",
    "STEP": "step index",
}

EVERYDAY = """
    spreads widen degens btw tonight during runs fly flies execution reasoning weekly demand supply parameters params
    tucked highs lows resting parked weakens strengthens softens firms fade fading br nbsp rests tuck
    conf technicals mas
    wild choppy crazy market markets be get gl glhf gm gn hello hi hey morning afternoon evening weekend week month
    day days welcome thanks thank cheers sir ladies gentlemen lads friends mates champs champions legends kings
    warriors crew squad gang bro bros brothers sisters dear investors soldiers hurry quickly urgent urgently
    attention important immediate act alarm hot fire rocket amazing awesome beautiful clean crisp nice lovely
    perfect excellent solid sweet superb fantastic brilliant decent favorite favourite huge massive big bigger
    biggest little tiny large larger main major minor key top prime premium quality clear clearly sharp simple
    simply easy fine ok okay yes sure cool gem bomb beast banger monster juicy tasty spicy explosive powerful luck
    lucky happy success successful blessed blessings god bless enjoy peace money management cash capital wealth rich
    freedom dollars bucks reward rewards careful carefully caution cautious responsible responsibly sensible proper
    properly wise patience patient patiently calm calmly relax greedy greed respect stick protect manage
    conservative conservatively conservatives aggressive aggressively aggressives moderate moderately normal
    normally usual usually regular standard light lighter heavy heavily comfortable afford basis discipline style
    scalpers scalper swingers swinger intraday sniper snipers lowrisk highrisk session sessions killzone hour minute
    minutes currently presently early late midday layer layered layers split spread equal equally parts each and or
    as than so such any every few several many much more less most least very too quite really extremely exactly
    approximately approx about roughly around nearly well back away inside outside within across along through
    towards toward against into onto out left right next following second third other another same similar
    single double triple two three four five six ten couple twice start begin ride catch grab send run place placing
    put putting getting go going see check note notice read attack strike load fill filling using use used based
    give giving gives trust watchful keep keeping stay staying follow followed apply adjust according accordingly
    advised advise here there below above him me you yours us ourselves yourself plus minus via per versus vs etc ie
    eg number no nr hashtag public group channel chat room club family community desk pro master academy official
    elite gold diamond platinum silver vipgroup crypto coins tokens altcoin altcoins alt alts memecoin meme metals
    metal commodity commodities indices stocks stock forex fx currency currencies futures beginner smart fresh brand
    brandnew daily monthly hourly midweek comment comments like likes react reaction reactions emoji thumbs
    pin pinned account accounts fund funded funds challenge prop exact accurate accuracy precise precision ahead
    forward straight direct directly instant fastest soonest target levels given attached slippage broker
    brokers commission commissions fee fees differ vary pricing update updates info information details detail full
    confident confidence conviction high low mid medium highly entries reason reasons wick wicks allowed only thin
    thick volatile quiet nervous holiday holidays tight expected opportunity opportunities chance
    luckily everyone unleash alright bit bounced rolling doller exclaim behold introducing presenting fellas
    indicator indicators algorithm algo detected spotted identified generated hedge hedged hedging abc aboard
    absolutely absorption academycom accumulation additionally adjacent adp advanced adx aftermarket agree agreeing
    agrees alerts align aligned aligning alignment aligns allocate allocating altogether amen america american ammo
    angle angled apex app apparent application areas arena arm armed ashi atr australian auto automated
    automatically automation available averages backed backing bag bagging bags baking balances band bands bang bar
    bars base basic basically basing basket bearishness bears because bell beware biased bismillah bits blazing
    bleed bleeding block blocks blueprint board bodies boe boj bollinger bond bonds boom bos bottom bottoming
    bottoms bounce bounces bouncing box boxed breakdown breakdowns breaker breaking breakouts brewing bridge british
    broadly bullet bullets bullishness bulls bullseye burning burst butterfly calendar canadian candle candles
    candlestick cart catalyst catalysts cci central certainly channels charted charting chartprime charts cheap
    cheaper cheapest checklist chinese choch citadel city class classic classical cleanly climb climbing cloud coil
    coiling common commonly completely complex compressed compression confluence confluences consequently consulting
    continuation continue continues continuing convergent cook cooked cooking copier copy corner corrective
    correlated correlating correlation countertrend cpi crab crest criteria crosses crossing cup cycle cycles cypher
    daytrading death decentish decline declines declining deep deeply defend defending defends defined definite
    definitely delevered delta deploy deploying diamonds digit digits dinner dip dips directional disciplined
    discord discounted displacement distinct distributing distribution dive divergent doji dollar donchian dovish
    downside downward downwards dragon drawdown drift drifting driver drivers drives dropping drops dxy dynasty ea
    eagle ecb economic economy edge election elections elevate elevator elliott ema email empire empower energy
    engine english engulfing enough entirely equilibrium equities especially essentially europe european evenly
    event events evident exhausted exhaustion expanding expansion expensive exposed exposure extended extension
    extensions eye eyes facebook factor factors factory fair fairly fakeout fakeouts falcon fall falling fed fib
    fibo fibonacci fifth figures final finally firm firmer firmly first flag flags flat flattening flexible flip
    flipped flipping flips flow flows flying focused focuses focusing fomc footprint fortress fourhour fourth fox
    framework frankfurt furthermore fyi galaxy gap gapping gaps gartley gateway gather gdp generally generic gently
    geopolitical gla global gltu golden goodluck grade graded gradually graph greenback grind grinding guard guarded
    guarding guidance guide guru haha hammer handful handle handles handsome hanging harmonic haven hawk hawkish
    head headed heading headline heads headsup hedges hehe heikin hence hidden hop horizon house hover hovering
    however hq htf hub hunter hunters ichimoku ict imbalance imp imperial impulse impulsive indicate indicates
    indicating individually inefficiency inner insha instagram intermediate international intra intradaycall
    invalidates inverse inverted investing investment investments ism item items japanese jobless jobs journey kdj
    keltner killer killers kind kindly kinds kingdom lab labs lagging last lasting launch launching leading leg
    legend legendary legs lfg liftoff lightly likewise line lines lion lions lit loading location locations logic
    logical lol loosely lotsize lounge ltf lunch lunchtime machine macro mail mailing mainly manually map margins
    mark markdown marks markup mean meanwhile mechanical method methodology methods micro middle midnight midpoint
    mind mini mitigation model models momentarily monthend moonbag mooning moonshot moreover mostly movement mss mt
    mtf nano nation nb nearby neatly neckline nevertheless newbies news nicely ninja noon numbers ob obv obvious
    obviously odds onboard orderflow outer outline outlined overall overextended overlap overlapping overstretched
    overvalued pa page panther parabolic particularly path patterns payoff payout payrolls pce peak pennant
    percentage perfectly persist persists phase phoenix pick picking picks picture piece pieces pinbar pinnacle
    pivot pivots places planet platform playbook plenty plunge plunging pmi poc pocket pockets pointing pool pools
    positional positionals pow ppi pre premarket premiumzone pricey primary printing probability profile
    profitability profitable promptly proportionally prosperity protecting protective protectively psa pushes
    pushing quant quantitative quarterly rallies rally rallying ranging rank ranked rapidly rare rate rated rates
    rating rationale rba rbnz rebound rebounding rebounds reclaim reclaiming reclaims recover recovering recovers
    recovery rectangle regions reject rejecting rejects relatively release releases relief reload reloading remain
    remains renko respectful respecting respectively respects retesting retests retrace retraces retracing reversion
    reverting rhino rip rips rise rises rising riskier riskiest risking risks road roadmap robot robust roi rolls
    round rounded royal rule ruled rules runway safe safely safer safest samurai sar scalable scalps scoop scooping
    score scored screen seasonal seasonality secondary sending separately shallow shark sharks sharply shielded shot
    shots shoulder shoulders showing sides signaling signalling sink sinking site sits sizable sizeable sized sizes
    sizing sizzling slides sliding slightly slope sma smc smoking smoothly smt snag snagging snatch snb snipe
    sniping soar soaring soft softening softer somewhat space special specials specifically spike spiky spots
    squeeze squeezes stack stacking stage stairway standardised star stars stash station statistic statistical
    steadily steady steaming steep steeply stoch stochastic street strength strengthening stretched stronger
    strongest strongly structural stuff summit supertrend supported supporting supportive supreme surely
    surge surging sweeping sweeps swiftly swings swiss sydney system systematic systems tactic tactical tactics
    takeoff tank tanking tap tapping taps tariff tariffs tea technique tension tensions terminal tertiary textbook
    therefore thesis thing things throw throwing thrust thus tier tiers tiger tightly tiktok timeframes titan
    together topping tops topside toss totally tower tradable tradeable trading trap traps treasuries treasury
    trending trendlines trends triangle triggerline trough turn turning turns types typical typically undervalued
    unique universe unlevered unusual upper upside upward upwards vacuum vah val valid validity value valued variant
    vault ventures version vertex view views visible vision visionary voids volumes vwap wallstreet warning warrior
    waves way weak weakening weaker weakness website wedge weekday weekdays whatsapp wicky widening wizard wolf
    wolves woo woohoo world wow yay yeah yep yet yield yields youtube yup zealand zenith zigzag zonefx
    leaving leave duper fundamentally rs inr provide provides providing situation situations suitable
    adjustment down successfully additional vth
"""
