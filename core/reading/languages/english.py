"""English, the language most channels write in, whatever their home: the words of orders, with their misspellings."""

from __future__ import annotations

from core.reading.roles import Role

EVERY = "all, every, everything, both"
SHARES = {25: "a quarter, a quarter of, one quarter, quarter", 33: "a third, one third", 75: "three quarters"}
TAKEN = "take, taking, pull, pulling, cash, cashing"
WHICH = "first, 1st, lower, upper, higher, last"
MONTHS = """
    january, february, march, april, june, july, august, september, october, november, december, jan, feb, apr, jun,
    mar, jul, aug, sept, sep, oct, nov, dec
"""
EACH = "each, every, apiece"
RISK = "risk, risking"
LOTS = "lot, lots"
PER = "per, for every, for each, per each, every, each"
CLOSES = "close, closes, closing"
CANDLES = "candle, candles, bar, daily, weekly, hourly"
IN = "in"
OUT = "out"
WRONG = "wrong"
BETWEEN = "between"
REMEMBER = "remember"
PLACING = "set, setting, put, place, use"
OF = "on, of, in, for"
FOR = "for, on, of"
LEAVING = """
    out, cut, get, abort, kill, close, closing, take, taking, rest, bail, bailout, bailing, bank, book, cash, wrong,
    collect
"""
BAILING = "bail, cut, get out, abort, kill, scratch"
CLOSES_BEYOND = "close below, close above, closes below, closes above, closing below, closing above"
SEEKING = "looking for, look for, looking to, looking at, aiming, eyeing, hunting, chasing"
PROFIT = "profit, profits, gain, win"
LOSS = "loss, lose"
GUARDS = "protect, protection, shield, invalid, danger, wrong, abort, stopping, insurance"
ZONES = "zone, area, range"
CLOCK_LETTERS = "h, m, d, w, min, am, pm"
ENDINGS = "st, nd, rd, th"
RANKS = "st, nd, rd, th"
SIGNALS = "signal, signals, trade, call, setup, idea, alert"
NUMBERS = "no, num, number, n"
AMOUNTS = "some, part, portion"
DELETED = "delete, deleted, remove, removed"
SECURED = "secure, secured, securing, lock in, lock, protect, protecting"
ENTRIES = "entry, entries"
AVERAGE = "average, avg"
NEW = "new, next"
TOOK = "took, booked, secured, trimmed, sold, cashed, banked, unloaded, offloaded, locked, peeled, scaled"

