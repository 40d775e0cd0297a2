"""English once more: what is said around an order - denied, hoped, told, taught, advertised - and orders nothing.

Separate from the words of orders for its length only.
"""

from __future__ import annotations

from core.reading.roles import Role

COUNTED = """
    signals, trades, calls, members, followers, setups, layers, orders, positions, parts, legs, rungs, bullets,
    tranches, steps, candles, layer
"""
COMMENTS = """
    note, notes, comment, comments, reason, reasons, rationale, why, context, technicals, remark, remarks,
    commentary, reasoning, analysis, confluence, confluences, thesis, logic
"""
PRICE_NOW = """
    current price, current ask, current bid, ask price, bid price, current market price, market price, price now,
    last price, live price, cmp
"""
POSTED = "posted, sent, shared, published, issued"
REASONS = """
    reason, reasons, rationale, why, context, technicals, reasoning, analysis, confluence, confluences, thesis, logic,
    fundamentals, technical analysis, technical view, commentary, background, trade rationale
"""
STAKED = "with, using, worth"
WICKS = "wick, wicks, wicked, spike, spikes"
AFTER = "after, while"
STANDS = """
    we have a, we have an, we have the, we have another, we also have, we got a, we see a, we can see a, i see a,
    there is a, there is an, there is another, i have a, price is, price has, price broke, it is now
"""
FORWARDED = "forwarded from, forwarded message"
TITLES = """
    backtest, backtested, back test, performance, statistics, stats, trades taken, recap, trade recap, trade result,
    result, results, yesterday, previous trade
"""

