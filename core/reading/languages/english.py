"""English, the language most channels write in, whatever their home; with its usual misspellings."""

from __future__ import annotations

from core.reading.roles import Role

WORDS = {
    Role.HUNDREDTH: "percent, per cent, percents, pct",
    Role.BELOW: "below, under, lower than",
    Role.ABOVE: "above, over, breaks, higher than",
    Role.BETWEEN: "between, in between",
    Role.BUY: """
        buy, buys, buying, long, longs, longing, go long, going long, buy long, bullish entry, call buy,
        bought long, aping, aping in, accumulate, accumulating
    """,
    Role.SELL: "sell, sells, selling, short, shorts, shorting, go short, going short, sell short",
    Role.ENTRY: """
        entry, entries, enter, entry price, entry point, entry zone, entry level, entry area, entry target,
        entry targets, entry order, entry orders, entry range, entry limit, limit entry, buy zone, sell zone,
        buy area, sell area, buy price, sell price, buy at, sell at, buy around, get in, get in at, entrance,
        open price, price open, entry market, range entry, buying zone, selling zone, buy entry, sell entry, buy
        range, sell range, focus, limit 1, limit 2, limit 3, first entry, 1st entry, lower entry, upper entry,
        higher entry, last entry, accumulation zone, ep, ent, buy limit at, sell limit at, buy limits, sell
        limits, long below, short
        above, open at, trigger price, trigger entry, buy in, entry zones, enter at, enter around, entry at,
        entries at, limit price, order price, entry band, entry box, dip entry, e p, entry price range, buy
        limit price, sell limit price, entry trigger, enter between, enter in, entry between, entrypoint,
        entryprice, entryzone, get filled
    """,
    Role.STOP: """
        sl, stop, stops, stoploss, stop loss, stop lose, stoplose, stop losses, stop price, stop target, stop
        targets, stop level, stop loss level, sl level, s l, invalidation, invalidation level, invalid below,
        invalid above, cut losses, cut loss, cut, hard stop, stp, slx, sl price, protective stop, stop lost,
        invalidate, stop loss price, sl zone, hard sl, protective stop loss, stop loss order, stop loss zone, sl
        point, stop lvl, risk stop, stopls, stl, safety stop, stop out level, s l level, get out below, get out
        above, exit below, exit above, out below, out above,
        out if, out under, out over, exit if, cut below, cut above, cut if, wrong below, wrong above, kill
        switch, panic stop, escape
    """,
    Role.TARGET: """
        tp, tps, target, targets, take profit, take profits, takeprofit, take profit target, take profit
        targets, take profits targets, tp targets, tp level, tp target, target level, target price, profit
        target, profit targets, targeting, takes, selling targets, sell target, sell targets, take profit
        orders, take profit order, take profit level, t p, t, tgt, tgts, exit, exits, exit targets, goal, goals,
        profit taking, objective, objectives, price target, take profit price, short term targets, mid term
        targets, long term targets, buying targets, take, profit at, profits at, aiming for, aiming at, aim,
        aims, profit levels, tp price, tp zone, take profit zone, take profit area, take profit points, take
        profit point, tp points, upside target, upside targets, downside target, downside targets, take profit
        at, take profits at, tps at, tp at, profit zone, sell at targets, target zone, target area, partial
        target, final target, final tp, main target, profit level
    """,
    Role.ADD: """
        dca, average, averaging, add more, more buy, more sell, buy more, sell more, second entry,
        reentry zone, recovery zone, layer, add, dca entry, scale in
    """,
    Role.ADDED: "added, i added, adding to, topped up, added more, scaled in, doubled",
    Role.LEVERAGE: """
        leverage, lev, levarage, laverage, leverages, leverage use, recommended leverage, max leverage, gearing
    """,
    Role.CROSS: "cross, crossed, cross margin",
    Role.ISOLATED: "isolated, iso, isolate, isolated margin",
    Role.SPOT: "spot, spot trade, on spot, spot signal",
    Role.MARKET: """
        now, market, market price, at market, by market, cmp, current price, market order, market execution,
        instant, instantly, here, right now, at current price, current market price, immediately, asap,
        buy now, market entry, entry now, enter now
    """,
    Role.LIMIT: "limit, limit order, pending, pending order, limits, set limit, lmt, buy lmt, sell lmt",
    Role.BREAKOUT: """
        stop order, buy stop, sell stop, stop entry, breakout above, breakout below, break above, break below,
        on breakout, breaks above, breaks below, stop buy, stop sell
    """,
    Role.ZONE: "zone, area, range, region, level, levels, price, around, near, from, at",
    Role.RUNNER: "open, opened target, runner, runners, moon, hold, let it run, infinity, to the moon",
    Role.LATER: """
        tbd, tba, to be decided, to be announced, later, soon, will update, pending update, no tp, no tp yet,
        no tp for now, no target, no target yet, no targets yet, no targets, no fixed tp, no fixed target,
        targets later, tp later, to follow, will follow
    """,
    Role.SYMBOL: """
        pair, pairs, coin, symbol, asset, instrument, ticker, token, currency, market pair, coin name,
        currency pair, crypto, trading pair, scrip, trade pair, forex pair, traded pair, underlying
    """,
    Role.HEADING: """
        trades, positions, orders, pending orders, pendings, runners left, signal, signals, trade, setup, call,
        alert, new signal, signal alert, trade alert, position, direction, type, signal type, trade type, side,
        action, order, order type, scalp, scalping, swing, intraday, day trade, re enter, reenter, re entry,
        free signal, vip signal, trading signal, again, premium, regular, trade details, trade direction,
        buyers, sellers, exchange, exchanges, client, status, high risk, low risk, medium risk, risky, idea,
        trade idea, swing idea, ideas, call out, order details
    """,
    Role.SIZE: """
        risk, risk level, size, amount, margin, margin used, wallet, wallet size, lot, lots, lot size, volume,
        vol, balance, capital, deposit, allocation, portfolio, use, position size, suggested risk, fund,
        funds, max risk, risk per trade, equity, account, invest, of your, risk management, qty, quantity
    """,
    Role.RATIO: """
        rr, r r, risk reward, risk reward ratio, risk to reward, r r ratio, ratio, rrr, rr ratio, win rate,
        winrate, accuracy
    """,
    Role.TICKET: "id, signal id, trade id, order id, ref, signal no, no, nr, signal number",
    Role.PIPS: "pip, pips, point, points, pts, pipps, ticks",
    Role.CLOCK: """
        hour, hours, hr, hrs, h, minute, minutes, min, mins, m, day, days, d, week, weeks, w, month, months,
        timeframe, tf, time, am, pm, utc, gmt, est, date, period, january, february, march, april, june, july,
        august, september, october, november, december, year, years, sec, seconds, ago
    """,
    Role.THOUSAND: "k, thousand",
    Role.TO: "to, or, till, until, upto, up to, down to",
    Role.AND: "and, then, also, plus",
    Role.FILLER: """
        average entry price, average price, avg entry, avg price, to a close, long term, long run, longterm,
        longer, last long, as long as, so long, how long, all day long, long time, long way, before long,
        too long, market close, market closes, market open, market opens, session close, for those who,
        those who, those still holding, anyone still holding, anyone holding, if you are still in,
        if you re still in, if you still hold, if you are still holding, if still holding, if still in,
        if you are in, if you re in, who may still be holding, may still be holding, still in this,
        don t forget, dont forget, do not forget, don t forget to, dont forget to, do not forget to, short term,
        shortterm, short of, in short, short time, shortly, short lived, close to, closer, closest,
        candle close, candle closes, close candle, closing candle, close below, close above, closes below,
        closes above, closing below, closing above, close green, close red, daily close, weekly close,
        stay close, stop going, stopped going, stop hunt, stop hunts, stop hunting, hit and run, buy the dip,
        closed candle, at the moment, not financial advice, not a financial advice, not investment advice,
        this is not financial advice, this is not investment advice, own risk, trade at your own risk, the, a,
        of, on, in, with, your, my, this, it, its, is, are, be careful, please, pls, for, by, guys, use proper,
        manage your, strictly, follow, x, part of the game, part of trading, part of the business, part of it,
        everyone, everybody, folks, team, fam, traders, boys, before nfp, before news, before the news,
        before cpi, before fomc, before the weekend, before weekend, close the charts, close the chart,
        close the app, close your laptop, we, we re, we are, our, entering, opening, placed, placing, goes,
        lies, recommend, we recommend, recommended, recommendation, suggested, desk, desk note, note, small,
        tight, wide, new, fresh, quick, good, best, great, each, leave, initial, small lots, small lot,
        small size, looks ready, ready, one, today, todays, today s, london, new york, ny, asia, asian, tokyo,
        valid until, valid till, valid for, good till, gtc, expiry, expires, expiration, midterm, mid term,
        medium term, layering, layers, max, maximum, min, minimum, carefully, wisely, that, these, those,
        here we go, let s go, lets go, take this, take it, go, going, just, also, some more, strategy,
        strategies, via, per, off, and a, is at, sitting, set at, fast, slow, only, both, now at, strong buy,
        strong sell, strong
    """,
    Role.MOVE: """
        move, moved, moving, shift, adjust, trail, raise, set, put, bring, change, update, drag, lower, tighten,
        modify, use, moves, extend, widen, advance, slide, push, place, adjusting, setting, let s move, lets
        move, trailing, roll, roll up, tightening, reset, trailed, raised, raising, bringing, shifting,
        dragging, lowering, lowered, pull, let us move, moving up, adjusted, shifted, secured at, changed,
        updated
    """,
    Role.EDIT: """
        edit, modify, modified, edited, correction, corrected, new tp, new tps, new target, new targets,
        updated targets, update targets, change tp, new sl, revised, amend, extended tp
    """,
    Role.CLOSE: """
        close, close all, closing, exit now, exit trade, exit all, close now, close it, close trade, close
        trades, close position, close positions, get out, close full, close the trade, book profits, book
        profit, full close, close fully, close everything, i m out, im out, we re out of, we are out of, i am
        out of, i m out of, im out of, out now, exit the trade, exit position, flatten, out at, out of this,
        close manually, manual close, manually close, let s close, closing all, close rest, close the rest, out
        here, cut it, cut it here, cut this, cut this trade, cut the trade, exiting, exit here, exit at market,
        exit all trades, exit all positions, bail, bailing, get flat, going flat, flat now, close out, closing
        out, close this, close that, dump it, out of the trade, out of this trade, closing here,
        bail out, bailout
    """,
    Role.CLOSED: """
        closed, full closed, all closed, was closed, exited, got out, closed at, closed manually,
        stopped at be, closed all, we closed, i closed, fully closed, stopped out at be,
        stopped out at breakeven, stopped out at entry, stopped out in profit, stopped at breakeven,
        stopped at entry, closed out, closed here, closed manually here
    """,
    Role.CANCEL: """
        cancel, cancelled, canceled, cancel order, cancel limit, cancel pending, cancel this, delete order,
        delete limit, delete limits, delete pending, delete pendings, remove limit, remove pending,
        setup invalidated, invalidated, delete the limit, delete the order, delete the pending,
        remove the limit, remove the pending, cancel the order, cancel all pending, skip this trade,
        forget this trade, forget the, forget this, forget it, scrap, void, kill the, pull the order,
        no longer valid, not valid anymore, setup is invalid, too late to enter, ignore this trade,
        ignore this signal, ignore last signal, delete this trade, cancelling, canceling, order cancelled,
        order canceled, trade cancelled, trade canceled, remove order, remove the order, pull limit,
        pull the limit, delete all pending, call off, called off, setup cancelled, trade invalid,
        setup invalid, trade is invalid, abort, withdraw the order, scratch that order
    """,
    Role.REMOVE: "remove, delete, without, no more, drop, take off, take out, lift, removed, deleted, withdrawn",
    Role.PART: """
        partial, partials, partially, some profit, some profits, some, take profits, partial profit,
        partial profits, portion, part, take partials, take partial, secure, secure profits, secure profit,
        secure some, take some profits, take some profit, lock profit, lock profits, lock in profits,
        lock some, partial close, trim, reduce, scale out, bank, secured, securing, bank some, take some,
        lock in, lock, take off, off the table, booking, book some, book some profit, book some profits,
        book partial, book partials, book partial profit, booking partials, taking partials, taking partial,
        take partial profits, take partial profit, taking some profit, taking some profits, taking some off,
        take some off, some off, de risk, derisk, peel off, partial tp, partial take profit, partials off,
        scaling out, trimming, reducing, closing partials, close partials, close some, closing some,
        close part, taking profit, taking profits, securing profits, locking profits, bank partials, bank some profit
    """,
    Role.HALF: "half, 1 2, one half",
    Role.ALL: "all, everything, full, fully, rest, remaining, whole",
    Role.EVEN: """
        be, breakeven, break even, b e, bep, entry point stop, risk free, riskfree, to entry, at entry,
        on entry, no risk, zero risk, cost price, to cost, entry price stop, to entry price, risk free now,
        to open price, to the entry, to our entry, at breakeven, bе, to break even, to breakeven,
        entry price now, zero loss, risk off entry, at cost, at break even, on breakeven, to b e, to even
    """,
    Role.HIT: """
        hit, hits, done, reached, achieved, smashed, completed, filled target, touched, booked, crushed,
        destroyed, tapped, banked, secured tp, hitted, swept, sweep, sweeped, triggered sl, taken out,
        got hit, was hit, cleared, nailed, delivered, just hit, cleared it, in the bag, secured target
    """,
    Role.STOPPED: """
        got stopped, got stopped out, was stopped out, been stopped out, stopped us out, took us out,
        took out our stop, knocked out, hit our stop, hit my stop, stopped out,
        took my stop, took our stop, took the stop, took out my stop, took out the stop, hunted my stop, hunted our stop
    """,
    Role.FILLED: """
        filled, entry filled, activated, triggered, order filled, entry hit, entry achieved, limit filled,
        executed, order activated, in profit entry, entry done, limit activated, active now, limit hit,
        got filled, order triggered, limit triggered, limit order triggered, limit order filled,
        limit order activated, pending activated, pending triggered, pending order triggered, trade active,
        trade is active, order is active, position is live, trade is live, limit is filled, entry triggered,
        entry is filled, entry activated, buy limit triggered, sell limit triggered, buy limit activated,
        sell limit activated, buy limit filled, sell limit filled
    """,
    Role.HOLD: """
        hold, holding, keep holding, hodl, keep, still holding, keep running, running, let it run, holds,
        holders
    """,
    Role.NOT: """
        not, don t, dont, do not, never, none, didn t, didnt, doesn t, isn t, isnt, won t, wont, cannot, can t,
        cant, without sl, haven t, hasn t, wasn t, stay away, stay out, nobody, no need, wouldn t, wouldnt,
        shouldn t, shouldnt, couldn t, ain t
    """,
    Role.IF: """
        if, when, once, whenever, after, unless, in case, should it, as soon as, otherwise, until, before,
        while, provided, provided that, assuming, depending, depending on, depends, depends on, subject to,
        in the event, in the event of, given that, given a, only on, only with, only valid, valid only,
        only after, only when, only if, on confirmation, with confirmation, after confirmation,
        confirmation needed, needs confirmation, pending confirmation, upon, conditional, on condition,
        on a retest, on retest, on the retest, on a break, on a test, on the test, in case of, contingent,
        requires, on a strong, on a weak, on strong, on weak, on a hot, on a soft, on news
    """,
    Role.WILL: """
        will, i ll, we ll, ill, gonna, going to, plan to, planning, plan, would, would ve, about to, tomorrow,
        next week, later today, let me, waiting to, hope, expect to, we d, i d, intend, intend to, intending,
        intending to, game plan, getting ready, getting ready to, next session, london open, ny open,
        new york open, asia open, us open, at the open, asian open, sunday open
    """,
    Role.MAY: """
        may, might, could, maybe, perhaps, possible, possibly, probably, likely, potential, potentially, i
        think, i believe, imo, looks like, looks good, looking, could be, if it rejects, i expect, i m
        expecting, expecting, should be, would be nice, i d like, feels like, seems, seems like, leaning, i see,
        was thinking, thinking of, thinking about, considering, almost, tempted, two scenarios, wanted to, want,
        want to, i want, wish, i wish, love to, would love, prefer, i prefer, ideally, ideal, dream, rather,
        hoping, hoping to, hopefully, tempting, guess, my guess, not sure, unsure, gut feeling, dreaming
    """,
    Role.YOU_CAN: """
        you can, you could, you may, can, feel free, if you want, if you like, optional, up to you, if happy,
        your choice, suggestion, you might, or hold, your call, at your discretion, i d suggest,
        those who want, whoever wants, who wants
    """,
    Role.QUESTION: """
        poll, what, why, how, should i, should we, anyone, did you, do you, are you, which, can i, can we,
        shall, should, thoughts, is it time, what do you think, do we, are we, could we
    """,
    Role.RECAP: """
        skipped, not taken, demo, just kidding, kidding, joke, copy of, i m not taking, i am not taking,
        not taking it, my own position, my own trade, my personal trade, my personal position, personally,
        my position, own position, just sharing, my trade, positions open, open trade, already in,
        we are already in, missed, expired, backtest, backtested, back test, paper trade, open positions,
        open trades, trades open, current positions, running trades, active trades, reminder, still open,
        still valid, still active, old call, recap, results, result, summary, weekly report, daily report,
        report, performance, stats, statistics, profit made, total profit, total pips, pips profit, pips gained,
        pips made, trade result, signals result, last week, last month, yesterday, this week, this month,
        earlier, previous signal, previous trade, trade recap, running profit, profits booked, in profit, made,
        we made, we took, i took, took earlier, gained, so far, members made, congratulations, congrats, proof,
        all targets, all tp, all tps, all target, still running, we called, called at, as called, as predicted,
        closed in profit, profit booked, easy profit, pips running, pip running, testimonial, screenshot, win,
        wins, won, losses, journal, track record, insane profit, huge profit, floating, my setup, my plan,
        my play, my bag, my bags, entry was, our entry was, stop was, sl was, entered at, i entered, i bought,
        i sold, i longed, i shorted, i got in, i have been in, my long, my short, i am long, i m long,
        i am short, i m short, im long, im short, total gain, weekly results, monthly results, signals closed,
        members banked, profit so far, trades taken, week in review, win ratio, hit rate, took a long,
        took a short, took this long, took this short
    """,
    Role.MEMORY: """
        was, were, had, did, went, gave, got, took, remember, remember when, recall, last night, last time, last
        call, last signal, last trade, our last, my last, previous, previously, back in, back then, archive,
        archives, throwback, flashback, once upon, used to, played out, worked out, turned out, worked, ended,
        ended up, finished, posted, sent, shared, received, the other day, this morning, ago, last monday, last
        tuesday, last wednesday, last thursday, last friday, years ago
    """,
    Role.OTHERS: """
        he, she, they, his, him, their, them, someone, somebody, friend, my friend, a friend, member, members, a
        member, follower, followers, subscriber, subscribers, a client, our client, one client, analyst,
        analysts, whale, whales, a trader, another trader, one trader, other traders, most traders, retail
        traders, bank, banks, institutions, institutional, retail, goldman, goldman sachs, jp morgan, jpmorgan,
        morgan stanley, citi, citibank, ubs, barclays, bank of america, hsbc, another channel, other channel,
        other channels, another group, other group, other groups, according to, says, said, recommends,
        suggests, claims, a guy, some guy, people, some of you, one of you, hedge fund, hedge funds, influencer,
        influencers, competitor, whoever
    """,
    Role.ANALYSIS: """
        analysis, outlook, overview, technical analysis, market update, trend, bias, support, resistance,
        support zone, scenario, scenarios, forecast, prediction, trading around, symmetrical triangle, retest,
        key levels, keep an eye, watch, watching, watchlist, consolidation, consolidating, breakout, bullish,
        bearish, chart, trendline, reversal, sideways, dump, pump, momentum, retracement, correction wave,
        sentiment, rsi, liquidity, fvg, market structure, order block, wave, fundamental, price action,
        uptrend, downtrend, rejection, pullback, outlook for, weekly outlook, daily outlook, market recap,
        market overview, market brief, roundup, resistances, supports, demand zone, supply zone, divergence,
        oversold, overbought, volatility, headlines, rumors, etf flows, funding rate, open interest, macd,
        crossover, liquidations, liquidated, liquidation, funding
    """,
    Role.LESSON: """
        not a call, not a signal, no call, not a trade call, do your own research, dyor not a signal, scam,
        scammers, scammer, fake signal, fake signals, lesson, example, for example, for instance, let s say,
        suppose, explain, explained, explanation, how to, tutorial, newcomers, imagine, here is how, how it
        works, demo signal, beginners, hypothetical, scenario example, past signal, old signal, what is a, case
        study, backtesting, close losers, close winners, cut your losers, let winners run, let your winners run,
        discipline, psychology, golden rule, sample, sample signal, format, template, quiz, looks like this,
        look like this, test signal, test call, test message, bot test, just a test, only a test, test, signal
        format, how our signals, how signals, fake, mock, mock trade, dummy, placeholder
    """,
    Role.AD: """
        join, join vip, join now, vip, subscribe, discount, offer, dm, dm me, contact, promo, promotion,
        giveaway, referral, sign up, register, bonus, membership, link in bio, lifetime, buy vip, free vip,
        deposit bonus, copy trading, retweet, premium channel, private members, limited seats, limited spots,
        spots left, admin, link below, link, upgrade, price list, payment, subscription, become a member,
        missed it, invite, trial, free trial, get access, unlock, locked, exclusive, sold out, affiliate,
        copy our trades, click here, sign up here, dm for, inbox me, join us, join our, join my, join the
    """,
    Role.WAIT: """
        wait hit, prepare hit, wait, waiting, wait for, forming, setting up, get ready, be ready, stay tuned,
        upcoming, next signal, preparing, prepare, soon signal, wait for confirmation, wait for my,
        looking for, eyeing, watching for, no entry yet, not yet, will post, will share, alert me, incoming,
        next post, signal coming, coming soon, stand by, standby, hold on for, wait till, on my radar,
        on the radar, on watch, setup loading, no trade yet, dont enter yet, on standby
    """,
    Role.VENUE: """
        binance, bybit, okx, bingx, mexc, kucoin, kraken, bitget, bitmex, coinbase, huobi, htx, gate, gate io,
        bitunix, phemex, binance futures, bybit usdt, bybit futures, futures, perpetual, perp, mt4, mt5,
        metatrader, tradingview, telegram, twitter, upbit, ftx, deribit, binance com, usdt m, forex,
        crypto signals
    """,
}

ORDINALS = ("first, second, third, fourth, fifth",)

ALIASES = {
    "gold": "XAUUSD",
    "xau": "XAUUSD",
    "silver": "XAGUSD",
    "xag": "XAGUSD",
    "oil": "USOIL",
    "crude": "USOIL",
    "crude oil": "USOIL",
    "wti": "USOIL",
    "brent": "UKOIL",
    "dow": "US30",
    "dow jones": "US30",
    "dow 30": "US30",
    "nasdaq 100": "NAS100",
    "dax 40": "GER40",
    "ftse 100": "UK100",
    "nikkei 225": "JP225",
    "s p 500": "SPX500",
    "nasdaq": "NAS100",
    "nas": "NAS100",
    "dax": "GER40",
    "ftse": "UK100",
    "nikkei": "JP225",
    "cable": "GBPUSD",
    "bitcoin": "BTC",
    "ethereum": "ETH",
    "ether": "ETH",
    "solana": "SOL",
    "dogecoin": "DOGE",
    "ripple": "XRP",
    "cardano": "ADA",
    "litecoin": "LTC",
}