WORDS = {
    Role.HUNDREDTH: "percent, per cent, percents, pct",
    Role.BELOW: "below, under, lower than, bellow, beneath, underneath",
    Role.ABOVE: "above, over, breaks, higher than",
    Role.BETWEEN: "between, in between",
    Role.BUY: """
        buy, buys, buying, buy back, buyback, buying back, long, longs, longing, go long, going long, buy long,
        bullish entry, call buy, bought long, aping, aping in, accumulate, accumulating, direction bullish,
        bias bullish, bullish position, buyy, buuy, byu, bying, longg, logn, just longed, just bought
    """,
    Role.SELL: """
        sell, sells, selling, short, shorts, shorting, go short, going short, sell short, direction bearish,
        bias bearish, bearish position, sel, selll, seel, sells now, shrt, shorted here, just shorted, just sold
    """,
    Role.ENTRY: """
        entry, entries, enter, entry price, entry point, entry zone, entry level, entry area, entry target,
        entry targets, entry order, entry orders, entry range, entry limit, limit entry, buy zone, sell zone,
        buy area, sell area, buy price, sell price, buy at, sell at, buy around, get in, get in at, entrance,
        open price, price open, entry market, range entry, buying zone, selling zone, buy entry, sell entry,
        buy range, sell range, focus, limit 1, limit 2, limit 3, first entry, 1st entry, lower entry, upper entry,
        higher entry, last entry, accumulation zone, ep, ent, buy limit at, sell limit at, buy limits, sell limits,
        long below, short above, open at, trigger price, trigger entry, buy in, entry zones, enter at, enter around,
        entry at, entries at, limit price, order price, entry band, entry box, dip entry, e p, entry price range,
        buy limit price, sell limit price, entry trigger, enter between, enter in, entry between, entrypoint,
        entryprice, entryzone, get filled, avg in, average in, fills at, fills, bids at, bids, bid at, enter long,
        enter short, place it around, place around, buy the range, entry around, entry near, in at, in around,
        in from, entry from, fill zone, filled between, place it at, trigger, trigger level, limit a, limit b,
        limit c, limit one, limit two, limit three, order 1, order 2, order 3, order a, order b, entry a, entry b,
        bid 1, bid 2, bid 3, layer 1, layer 2, layer 3, tranche 1, tranche 2, price we entered at, price we entered,
        price entered at, price entered, price of entry, entry was taken at, ote, optimal entry, ideal entry
    """,
    Role.STOP: """
        sl, stop, stops, stoploss, stop loss, stop lose, stoplose, stop losses, stop price, stop target, stop targets,
        stop level, stop loss level, sl level, s l, invalidation, invalidation level, invalid below, invalid above,
        cut losses, cut loss, cut, hard stop, stp, slx, sl price, protective stop, stop lost, invalidate,
        stop loss price, sl zone, hard sl, protective stop loss, stop loss order, stop loss zone, sl point, stop lvl,
        risk stop, stopls, stl, safety stop, stop out level, s l level, get out below, get out above, exit below,
        exit above, out below, out above, out if, out under, out over, exit if, cut below, cut above, cut if,
        wrong below, wrong above, kill switch, panic stop, escape, out if wrong, out if wrong at, wrong at, wrong if,
        cut at, stop out, sl order, stop order at, safety, max pain, stop below, stop above, sl below, sl above,
        exit stop, hard exit, stop in profit, sl in profit, stop into profit, stop to profit, out if it reclaims,
        out if it loses, out if it breaks, out if it closes, out if it trades, out if it goes, out if it gets,
        out if price, out if we lose, out if we break, out if we close, exit if it reclaims, exit if it loses,
        exit if it breaks, exit if it closes, exit if price, wrong if it reclaims, wrong if it loses,
        wrong if it breaks, wrong if it closes, wrong if we lose, cut if it loses, cut if it breaks,
        cut if it reclaims, invalid if, invalidated below, invalidated above, invalid under, invalid over,
        invalidates below, invalidates above, invalidation below, invalidation above, invalidated if it loses,
        idea dies below, idea dies above, dead below, dead above, dies below, dies above, stop bellow, stops bellow,
        sl bellow, stoploss bellow
    """,
    Role.TARGET: """
        tp, tps, target, targets, take profit, take profits, takeprofit, take profit target, take profit targets,
        take profits targets, tp targets, tp level, tp target, target level, target price, profit target,
        profit targets, targeting, takes, selling targets, sell target, sell targets, take profit orders,
        take profit order, take profit level, t p, t, tgt, tgts, exit, exits, exit targets, goal, goals,
        profit taking, objective, objectives, price target, take profit price, short term targets, mid term targets,
        long term targets, buying targets, take, profit at, profits at, aiming for, aiming at, aim, aims,
        profit levels, tp price, tp zone, take profit zone, take profit area, take profit points, take profit point,
        tp points, upside target, upside targets, downside target, downside targets, take profit at, take profits at,
        tps at, tp at, profit zone, sell at targets, target zone, target area, partial target, final target, final tp,
        main target, profit level, profit 1, profit 2, profit 3, profit 4, profit 5, profit target 1, exit plan,
        exit zone, bank at, book at, cash out at, unload at, sell into, selling into, scale out at, scaling out at,
        exits at, tp orders, tp s, first tp at, takeprofits, takeprofit targets, tp targets are, tg, tgs,
        first profit, second profit, third profit, next profit, last profit, final profit, 1st profit, 2nd profit,
        3rd profit
    """,
    Role.ADD: """
        dca, average, averaging, add more, more buy, more sell, buy more, sell more, second entry, reentry zone,
        recovery zone, layer, add, dca entry, scale in
    """,
    Role.ADDED: "added, i added, adding to, topped up, added more, scaled in, doubled, adding another, add another",
    Role.LEVERAGE: """
        leverage, lev, levarage, laverage, leverages, leverage use, recommended leverage, max leverage, gearing
    """,
    Role.CROSS: "cross, crossed, cross margin",
    Role.ISOLATED: "isolated, iso, isolate, isolated margin",
    Role.SPOT: "spot, spot trade, on spot, spot signal",
    Role.MARKET: """
        now, market, market price, at market, by market, cmp, current price, market order, market execution, instant,
        instantly, here, right now, at current price, current market price, immediately, asap, buy now, market entry,
        entry now, enter now, just now, at the moment, right here
    """,
    Role.LIMIT: """
        limit, limit order, pending, pending order, limits, set limit, lmt, buy lmt, sell lmt, pending orders,
        pendings
    """,
    Role.BREAKOUT: """
        stop order, buy stop, sell stop, stop entry, breakout above, breakout below, break above, break below,
        on breakout, breaks above, breaks below, stop buy, stop sell, break of, break of the, on the break of,
        break out of, breakout entry, breakout entries, entry on breakout, entry on a breakout
    """,
    Role.ZONE: "zone, area, range, region, level, levels, price, around, near, from, at",
    Role.RUNNER: "open, opened target, runner, runners, moon, hold, let it run, infinity, to the moon",
    Role.LATER: """
        tbd, tba, to be decided, to be announced, later, soon, will update, pending update, no tp, no tp yet,
        no tp for now, no target, no target yet, no targets yet, no targets, no fixed tp, no fixed target,
        targets later, tp later, to follow, will follow
    """,
    Role.SYMBOL: """
        pair, pairs, coin, symbol, asset, instrument, ticker, token, currency, market pair, coin name, currency pair,
        crypto, trading pair, scrip, trade pair, forex pair, traded pair, underlying, contract
    """,
    Role.HEADING: """
        trades, positions, orders, runners left, signal, signals, trade, setup, call, alert, new signal, signal alert,
        trade alert, position, direction, type, signal type, trade type, side, action, order, order type, scalp,
        scalping, swing, intraday, day trade, re enter, reenter, re entry, free signal, vip signal, trading signal,
        again, premium, regular, trade details, trade direction, buyers, sellers, exchange, exchanges, client, status,
        high risk, low risk, medium risk, risky, idea, trade idea, swing idea, ideas, call out, order details,
        new trade, next trade, new setup, new call, next signal now, short set up, long set up, buy set up, sell set up
    """,
    Role.SIZE: """
        risk, risk level, size, amount, margin, margin used, wallet, wallet size, lot, lots, lot size, volume, vol,
        balance, capital, deposit, allocation, portfolio, use, position size, suggested risk, fund, funds, max risk,
        risk per trade, equity, account, invest, of your, risk management, qty, quantity
    """,
    Role.RATIO: """
        rr, r r, risk reward, risk reward ratio, risk to reward, r r ratio, ratio, rrr, rr ratio, win rate, winrate,
        accuracy, strategy accuracy, trend line, last signals
    """,
    Role.TICKET: """
        id, signal id, trade id, order id, ref, signal no, no, nr, signal number, code, signal code, reference,
        ref no, trade number, call no, call id, alert id, position id, trade code
    """,
    Role.PIPS: "pip, pips, point, points, pts, pipps, ticks",
    Role.CLOCK: """
        hour, hours, hr, hrs, h, minute, minutes, min, mins, m, day, days, d, week, weeks, w, month, months,
        timeframe, tf, time, am, pm, utc, gmt, est, date, period, january, february, march, april, june, july, august,
        september, october, november, december, year, years, sec, seconds, ago
    """,
    Role.THOUSAND: "k, thousand",
    Role.TO: "to, or, till, until, upto, up to, down to",
    Role.AND: "and, then, also, plus",
    Role.MOVE: """
        move, moved, moving, shift, adjust, trail, raise, set, put, bring, change, update, drag, lower, tighten,
        modify, use, moves, extend, widen, advance, slide, push, place, adjusting, setting, let s move, lets move,
        trailing, roll, roll up, tightening, reset, trailed, raised, raising, bringing, shifting, dragging, lowering,
        lowered, pull, let us move, moving up, adjusted, shifted, secured at, changed, updated, is now, are now, bump,
        bumping, move back, nudge, hike, cinch
    """,
    Role.EDIT: """
        edit, modify, modified, edited, correction, corrected, new tp, new tps, new target, new targets,
        updated targets, update targets, change tp, new sl, revised, amend, extended tp, new stop, new stop loss,
        new stoploss, sl new, updated sl, updated stop, new target 1, new take profit, new take profits,
        new take profit levels, new tp levels, new tps are, new targets are, updated tps, updated tp,
        updated take profit, updated take profits, revised targets, revised tp, tp updated, tps updated,
        targets updated
    """,
    Role.CLOSE: """
        close, close all, closing, exit now, exit trade, exit all, close now, close it, close trade, close trades,
        close position, close positions, get out, close full, close the trade, book profits, book profit, full close,
        close fully, close everything, i m out, im out, we re out of, we are out of, i am out of, i m out of,
        im out of, out now, exit the trade, exit position, flatten, out at, out of this, close manually, manual close,
        manually close, let s close, closing all, close rest, close the rest, out here, cut it, cut it here, cut this,
        cut this trade, cut the trade, exiting, exit here, exit at market, exit all trades, exit all positions, bail,
        bailing, get flat, going flat, flat now, close out, closing out, close this, close that, dump it,
        out of the trade, out of this trade, closing here, bail out, bailout, everyone out, everybody out, all out,
        manually exit, we manually exit, exit manually, out of longs, out of shorts, exit the position, get out of,
        close em, close them, exit longs, exit shorts, shut, shut the, scratch, scratching, scratch it, scratching it,
        unwind, unwinding, liquidate, get rid of, ditch, ditching, exit fully, fully exit, exit the, exit this,
        exit our, exit your, exit my, exit it, exit them, i m flat, im flat, i am flat, we are flat, we re flat,
        no reason to stay in, no reason to hold, no reason to keep, no point in holding, no point holding, close up,
        wrap it up, wrapping it up, wrap this up, kill this trade, kill the trade, kill this position,
        take full profit, take full profits, take all profit, take all profits, taking full profit, full take profit,
        cash out, cashing out, cash out now, pull out, out of it, step out, stepping out, stepping aside, exit full,
        full exit, close in full, close out full, closing in full, time to close, time to exit, let s exit,
        let s get out, cutting this, cutting it, cutting here, cutting the, cutting my, i m cutting, flat everything,
        flatten everything, flat all, flat it, flatten it, flatten this, taking it off, taking this off, killing this,
        killing it, dumping it, dumping this, taking a small loss, taking the loss, taking the l, taking this loss,
        i m out of my, we close here, closing my, closing our, closing it, closing this one, closing these,
        taking my loss, eating the loss, exit both, close both, exit these, exit those, close these, close those,
        exit everything, exit signal, exit alert, close signal, exit right now, exit immediately, exit now please,
        exit asap, exit at breakeven, exit at be, close with breakeven, close at breakeven, close at be,
        close with be, take the rest off, taking the rest off, take the rest, taking the rest, book the rest,
        booking the rest, bank the rest, banking the rest, taking the remainder, take the remainder,
        close the remainder, closing the remainder, closing the rest, taking the last part, taking the runner off,
        exit at cost, exit at cost to cost, close at cost, exit at entry, exit at entry price, close at entry,
        close at entry price, exit around entry, close around entry, exit on cost
    """,
    Role.CLOSED: """
        closed, full closed, all closed, was closed, got out, closed at, closed manually, stopped at be, closed all,
        we closed, i closed, fully closed, stopped out at be, stopped out at breakeven, stopped out at entry,
        stopped out in profit, stopped at breakeven, stopped at entry, closed out, closed here, closed manually here,
        exited, have closed, has been closed, have been closed, just closed, i ve closed, we ve closed,
        closed the rest, closed the remainder, rest closed, remainder closed, took the rest off, took the rest,
        the rest is closed, rest is closed, closed the runner, closed the last part, remaining closed,
        remaining position closed
    """,
    Role.CANCEL: """
        invalid, invalid signal, invalid call, cancel, cancelled, canceled, cancel order, cancel limit,
        cancel pending, cancel this, delete order, delete limit, delete limits, delete pending, delete pendings,
        remove limit, remove pending, setup invalidated, invalidated, delete the limit, delete the order,
        delete the pending, remove the limit, remove the pending, cancel the order, cancel all pending,
        skip this trade, forget this trade, forget the, forget this, forget it, scrap, void, kill the, pull the order,
        no longer valid, not valid anymore, setup is invalid, too late to enter, ignore this trade,
        ignore this signal, ignore last signal, delete this trade, cancelling, canceling, order cancelled,
        order canceled, trade cancelled, trade canceled, remove order, remove the order, pull limit, pull the limit,
        delete all pending, call off, called off, setup cancelled, trade invalid, setup invalid, trade is invalid,
        abort, withdraw the order, scratch that order, delete it, remove it, cancel it, drop the order, kill it,
        withdraw, pull it, delete them, cancel them, cancel those, cancel both, cancel the limit, cancel the limits,
        cancel all limits, cancel pendings, cancel the pending, scratch this idea, signal invalid, signal is invalid,
        signal is no longer valid, call invalid, call is invalid, call cancelled, signal cancelled, signal canceled,
        idea cancelled, idea invalidated, scratch that, scratch this one, scratch the order, nuke the order,
        pull orders, pull those orders, pull those limits, pull the limits, pull the pending, kill order, kill orders,
        kill limit, order removed, order deleted, orders cancelled, limits cancelled, limit cancelled, order off,
        take the order off, ignore the last signal, ignore the last call, ignore the last trade, ignore the last one,
        ignore the last, ignore last call, ignore the previous signal, ignore the previous, ignore previous signal,
        ignore that signal, ignore that call, ignore that, ignore this call, ignore this one,
        disregard the last signal, disregard last signal, disregard this signal, disregard the signal, disregard that,
        disregard this, disregard the order, disregard previous signal, disregard the previous signal, order expired,
        orders expired, limit expired, pending expired, setup expired, signal expired, trade expired, entry expired,
        ignore it, ignore this, please ignore, ignore pls, disregard, ignore, not taking it anymore,
        not taking it any more, not taking this anymore, not taking this any more, not taking this one,
        don't take this one anymore, don't take it anymore, don't take this anymore, do not take it anymore,
        do not take this anymore, no longer taking this, no longer interested, not interested anymore,
        we skip this one, we skip this, skipping this one, skip this one, not valid any more, not entering anymore,
        not entering any more, don't enter anymore, do not enter anymore, no longer entering, let it go without us,
        limit order expired, limit orders expired, pending order expired, pending orders expired, buy limit expired,
        sell limit expired
    """,
    Role.REMOVE: """
        remove, delete, without, no more, drop, take off, take out, lift, removed, deleted, withdrawn, removing,
        deleting
    """,
    Role.PART: """
        partial, partials, partially, some profit, some profits, some, take profits, partial profit, partial profits,
        portion, part, take partials, take partial, secure, secure profits, secure profit, secure some,
        take some profits, take some profit, lock profit, lock profits, lock in profits, lock some, partial close,
        trim, reduce, scale out, bank, secured, securing, bank some, take some, lock in, lock, take off,
        off the table, booking, book some, book some profit, book some profits, book partial, book partials,
        book partial profit, booking partials, taking partials, taking partial, take partial profits,
        take partial profit, taking some profit, taking some profits, taking some off, take some off, some off,
        de risk, derisk, peel off, partial tp, partial take profit, partials off, scaling out, trimming, reducing,
        closing partials, close partials, close some, closing some, close part, taking profit, taking profits,
        securing profits, locking profits, bank partials, bank some profit, book, a third, one third, a quarter,
        one quarter, two thirds, three quarters, collect some, collect some pips, collect pips, collect profits,
        collect profit, collect partials, collect partial, collect some profit, collect some profits,
        grab some profit, grab some profits, grab partials, grab some pips, pay yourself, pay yourselves,
        paying myself, a quarter of, take something off, take a bit off, lighten up, lighten, scaled out, take it off
    """,
    Role.HALF: """
        half, 1 2, one half, sold half, sell half, selling half, sold half of it, just sold half, just closed half,
        half your profits, half of your profits, half of profits, half the profits, half our profits, half my profits
    """,
    Role.ALL: "all, everything, full, fully, rest, remaining, whole",
    Role.EVEN: """
        be, breakeven, break even, b e, bep, entry point stop, risk free, riskfree, to entry, at entry, on entry,
        no risk, zero risk, cost price, to cost, entry price stop, to entry price, risk free now, to open price,
        to the entry, to our entry, at breakeven, bе, to break even, to breakeven, entry price now, zero loss,
        risk off entry, at cost, at break even, on breakeven, to b e, to even, go be, go breakeven, go break even,
        make it risk free, secure your entry, secure entry, secure the entry, protect your entry, protect entry,
        protect the entry, secure at entry, secure at be, secure at breakeven, no more risk, no risk left,
        risk is off, take the risk off, taking the risk off, remove the risk, risk removed, zero risk now,
        no more risk on this, with cost, on cost
    """,
    Role.HIT: """
        hit, hits, done, reached, achieved, smashed, completed, filled target, touched, booked, crushed, destroyed,
        tapped, banked, secured tp, hitted, swept, sweep, sweeped, triggered sl, taken out, got hit, was hit, cleared,
        nailed, delivered, just hit, cleared it, in the bag, secured target, there goes, and there goes
    """,
    Role.STOPPED: """
        got stopped, got stopped out, was stopped out, been stopped out, stopped us out, took us out,
        took out our stop, knocked out, hit our stop, hit my stop, stopped out, took my stop, took our stop,
        took the stop, took out my stop, took out the stop, hunted my stop, hunted our stop, sl taken, stop taken,
        stoploss taken, stop loss taken, sl got taken, stop got taken, sl was taken, stop was taken, sl taken out,
        stop taken out, stopped me out, they stopped us, got wicked out, wicked out
    """,
    Role.FILLED: """
        filled, entry filled, activated, triggered, order filled, entry hit, entry achieved, limit filled, executed,
        order activated, in profit entry, entry done, limit activated, active now, limit hit, got filled,
        order triggered, limit triggered, limit order triggered, limit order filled, limit order activated,
        pending activated, pending triggered, pending order triggered, trade active, trade is active, order is active,
        position is live, trade is live, limit is filled, entry triggered, entry is filled, entry activated,
        buy limit triggered, sell limit triggered, buy limit activated, sell limit activated, buy limit filled,
        sell limit filled, we are in, we re in, we are now in, we re now in, position opened, trade opened,
        order opened, trade triggered, trade got triggered, orders filled, orders triggered, limits filled,
        entries filled, bids filled, bid filled, bid got filled, just got filled, got activated, is active,
        now active, is now active, is now live, we got in, we re filled, we are filled, tagged in, i m filled
    """,
    Role.HOLD: """
        hold, holding, keep holding, hodl, keep, still holding, keep running, running, let it run, holds, holders
    """,
    Role.PAST: """
        yesterday, last week, last month, last night, the other day, last monday, last tuesday, last wednesday,
        last thursday, last friday, years ago, throwback, flashback, archive, archives, back then
    """,
    Role.FILLER: """
        no re-entry, no re entry, no reentry, no re-entries, no reentries, don't re-enter, do not re-enter,
        dont re enter, don't reenter, do not reenter, dont reenter, no need to re-enter, don't enter again,
        do not enter again, dont enter again, no new entries, no more entries, those who entered, those who are in,
        whoever is in, who is in, if you entered, if you got in, anyone in
    """,
}