WORDS = {
    Role.NOT: """
        not, don t, dont, do not, never, none, didn t, didnt, doesn t, isn t, isnt, won t, wont, cannot, can t, cant,
        without sl, haven t, hasn t, wasn t, stay away, stay out, nobody, no need, wouldn t, wouldnt, shouldn t,
        shouldnt, couldn t, ain t, not yet, not now, forgot, i forgot, forgot to, i forgot to, forgotten, forgot about
    """,
    Role.IF: """
        if, when, once, whenever, after, unless, in case, should it, as soon as, otherwise, until, before, while,
        provided, provided that, assuming, depending, depending on, depends, depends on, subject to, in the event,
        in the event of, given that, given a, only on, only with, only valid, valid only, only after, only when,
        only if, on confirmation, with confirmation, after confirmation, confirmation needed, needs confirmation,
        pending confirmation, likes and, reactions and, likes then, likes and i, likes and we, likes for the next,
        reactions for the next, upon, conditional, on condition, on a retest, on retest, on the retest, on a break,
        on a test, on the test, in case of, contingent, requires, on a strong, on a weak, on strong, on weak,
        on a hot, on a soft, on news, on a daily close, on a weekly close, on a close, on daily close,
        on weekly close, on a candle close, on candle close, on a close above, on a close below, on an hourly close,
        on hourly close, on a h4 close, on a clean break, on a sweep, on rejection, on a rejection, on a pullback,
        on pullback, on a dip, pending news, pending the news, pending data
    """,
    Role.WILL: """
        will, i ll, we ll, ill, gonna, going to, plan to, planning, plan, would, would ve, about to, tomorrow,
        next week, later today, let me, waiting to, hope, expect to, we d, i d, intend, intend to, intending,
        intending to, game plan, getting ready, getting ready to, next session, london open, ny open, new york open,
        asia open, us open, at the open, asian open, sunday open, will be, would be, going to be, gonna be
    """,
    Role.MAY: """
        may, might, could, maybe, perhaps, possible, possibly, probably, likely, potential, potentially, i think,
        i believe, imo, looks like, looks good, looking, could be, if it rejects, i expect, i m expecting, expecting,
        should be, would be nice, i d like, feels like, seems, seems like, leaning, i see, was thinking, thinking of,
        thinking about, considering, tempted, two scenarios, wanted to, want, want to, i want, wish, i wish, love to,
        would love, prefer, i prefer, ideally, ideal, dream, rather, hoping, hoping to, hopefully, tempting, guess,
        my guess, not sure, unsure, gut feeling, dreaming, almost took, almost bought, almost sold, almost entered,
        almost went, looking at, prefer to, we prefer to, i prefer to, would prefer to, would rather, i would rather,
        we would rather, i d rather, we d rather, can expect, we can expect, you can expect, could expect,
        can look for, could look for, can look to, could look to
    """,
    Role.YOU_CAN: """
        you can, you could, you may, can, feel free, if you want, if you like, optional, up to you, if happy,
        your choice, suggestion, you might, or hold, your call, at your discretion, i d suggest, those who want,
        whoever wants, who wants, always, as a rule, every time, each time, can be
    """,
    Role.QUESTION: """
        poll, what, why, how, should i, should we, anyone, did you, do you, are you, which, can i, can we, shall,
        should, thoughts, is it time, what do you think, do we, are we, could we, who took, who caught, who made,
        who got in, who entered, who else, who profited, who followed, who was in, who grabbed, who joined, who s in,
        who s in profit, who is in profit, who s still in
    """,
    Role.RECAP: """
        i m in, i am in, im in, we re in, currently in, still in, i m already in, skipped, not taken, demo,
        just kidding, kidding, joke, joking, just joking, jk, copy of, i m not taking, i am not taking, not taking it,
        my own position, my own trade, my personal trade, my personal position, personally, my position, own position,
        just sharing, my trade, positions open, open trade, already in, we are already in, missed, expired, backtest,
        backtested, back test, paper trade, open positions, open trades, trades open, current positions,
        running trades, active trades, reminder, still open, still valid, still active, old call, recap, results,
        result, summary, weekly report, daily report, report, performance, stats, statistics, profit made,
        total profit, total pips, pips profit, pips gained, pips made, trade result, signals result, this week,
        this month, earlier, previous signal, previous trade, trade recap, running profit, profits booked, in profit,
        made, we made, we took, i took, took earlier, gained, so far, members made, congratulations, congrats, proof,
        still running, we called, called at, as called, as predicted, closed in profit, profit booked, easy profit,
        pips running, pip running, testimonial, screenshot, win, wins, won, losses, journal, track record,
        insane profit, huge profit, floating, my setup, my plan, my play, my bag, my bags, entry was, our entry was,
        stop was, sl was, entered at, i entered, i bought, i sold, i longed, i shorted, i got in, i have been in,
        my long, my short, i am long, i m long, i am short, i m short, im long, im short, total gain, weekly results,
        monthly results, signals closed, members banked, profit so far, trades taken, week in review, win ratio,
        hit rate, took a long, took a short, took this long, took this short, best trade, worst trade, worst,
        best trades, win rate of, trades this week, account update, portfolio update, position update,
        positions update, trade update, running well, running nicely, running smoothly, doing well, going well,
        going nicely, playing out, in the money, is working, working nicely, too late, too late now, already moved,
        already ran, already flew, trade is over, trade over, this is over, is over now, setup is gone, setup gone,
        idea is gone, level is gone, no longer there, has played out, is done and dusted, closing the week,
        close the week, closed the week, we close the week, closing the month, close the month, closed the month,
        closing the day, closed the day, closing the year, closing bell, market closed, market is closed,
        the market is closed, markets closed, markets are closed, out for the day, i m out for the day,
        i am out for the day, out for today, i m out for today, out for lunch, out of office, take some rest,
        take some time, take some days off, take some time off, take some sleep, close friends, screen time,
        profit review, trade review, profit recap
    """,
    Role.MEMORY: """
        was, were, had, did, went, gave, got, took, remember, remember when, recall, last time, last call,
        last signal, last trade, our last, my last, previous, previously, back in, once upon, used to, played out,
        worked out, turned out, worked, ended, ended up, finished, posted, sent, shared, received, this morning, ago,
        by mistake, by accident, accidentally,
        mistakenly, in error, posted by mistake, sent by mistake, wrong channel, wrong group, wrong chat
    """,
    Role.OTHERS: """
        he, she, they, his, him, their, them, someone, somebody, friend, my friend, a friend, a member, follower,
        followers, subscriber, subscribers, a client, our client, one client, analyst, analysts, a trader,
        another trader, one trader, other traders, most traders, retail traders, bank, banks, institutions, retail,
        goldman, goldman sachs, jp morgan, jpmorgan, morgan stanley, citi, citibank, ubs, barclays, bank of america,
        hsbc, another channel, other channel, other channels, another group, other group, other groups, according to,
        says, said, recommends, suggests, claims, a guy, some guy, people, some of you, one of you, hedge fund,
        hedge funds, influencer, influencers, competitor, our members, a whale, one member, some members, my students,
        a student, my student, student, our students, students, one of our students, one of our members, bank trade,
        bank trade idea, bank idea, bank ideas, bank order, bank orders, bank view, bank research, bank call,
        bank signal, desk idea, broker idea, broker research, from the bank, trader x, the bot, our bot, a bot,
        mine hit, mine got, mine was, mine is, mine closed, whale, whales
    """,
    Role.ANALYSIS: """
        analysis, outlook, overview, technical analysis, market update, trend, bias, support, resistance,
        support zone, scenario, scenarios, forecast, prediction, trading around, symmetrical triangle, retest,
        key levels, keep an eye, watch, watching, consolidation, consolidating, breakout, bullish, bearish, chart,
        trendline, reversal, sideways, dump, pump, momentum, retracement, correction wave, sentiment, rsi, liquidity,
        fvg, market structure, order block, wave, fundamental, price action, uptrend, downtrend, rejection, pullback,
        outlook for, weekly outlook, daily outlook, market recap, market overview, market brief, roundup, resistances,
        supports, demand zone, supply zone, divergence, oversold, overbought, volatility, headlines, rumors,
        etf flows, funding rate, open interest, macd, crossover, liquidations, liquidated, liquidation, funding,
        screener, scanner, oi, whale alert, liquidation alert, price alert, signal bot, volume spike, volatile
    """,
    Role.LESSON: """
        not a call, not a signal, no call, not a trade call, do your own research, dyor not a signal, scam, scammers,
        scammer, fake signal, fake signals, lesson, example, for example, for instance, let s say, suppose, explain,
        explained, explanation, how to, tutorial, newcomers, imagine, here is how, how it works, demo signal,
        beginners, hypothetical, scenario example, past signal, old signal, what is a, case study, backtesting,
        close losers, close winners, cut your losers, let winners run, let your winners run, discipline, psychology,
        golden rule, sample, sample signal, template, quiz, looks like this, look like this, test signal, test call,
        test message, bot test, just a test, only a test, test, signal format, how our signals, how signals, fake,
        mock, mock trade, dummy, placeholder, our format, message format, call format, cheat sheet, cheatsheet,
        rule of thumb, signal preview, call preview, sneak peek, teaser, the basics, trading 101, step by step
    """,
    Role.AD: """
        join, join vip, join now, vip, subscribe, discount, offer, dm, dm me, contact, promo, promotion, giveaway,
        referral, sign up, register, bonus, membership, link in bio, lifetime, buy vip, free vip, deposit bonus,
        copy trading, retweet, premium channel, private members, limited seats, limited spots, spots left, admin,
        link below, link, upgrade, price list, payment, subscription, become a member, invite, trial, free trial,
        get access, unlock, locked, exclusive, sold out, affiliate, copy our trades, click here, sign up here, dm for,
        inbox me, join us, join our, join my, join the, secure your spot, secure your seat, secure your place,
        lock in your spot, lock your spot, lock in your seat, become a vip, want more, want more signals,
        want to join, want to learn, want access, want to be part, become a vip member, become a premium member,
        become our vip member, vip member, premium member
    """,
    Role.WAIT: """
        watchlist, watch list, wait hit, prepare hit, wait, waiting, wait for, forming, setting up, get ready,
        be ready, stay tuned, upcoming, next signal, preparing, prepare, soon signal, wait for confirmation,
        wait for my, looking for, eyeing, watching for, no entry yet, will post, will share, alert me, incoming,
        look for, we look for, next post, signal coming, coming soon, stand by, standby, hold on for, wait till,
        on my radar, on the radar, on watch, setup loading, no trade yet, dont enter yet, on standby
    """,
    Role.VENUE: """
        binance, bybit, okx, bingx, mexc, kucoin, kraken, bitget, bitmex, coinbase, huobi, htx, gate, gate io,
        bitunix, phemex, binance futures, bybit usdt, bybit futures, futures, perpetual, perp, mt4, mt5, metatrader,
        tradingview, telegram, twitter, upbit, ftx, deribit, binance com, usdt m, forex, crypto signals, mcx, nse,
        bse, nymex, comex, fut, perps, ctrader, exness, pepperstone, oanda, bitmart, lbank, coinex, toobit, weex,
        blofin, bingx futures, bitget futures, okx futures, mexc futures, binance spot, bybit spot
    """,
    Role.FILLER: """
        close call, close calls, close enough, average entry price, average price, avg entry, avg price, to a close,
        long term, long run, longterm, longer, last long, as long as, so long, how long, all day long, long time,
        long way, before long, too long, market close, market closes, market open, market opens, session close,
        for those who, those who, those still holding, anyone still holding, anyone holding, if you are still in,
        if you re still in, if you still hold, if you are still holding, if still holding, if still in, if you are in,
        if you re in, who may still be holding, may still be holding, still in this, don t forget, dont forget,
        do not forget, don t forget to, dont forget to, do not forget to, short term, shortterm, short of, in short,
        short time, shortly, short lived, close to, closer, closest, candle close, candle closes, close candle,
        closing candle, close below, close above, closes below, closes above, closing below, closing above,
        close green, close red, close under, close over, closes under, closes over, closing under, closing over,
        close beneath, close beyond, close back above, close back below, close inside, close outside, a close,
        daily close, weekly close, stay close, stop going, stopped going, stop hunt, stop hunts, stop hunting,
        hit and run, buy the dip, closed candle, at the moment, not financial advice, not a financial advice,
        not investment advice, this is not financial advice, this is not investment advice, own risk,
        trade at your own risk, the, a, of, on, in, with, your, my, this, it, its, is, are, be careful, please, pls,
        for, by, guys, use proper, manage your, strictly, follow, x, part of the game, part of trading,
        part of the business, part of it, everyone, everybody, folks, team, fam, traders, boys, before nfp,
        before news, before the news, before cpi, before fomc, before the weekend, before weekend, close the charts,
        close the chart, close the app, close your laptop, we, we re, we are, our, entering, opening, placed, placing,
        goes, lies, recommend, we recommend, recommended, recommendation, suggested, desk, desk note, note, small,
        tight, wide, new, fresh, quick, good, best, great, each, leave, initial, small lots, small lot, small size,
        looks ready, ready, one, today, todays, today s, london, new york, ny, asia, asian, tokyo, valid until,
        valid till, valid for, good till, gtc, expiry, expires, expiration, midterm, mid term, medium term, layering,
        layers, max, maximum, min, minimum, carefully, wisely, that, these, those, here we go, let s go, lets go,
        take this, take it, go, going, also, some more, strategy, strategies, via, per, off, and a, is at, sitting,
        set at, fast, slow, both, strong buy, strong sell, strong, fills fast, jumping, jumping in, jump in, jump,
        play, breakout play, as before, i m, im, i, as always, same lot, same, for members, for new members,
        for all members, for our members, for vip members, again, taking, contract, n, sum, setup active, is a go,
        is live, live, trade live, scalp only, day, overnight, price action, still, looks, so, let, us, all members,
        new trade, trade active now, or better, or lower, or higher, from now on, market crypto, market forex,
        market spot, market futures, crypto market, forex market, stock market, the market, markets, market type,
        market conditions, index, layering up to, lets see, let s see, n t, as of now, ny close, new york close,
        london close, friday close, end of day, eod, us close, order book, order books, start to enter, to enter,
        start, pattern, with care, trade with care, point set at, free, paid, 4 all, 4 you, sats, satoshi,
        compatible format, cornix compatible format, must be, let be, average is now, avg is now, average now,
        average is, new average, our average is, average entry is, average entry now, is shared, shared with,
        sharing with, do not rush, don t rush, dont rush, never rush, no rush, no need to rush, do not chase,
        don t chase, dont chase, never chase, do not fomo, don t fomo, no fomo, do not overleverage,
        don t overleverage, dont overleverage, do not over leverage, don t over leverage, don t be greedy,
        do not be greedy, dont be greedy, don t overtrade, do not overtrade, don t panic, do not panic, dont panic,
        don t worry, do not worry, dont worry, don t miss, do not miss, dont miss, don t miss this, don t risk more,
        do not risk more, dont risk more, never risk more, don t overrisk, do not overrisk, don t over risk,
        do not over risk, don t use high, do not use high, don t go all in, do not go all in, never go all in,
        don t all in, don t be late, do not be late, no greed, not more than, no more than, nothing more,
        don t enter all at once, don t go heavy, do not go heavy, members only, vip members, dear members,
        for members, for our members, all our members, our members only, i don t gamble, we don t gamble,
        don t gamble, do not gamble, i don t like, we don t like, don t like, i do not like, i don t trust,
        we don t trust, same sl as, same stop as, take the money, retail accounts, retail investor accounts,
        retail investors, of retail, with money you cannot, money you cannot, you cannot afford, can t afford,
        cannot afford, you can t lose, cannot lose, don t trade with money, do not trade with money,
        don t invest money, do not invest money, don t oversize, do not oversize, dont oversize, never oversize,
        only risk money, open time, opening time, open date, opening date, close time, posted at, sent at, issued at,
        published at, we may not, members lounge, better, not before, not earlier, layering allowed, no layering,
        long legs, lock it in, wish you, wishing you, wish you all, i wish you, we wish you, wish everyone, hope you,
        hope you all, hope everyone, hope this helps, our analysts, our analyst, analysts team, analyst team,
        our experts, book a call, book a consultation, book your call, book a session, book a seat, book your seat,
        book your spot, was close, is close, are close, were close, very close, too close, pretty close, really close,
        getting close, got close, came close, come close, close call, close enough, close one, extremely close,
        remember to, remember that, always remember, please remember, remember not, remember never,
        remember the rules, just remember, analyst note, analyst notes, analyst view, analyst comment,
        our analyst team, not good anymore, no good anymore, bank holiday, bank holidays, out of your comfort zone,
        out of your head, this is for educational purposes only, for educational purposes only,
        educational purposes only, not a recommendation, not investment recommendations, this is not a recommendation,
        not trading advice, after which, following which, short squeeze, long squeeze, sell side liquidity,
        buy side liquidity, sell pressure, selling pressure, buying pressure, buy pressure, sell wall, buy wall,
        long imbalance, short imbalance, buy side imbalance, sell side imbalance, set it and forget it,
        set and forget, term short, short mid term, short mid, short medium term, set and forget it,
        doesn t look good, does not look good, doesnt look good, not looking good, isn t looking good, not look good,
        doesn t look great, not looking great, not worth the risk, not worth holding,
        due to opposite direction signal, opposite direction signal, due to, those still in, those still in the trade,
        those who are still in, if you are still in the trade, if you re still in the trade, those of you still in,
        whoever is still in, who are still in, not liking, not happy with, not feeling good, not comfortable,
        doesn t feel right, not convinced, don t like how, i don t like how, i don t like the way, don t like the way,
        central bank, central banks, of my position, of my positions, of my trade, of our position, according to your,
        according to ur, according to own, according to the plan, as per your, as per ur, as per own,
        depending on your, depends on your, depending on ur, was sent by our, was sent by the, was not sent by our,
        was not sent by the, wasn t sent by our, wasn t sent by the, is sent by our, is not sent by our,
        isn t sent by our, was generated by, was not generated by, wasn t generated by, is generated by,
        is not generated by, was provided by our, was shared by our, was posted by our, is provided by our,
        is shared by our, was made by our, was prepared by our, sent by our, shared by our, generated by our,
        past performance, is not indicative of future results, not indicative of future results,
        does not guarantee future results, do not guarantee future results, no guarantee of future results,
        doesn t guarantee future results, inventory report, inventories report, jobs report, employment report,
        nfp report, cpi report, ppi report, earnings report, news report, gdp report, labor report, opec report,
        report tomorrow, report today, later this week, rest of this week, rest of the week, yesterday s close,
        yesterday s high, yesterday s low, yesterday s open, yesterday s range, yesterday s candle, yesterday s highs,
        yesterday s lows, last week s high, last week s low, last week s close, last week s open, last week s range,
        last month s high, last month s low, last month s close, previous day high, previous day low,
        previous day s high, previous day s low, previous week high, previous week low, previous week s high,
        previous week s low, previous month high, previous month low, previous high, previous low, previous highs,
        previous lows, last night s high, last night s low, if you missed the entry, if you missed entry,
        if you missed it, past results, past returns, past profits, do not guarantee, does not guarantee,
        do not predict, does not predict, wait for execution, doesn t guarantee, don t guarantee, is not a guarantee,
        are not a guarantee, not a guarantee, shared by admin, shared by the admin, posted by admin, sent by admin,
        may not get filled, may not be filled, may not fill, may not trigger, may not get triggered,
        might not get filled, might not be filled, might not trigger, might not get triggered, we are not responsible,
        not responsible for, is not responsible, are not responsible, any losses, your losses, your own losses,
        financial losses, for losses, of losses, have been waiting for, ve been waiting for, been waiting for,
        could run, may have different, prices may differ, price may differ, prices may vary, price may vary,
        spreads may differ, brokers may, if you took it, if you took this, if you took the trade,
        if you took this trade, if you took this one, posted by, made by, shared by, provided by, sent by, powered by,
        brought to you by, published by, created by, prepared by, called by, given by, signed by, lets, slowly, let s,
        silver bullet, ict silver bullet, bat pattern, crab pattern, golden zone, golden pocket, golden cross,
        gold standard, digital gold, black gold, yellow metal, the yellow metal, eia report, api report, crude report,
        stock report, cot report, fed report, ism report, pmi report, close by end of day, close by eod,
        close by the end, close by friday, close by end of week, hold time, holding time, holding period, got a,
        got a nice, got another, got an, we got a, we ve got a, swept the lows, swept the highs, swept lows,
        swept highs, swept liquidity, swept the liquidity, swept the low, swept the high, sweep of the lows,
        sweep of the highs, sweep of liquidity, tapped the zone, tapped into, tapped demand, tapped supply,
        tapped the level, touched support, touched resistance, touched the trendline, touched the zone, hit support,
        hit resistance, reached support, reached resistance, hit demand, hit supply, cleared the highs,
        cleared the lows, cleared resistance, long short, buy sell, short long, sell buy, no sl, no stop loss,
        no stoploss, no stop
    """,
    Role.EXCEPT: """
        except, except for, apart from, besides, excluding, other than, with the exception of, aside from, all but
    """,
    Role.BUT: "just, only, but, instead, simply, rather than that",
    Role.ENTRY: """
        dip buy, bad entry, bad entries, worst entry, worst entries, best entries, better entries, losing entries,
        early entries, other entries, higher entries, lower entries, upper entries, extra entries, bad layers,
        worst layers, first layers, lower layers, higher layers, upper layers, other layers, first entries,
        first position, second position, first positions, losing positions, worst positions, bad positions,
        lower positions, upper positions, higher positions, few layers, few entries, some layers, some entries,
        a few entries, a few layers, few positions, some positions, a few positions
    """,
    Role.TARGET: """
        looking to cover at, looking to exit at, looking to take profit at, looking to take profits at, cover at,
        covering at, shooting for, gunning for, aiming to, looking for a move to, looking for a move towards,
        looking for a push to, looking for a drop to, looking for a run to, looking for a test of
    """,
    Role.HEADING: "trading plan, trade plan, trading plan for, trade plan for",
    Role.STOP: "inv, invl, risking to, risking down to, risking up to",
    Role.RATIO: "payoff, payout, pay off, r multiple, rrr",
    Role.MOVE: "trailing stop activated, trailing stop loss activated, trailing sl activated",
    Role.PAST: """
        managed to, we managed to, i managed to, were able to, was able to, we were able to, i was able to,
        have been able to, succeeded in, got lucky to, finally managed to
    """,
    Role.CLOSED: """
        manually closed, manually closed at, manually closed here, closed my trade, closed my trades,
        i closed my trade, i closed my trades, closed my position, closed my positions, i closed my position,
        i closed my positions
    """,
    Role.CLOSE: """
        cut the loss here, cut the loss now, cut losses here, cut losses now, cut your losses here,
        cut our losses here, cutting the loss here, cutting losses here, take this one off, taking this one off,
        take this off, full tp now, full profit here, full profits here, exit with small profit, exit with profit,
        exit with a small profit, exit with small loss, exit with a small loss, exit with profits,
        exit with small profits, no longer in this trade, no longer in the trade, no longer in this position,
        no longer in the position, no longer in this one, no longer holding this, not in this trade anymore,
        not in the trade anymore, not in this trade any longer, not in this position anymore, no longer in trade,
        i ll close here, we ll close here, i will close here, we will close here, i ll close this here,
        we ll close this here, i ll close now, we ll close now, i will close now, we will close now,
        i ll close this one here, we ll close this one here
    """,
    Role.EVEN: """
        make this trade risk free, make your trade risk free, make your trades risk free, make the trade risk free,
        make this risk free, make trade risk free, make our trade risk free
    """,
    Role.SIZE: """
        bankroll, total risk, in total, r total, total exposure, total funds, total capital, total balance,
        total portfolio, total wallet, total account, total equity, total deposit, total margin, total investment,
        total fund, total size
    """,
    Role.PART: """
        close some of your positions, close some of your trades, close part of your position,
        close part of the position, close some of the position, take some more profit, take some more profits,
        take more profit, take more profits, take additional profit, take additional profits, take further profit,
        take further profits, book some more profit, book some more profits, book more profit, book more profits,
        secure some more profit, secure some more profits, secure more profit, secure more profits,
        lock some more profit, lock some more profits
    """,
    Role.CANCEL: """
        close your pending orders, close all pending orders, close pending orders, close the pending orders,
        close your pending, close all pending, close the pending, close all your pending orders, close pendings,
        don't take the sell limit, don't take the buy limit, don't take the limit, don't take the pending,
        skip the buy limit, skip the sell limit, skip the limit, skip the pending, skip the order,
        forget about this setup, forget about this trade, forget about this one, forget about the setup,
        forget about the trade, forget about the limit, forget the limit, pulling my bids, pulling my bid,
        pulling my limits, pulling my limit, pulling my orders, pulling my order, pulling the bids,
        pulling the limits, pulling the limit, pulling the order, pulling bids, pulling limits, pulled my bids,
        pulled my limits, pulled my orders, pulled my limit, pulled my order
    """,
    Role.FILLED: "limit order hit, limit orders hit, pending order hit, order hit, buy limit hit, sell limit hit",
    Role.STOPPED: """
        took the loss, took a loss, took a small loss, stopped on, stopped out on, stopped out of, got stopped on,
        got stopped out on, got stopped out of
    """,
}

LEANING = """
    prefer, i prefer, prefer to, i prefer to, we prefer to, would prefer to, rather, would rather, i would rather,
    we would rather, i d rather, we d rather, i d, we d, i'd, we'd, i'd rather, we'd rather
"""
WHICH = """
    bad, worst, worse, best, highest, lowest, other, extra, early, earlier, older, second, third, losing, few, some,
    a few
"""
ENTRIES = "layer, layers"
BY = "by"
ADVICE = """
    recommend, recommended, recommends, recommending, recommendation, advise, advised, advising, advisable, suggest,
    suggested, suggesting, suggestion, better, wise, wiser, safer, prudent, sensible, advice, worth
"""
HABITS = "always, as a rule, every time, each time"
EXPECTED = """
    expecting, expect, expects, i expect, we expect, hopefully, looking, looks good, looks like, seems, seems
    like, can expect,
    we can expect, you can expect
"""

ALIASES: dict[str, str] = {}