ORDINALS = ("first, second, third, fourth, fifth",)

MONEY = {
    "EUR": "euro",
    "USD": "dollar",
    "GBP": "pound, sterling",
    "JPY": "yen",
    "CHF": "franc, swissy",
    "AUD": "aussie",
    "NZD": "kiwi",
    "CAD": "loonie",
}

ALIASES = {
    "XAUUSD": "gold, xau, spot gold, gold spot, xau usd, xauusdm, gold usd",
    "XAGUSD": "silver, xag, silver spot",
    "USOIL": "oil, crude, crude oil, wti, wti oil, wti crude, us oil, crude oil wti, light crude",
    "UKOIL": "brent, brent oil, brent crude, crude brent, oil brent",
    "US30": "dow, dj, dji, dow jones, dow 30, us 30, dow30, wall street 30, wall street",
    "NAS100": "nasdaq 100, nasdaq, nazdaq, nasdag, naz, ndx, nas, nas 100, us tech 100, ustech, us tech, nasdaq100",
    "GER40": "dax 40, dax, ger 40, dax40, germany 40",
    "UK100": "ftse 100, ftse, uk 100, ftse100",
    "JP225": "nikkei 225, nikkei",
    "SPX500": "s p 500, s p, sp 500, sp500, spx500, s and p 500, snp500",
    "GBPUSD": "cable, gu, pound, sterling",
    "BTC": "bitcoin, btcoin, bit coin",
    "ETH": "ethereum, ether",
    "SOL": "solana",
    "DOGE": "dogecoin",
    "XRP": "ripple",
    "ADA": "cardano",
    "LTC": "litecoin",
    "NATGAS": "natural gas, nat gas, nat gas futures, henry hub",
    "AUDUSD": "aussie",
    "NZDUSD": "kiwi",
    "USDCAD": "loonie",
    "EURUSD": "fiber, fibre, euro",
    "USDCHF": "swissy",
    "GBPJPY": "guppy, the beast, gj",
    "US500": "us 500",
    "US100": "us 100, nq100",
    "BANKNIFTY": "bank nifty, banknifty, nifty bank",
    "NIFTY": "nifty, nifty 50, nifty50",
    "SENSEX": "sensex",
    "XPTUSD": "platinum",
    "XPDUSD": "palladium",
    "USDJPY": "uj, yen",
    "EURJPY": "ej",
    "V10": "volatility 10 index, volatility 10, vix 10, vix 10 index, v10 index, vol 10",
    "V25": "volatility 25 index, volatility 25, vix 25, vix 25 index, v25 index, vol 25",
    "V50": "volatility 50 index, volatility 50, vix 50, vix 50 index, v50 index, vol 50",
    "V75": "volatility 75 index, volatility 75, vix 75, vix 75 index, v75 index, vol 75",
    "V100": "volatility 100 index, volatility 100, vix 100, vix 100 index, v100 index, vol 100",
}
