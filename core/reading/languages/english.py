"""English, the language most channels write in, whatever their home: the words of calls, with their misspellings."""

from __future__ import annotations

from core.reading.roles import Role

WORDS = {
    Role.HUNDREDTH: "percent, per cent, percents, pct",
    Role.BELOW: "below, under, lower than, bellow, beneath, underneath",
    Role.ABOVE: "above, over, breaks, higher than",
    Role.BETWEEN: "between, in between",
    Role.BUY: """
        buy, buys, buying, buy back, buyback, buying back, long, longs, longing, go long, going long, buy long, bullish
        entry, call buy, bought long, aping, aping in, accumulate, accumulating, direction bullish, bias bullish,
        bullish position, buyy, buuy, byu, bying, biy, nuy, bouy, lomg, longg, logn, just longed, just bought
    """,
    Role.SELL: """
        sell, sells, selling, short, shorts, shorting, go short, going short, sell short, direction bearish, bias
        bearish, bearish position, sel, selll, seel, sells now, shrt, shorted here, just shorted, just sold
    """,
    Role.ENTRY: """
        entry, entries, enter, entry price, entry point, entry zone, entry level, entry area, entry target, entry
        targets, entry order, entry orders, entry range, entry limit, limit entry, buy zone, sell zone, buy area, sell
        area, buy price, sell price, buy at, sell at, buy around, get in, get in at, entrance, open price, price open,
        entry market, range entry, buying zone, selling zone, buy entry, sell entry, buy range, sell range, focus, limit
        1, limit 2, limit 3, first entry, 1st entry, lower entry, upper entry, higher entry, last entry, accumulation
        zone, ep, ent, buy limit at, sell limit at, buy limits, sell limits, long below, short above, open at, trigger
        price, trigger entry, buy in, entry zones, enter at, enter around, entry at, entries at, limit price, order
        price, entry band, entry box, dip entry, e p, entry price range, buy limit price, sell limit price, entry
        trigger, enter between, enter in, entry between, entrypoint, entryprice, entryzone, get filled, avg in, average
        in, fills at, fills, bids at, bids, bid at, enter long, enter short, place it around, place around, buy the
        range, entry around, entry near, in at, in around, in from, entry from, fill zone, filled between, place it at,
        trigger, trigger level, limit a, limit b, limit c, limit one, limit two, limit three, order 1, order 2, order 3,
        order a, order b, entry a, entry b, bid 1, bid 2, bid 3, layer 1, layer 2, layer 3, tranche 1, tranche 2, price
        we entered at, price we entered, price entered at, price entered, price of entry, entry was taken at, ote,
        optimal entry, ideal entry, dip buy, bad entry, bad entries, worst entry, worst entries, best entries, better
        entries, losing entries, early entries, other entries, higher entries, lower entries, upper entries, extra
        entries, bad layers, worst layers, first layers, lower layers, higher layers, upper layers, other layers, first
        entries, first position, second position, first positions, losing positions, worst positions, bad positions,
        lower positions, upper positions, higher positions, few layers, few entries, some layers, some entries, a few
        entries, a few layers, few positions, some positions, a few positions, early positions, earlier positions, older
        positions, oldest positions, oldest entries, older entries, initial positions, initial entries, initial ones,
        early trades, early ones, first ones, losing ones, losing trades, oldest trades, older trades, first trades,
        first entires, first layer, second layer, last layer, top layer, upper layer, lower layer, bad layer, worst
        layer, one layer, worst trades, bad trades, bad trade, worst trade entries, losing entry, worst position, lowest
        entries, highest entries, lowest entry, highest entry, buying range,
        selling range, buying area, selling area, buying price, selling price
    """,
    Role.STOP: """
        sl, stop, stops, stoploss, stop loss, stop lose, stoplose, stop losses, stop price, stop target, stop targets,
        stop level, stop loss level, sl level, s l, invalidation, invalidation level, invalid below, invalid above, cut
        losses, cut loss, cut, hard stop, stp, slx, sl price, protective stop, stop lost, invalidate, stop loss price,
        sl zone, hard sl, protective stop loss, stop loss order, stop loss zone, sl point, stop lvl, risk stop, stopls,
        stl, safety stop, stop out level, s l level, get out below, get out above, exit below, exit above, out below,
        out above, out if, out under, out over, exit if, cut below, cut above, cut if, wrong below, wrong above, kill
        switch, panic stop, escape, out if wrong, out if wrong at, wrong at, wrong if, cut at, stop out, sl order, stop
        order at, safety, max pain, stop below, stop above, sl below, sl above, exit stop, hard exit, stop in profit, sl
        in profit, stop into profit, stop to profit, out if it reclaims, out if it loses, out if it breaks, out if it
        closes, out if it trades, out if it goes, out if it gets, out if price, out if we lose, out if we break, out if
        we close, exit if it reclaims, exit if it loses, exit if it breaks, exit if it closes, exit if price, wrong if
        it reclaims, wrong if it loses, wrong if it breaks, wrong if it closes, wrong if we lose, cut if it loses, cut
        if it breaks, cut if it reclaims, invalid if, invalidated below, invalidated above, invalid under, invalid over,
        invalidates below, invalidates above, invalidation below, invalidation above, invalidated if it loses, idea dies
        below, idea dies above, dead below, dead above, dies below, dies above, stop bellow, stops bellow, sl bellow,
        stoploss bellow, inv, inval, invl, risking to, risking down to, risking up to, reduce sl, reduce the sl,
        reduce your sl, reduce stop, reduce the stop, reduce your stop, reduce stop loss, reduce stoploss, reducing sl,
        reducing the stop
    """,
    Role.TARGET: """
        tp, tps, target, targets, take profit, take profits, takeprofit, take profit target, take profit targets, take
        profits targets, tp targets, tp level, tp target, target level, target price, profit target, profit targets,
        targeting, takes, selling targets, sell target, sell targets, take profit orders, take profit order, take profit
        level, t p, t, tgt, tgts, exit, exits, exit targets, goal, goals, profit taking, objective, objectives, price
        target, take profit price, short term targets, mid term targets, long term targets, buying targets, take, profit
        at, profits at, aiming for, aiming at, aim, aims, profit levels, tp price, tp zone, take profit zone, take
        profit area, take profit points, take profit point, tp points, upside target, upside targets, downside target,
        downside targets, take profit at, take profits at, tps at, tp at, profit zone, sell at targets, target zone,
        target area, partial target, final target, final tp, last tp, last target, main target, profit level,
        profit 1, profit 2, profit 3,
        profit 4, profit 5, exit plan, exit zone, bank at, book at, cash out at, unload at, sell into,
        selling into, scale out at, scaling out at, exits at, tp orders, tp s, first tp at, takeprofits, takeprofit
        targets, tp targets are, tg, tgs, first profit, second profit, third profit, next profit, last profit, final
        profit, 1st profit, 2nd profit, 3rd profit, looking to cover at, looking to exit at, looking to take profit at,
        looking to take profits at, cover at, covering at, shooting for, gunning for, aiming to, looking for a move to,
        looking for a move towards, looking for a push to, looking for a drop to, looking for a run to, looking for a
        test of, traget, tragets, taget, tagets, targat, targats, tarket, targte, tarjet, ltp 1, ltp 2, ltp 3, ltp 4,
        ltp 5, ltp 6, reward to, reward at
    """,
    Role.LEVERAGE: """
        leverage, lev, levarage, laverage, leverages, leverage use, recommended leverage, max leverage, gearing,
        multiplier, lv
    """,
    Role.CROSS: "cross, crossed, cross margin",
    Role.ISOLATED: "isolated, iso, isolate, isolated margin",
    Role.SPOT: "spot, spot trade, on spot, spot signal",
    Role.MARKET: """
        now, market, market price, at market, by market, cmp, current price, market order, market execution, instant,
        instantly, here, right now, at current price, current market price, immediately, asap, buy now, market entry,
        entry now, enter now, just now, at the moment, right here, live price, live market price, last price,
        current rate, last traded price, mark price, price now, ask price, bid price, current ask, current bid, noww
    """,
    Role.LIMIT: """
        limit, limit order, pending, pending order, limits, set limit, lmt, buy lmt, sell lmt, pending orders, pendings
    """,
    Role.BREAKOUT: """
        stop order, buy stop, sell stop, stop entry, breakout above, breakout below, break above, break below, on
        breakout, breaks above, breaks below, stop buy, stop sell, break of, break of the, on the break of, break out
        of, breakout entry, entry buy stop, entry sell stop, breakout entries, entry on breakout, entry on a breakout
    """,
    Role.ZONE: "zone, area, range, region, level, levels, price, around, near, from, at",
    Role.RUNNER: "open, opened target, runner, runners, moon, hold, let it run, infinity, to the moon",
    Role.LATER: """
        tbd, tba, to be decided, to be announced, later, soon, will update, pending update, no tp, no tp yet, no tp for
        now, no target, no target yet, no targets yet, no targets, no fixed tp, no fixed target, targets later, tp
        later, to follow, will follow
    """,
    Role.SYMBOL: """
        pair, pairs, coin, symbol, stock, asset, instrument, ticker, token, currency, market pair, coin name, currency
        pair, crypto, trading pair, scrip, trade pair, forex pair, traded pair, underlying, contract
    """,
    Role.HEADING: """
        trades, positions, orders, runners left, signal, signals, trade, setup, call, alert, new signal, signal alert,
        trade alert, position, direction, type, signal type, trade type, side, action, order, order type, scalp,
        scalping, swing, intraday, day trade, re enter, reenter, re entry, free signal, vip signal, trading signal,
        again, premium, regular, deal, deals, new deal, btst, stbt, delivery, trade details, trade direction, buyers,
        sellers, exchange, exchanges, client, status, positional,
        high risk, low risk, medium risk, risky, idea, trade idea, swing idea, ideas, call out, order details, new
        trade, next trade, new setup, new call, next signal now, short set up, long set up, buy set up, sell set up,
        trading plan, trade plan, trading plan for, trade plan for, future trade, futures trade, future call, futures
        call, equity trade, equity call, reload, reloading, double down, doubling down, adding here, enter again, take
        it again, re entering, same entry again, new one, next one, next call, next setup, market setup
    """,
    Role.SIZE: """
        risk, risk level, size, amount, margin, margin used, wallet, wallet size, lot, lots, lot size, volume, vol,
        balance, capital, deposit, allocation, portfolio, use, position size, suggested risk, fund, funds, max risk,
        risk per trade, equity, account, invest, of your, risk management, qty, quantity, bankroll, total risk, in
        total, r total, total exposure, total funds, total capital, total balance, total portfolio, total wallet, total
        account, risk should be, trading risk should be, size should be, position size should be,
        total equity, total deposit, total margin, total investment, total fund, total size, lotsize
    """,
    Role.RATIO: """
        pnl, p l, upnl, unrealized pnl, unrealised pnl, current pnl, current profit, unrealized, unrealised,
        rr, r r, risk reward, risk reward ratio, risk to reward, r r ratio, ratio, rrr, rr ratio, win rate, winrate,
        accuracy, strategy accuracy, trend line, last signals, payoff, payout, pay off, r multiple
    """,
    Role.TICKET: """
        id, signal id, trade id, order id, ref, signal no, no, nr, signal number, code, signal code, reference, ref no,
        trade number, call no, call id, alert id, position id, trade code,
        ticket, ticket no, ticket number, order no, order number, position no, ticket id
    """,
    Role.PIPS: "pip, pips, plps, point, points, pts, pipps, ticks",
    Role.CLOCK: """
        hour, hours, hr, hrs, h, minute, minutes, min, mins, m, day, days, d, week, weeks, w, month, months, timeframe,
        tf, time, am, pm, utc, gmt, est, date, period, january, february, march, april, june, july, august, september,
        october, november, december, year, years, sec, seconds, ago
    """,
    Role.THOUSAND: "k, thousand",
    Role.TO: "to, or, till, until, upto, up to, down to",
    Role.AND: "and, n, then, also, plus",
}

ALIASES: dict[str, str] = {}

ORDINALS = ("first, second, third, fourth, fifth", "one, two, three, four, five")
SHARES = {25: "a quarter, a quarter of, one quarter, quarter", 33: "a third, one third", 75: "three quarters"}

EVERY = "all, every, everything, both"
TAKEN = "take, taking, pull, pulling, cash, cashing, collect, collecting"
WHICH = """
    first, 1st, lower, upper, higher, last, bad, worst, worse, best, highest, lowest, other, extra, early, earlier,
    older, second, third, losing, few, some, a few, oldest, initial
"""
WEEKDAYS = """
    monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon, tue, tues, wed, thu, thur, thurs, fri,
    sat, sun
"""
MONTHS = """
    january, february, march, april, june, july, august, september, october, november, december, jan, feb, apr, jun,
    mar, jul, aug, sept, sep, oct, nov, dec, may
"""
REWARDS = "reward, rewards, potential reward, potential profit"
PERIODS = "week, day, session, round, month"
PLANS = "plan"
SCORES = "score, confidence, rating, conviction, strength, quality"
EACH = "each, every, apiece"
RISK = "risk, risking"
LOTS = "lot, lots, lotsize"
LOT_KINDS = "mini, micro, standard, nano, std"
PER = "per, for every, for each, per each, every, each"
CLOSES = "close, closes, closing, closure, closures, closed"
CHANNELS = "channel, source, group, room, provider, channel name, signal source"
LIQUIDATIONS = "liquidation, liq, liquidated"
FORMS = """
    spread, slippage, commission, fee, fees, swap, magic, magic number, deviation, position value, notional,
    notional value, confirmation, confirmations, confluence, confluences, rank, ranking, version, batch, layer, layers,
    trades today, total trades, open trades, number of trades, number of positions, positions, max positions, expiry,
    expires, valid for, validity, server, account number, uid, user id, tf, time frame, timeframe, fear greed,
    dominance, market cap, mcap, callback, callback rate, max loss, max drawdown, drawdown, hold, hold time,
    holding time, duration, probability, ai score, signal strength, trade duration, estimated duration, time,
    position margin, required margin, contract, contracts, pips, total pips, point value
"""
CANDLES = "candle, candles, bar, daily, weekly, hourly"
ZEROS = "zeros, zeroes, 0s"
GROWTH = "increase, growth, gain, gains, potential, upside, pump, return, returns, gem, gems, reward, rewards"
RISING = "bull, bullish"
FALLING = "bear, bearish"
BREAKS = "breakout, breakdown, breaks"
IN = "in"
POINTS = "point, points, pts"
OUT = "out"
WRONG = "wrong"
BETWEEN = "between"
REMEMBER = "remember, don't forget, do not forget, dont forget, remember to, remember that, always remember"
FROM = "from, instead of"
IN_PROFIT = "profit, profits, in plus, in the green, into the green"
LIKE_THIS = """
    signals like this, signals like these, trades like this, trades like these, calls like this, setups like this
"""
PLACING = "set, setting, put, place, use"
OF = "on, of, in, for"
FOR = "for, on, of"
LEAVING = """
    out, cut, get, abort, kill, close, closing, take, taking, rest, bail, bailout, bailing, bank, book, cash, wrong,
    collect
"""
BAILING = "bail, cut, get out, abort, kill, scratch"
CLOSES_BEYOND = "close below, close above, closes below, closes above, closing below, closing above"
EXITING = "exit, exits, exit trade, exit the trade, exit now, close the trade, close trade, get out"
SEEKING = "looking for, look for, looking to, looking at, aiming, eyeing, hunting, chasing"
PROFIT = "profit, profits, gain, win"
LOSS = "loss, lose"
STAGES = "checkpoint, milestone, station, stage, destination, waypoint"
FINAL = "final, last, main"
GUARDS = "protect, protection, shield, invalid, danger, wrong, abort, stopping, insurance"
ZONES = "zone, area, range"
CLOCK_LETTERS = "h, m, d, w, min, am, pm"
ENDINGS = "st, nd, rd, th"
RANKS = "st, nd, rd, th"
SIGNALS = "signal, signals, trade, call, setup, idea, alert, strategy"
NUMBERS = "no, num, number, n"
AMOUNTS = """
    some, part, portion, almost everything, almost all, almost all of it, almost the whole, nearly everything, nearly
    all, nearly all of it, most of it
"""
DELETED = "delete, deleted, remove, removed, eliminate"
SECURED = """
    secure, secured, securing, lock in, lock, protect, protecting, lock profits, lock profit, lock in profits, lock in
    profit, lock some pips, lock some profit, lock some profits, locking profits, locking profit, locking in profits,
    locking, locking in, locked in
"""
PURPOSES = "to secure, to lock, to lock in, to protect"
ACTIONS = "action, order action, update, instruction, modification"
ENTRIES = "entry, entries, layer, layers"
AVERAGE = "average, avg, averaged"
NEW = "new, next"
TOOK = "took, booked, secured, trimmed, sold, cashed, banked, unloaded, offloaded, locked, peeled, scaled"
SALES = "sell, selling"
MORE = "another, more, additional, further"
SHEDS = "cut, cutting, dumping, ditching, shedding, unloading, offloading"
COUNTED = """
    signals, trades, calls, members, followers, setups, layers, orders, positions, parts, legs, rungs, bullets,
    tranches, steps, candles, layer, unit, units, shares, tier, tiers, step, contracts
"""
COMMENTS = """
    note, notes, comment, comments, reason, reasons, rationale, why, context, technicals, remark, remarks, commentary,
    reasoning, analysis, confluence, confluences, thesis, logic
"""
ASSENTS = "yes, true"
DENIALS = "no, none, nope, not yet, false"
UP = "up, down, gain, gains, roi, return, higher"
REST = "left, remaining, remains"
STATUSES = "status, state"
PRICE = "price"
PRICE_NOW = """
    current price, current ask, current bid, ask price, bid price, current market price, market price, price now, last
    price, live price, cmp, current, currently, current rate, last traded price, mark price, ltp, live market price, cp
"""
POSTED = "posted, sent, shared, published, issued"
REASONS = """
    reason, reasons, rationale, why, context, technicals, reasoning, analysis, confluence, confluences, thesis, logic,
    fundamentals, technical analysis, technical view, commentary, background, trade rationale
"""
STAKED = "with, using, worth"
WICKS = "wick, wicks, wicked, spike, spikes"
ALMOST = "almost, nearly"
AFTER = "after, while"
STANDS = """
    we have a, we have an, we have the, we have another, we also have, we got a, we see a, we can see a, i see a, there
    is a, there is an, there is another, i have a, price is, price has, price broke, it is now
"""
FORWARDED = "forwarded from, forwarded message"
TITLES = """
    backtest, backtested, back test, performance, statistics, stats, trades taken, recap, weekly recap,
    daily recap, monthly recap, weekly report, daily report, trade recap, trade result,
    result, results, yesterday, previous trade, summary, daily summary, weekly summary, monthly summary
"""
LEANING = """
    prefer, i prefer, prefer to, i prefer to, we prefer to, would prefer to, rather, would rather, i would rather, we
    would rather, i d rather, we d rather, i d, we d, i'd, we'd, i'd rather, we'd rather, i would, we would
"""
BY = "by"
TALLIES = """
    pnl, p l, p&l, p/l, upnl, unrealized pnl, unrealised pnl, current pnl, current profit, unrealized, unrealised, net,
    outcome
"""
RENEWED = """
    updated, update, changed, adjusted, edited, revised, moved, extended, shifted, raised, lowered, tightened, widened,
    modified, removed, deleted
"""
INSIDE = """
    those who entered, those who are in, whoever is in, if you entered, if you got in, anyone in, those still holding,
    anyone still holding, anyone holding, if you are still in, if you re still in, if you're still in,
    if you still hold, if you are still holding, if still holding, if still in, if you are in, if you re in,
    if you're in, for those in, those in
"""
AGO = "ago"
FORMERLY = "was, previously, previous, prev, prior, formerly, old"
ADVICE = """
    recommend, recommended, recommends, recommending, recommendation, advise, advised, advising, advisable, suggest,
    suggested, suggesting, suggestion, better, wise, wiser, safer, prudent, sensible, advice, worth, personally
"""
WEIGHTY = "important, essential, crucial, vital, key"
SAME = "same, unchanged, stays, remains"
HABITS = """
    always, as a rule, every time, each time, rule, the rule, rules, letting me, letting us, letting you, lets me,
    lets us, lets you, allowing me, allowing us, allowing you, allows me, allows us, allows you, helps me, helps us,
    helps you, helped me, helped us, helping me, helping us, helping you, enables me, enables us, enables you,
    enabling you, every day, every single day, each day, each and every day, most of the time, most days,
    almost every day, on autopilot, normally, usually, typically, generally
"""
EXPECTED = """
    expecting, expect, expects, i expect, we expect, hopefully, looking, looks good, looks like, seems, seems like,
    can expect, we can expect, you can expect, want to see, i want to see, wanna see, let s see, lets see, curious to
    see, let's see
"""
SURGES = """
    boom, pump, moon, fly, explode, bounce, rise, rally, fall, drop, dump, rocket, skyrocket, go up, go down, go higher,
    give good profit, give nice profit, pay you, breakout, break out, see some big moves, see a big move, see a nice
    move
"""
COULD = "could, may, might"
FAREWELLS = "stay tuned"
UNSURE = "not sure, unsure, guess, my guess, gut feeling, tempted, tempting"
RUNNING = "running, still running, now running, ongoing, entered, holding, still holding"
WITHIN = "in, after, within, by"
CAUGHT = "caught, taken, opened, entered, got, in, trigger, fill, activate"
YET = "yet, so far"
UNFILLED = "still pending, pending, unfilled, untriggered, still open, still waiting"
AFTERWARDS = """
    who took, who caught, who made, who got in, who entered, who profited, who followed, who was in, who grabbed, who s
    in profit, who is in profit, who s still in, who s still holding, who s holding, who got this, who made it, who s
    riding, who is still in, who is still holding, who is holding, who is riding
"""
WHOSE = "your, ur, my, our, his, her, their"
TRAILS = "trail, trailing, trailed"
I_CLOSED = """
    i closed, we closed, i have closed, we have closed, i ve closed, we ve closed, closed my, closed our, just closed, i
    just closed, we just closed, exited, i exited, we exited, manually closed, closed manually
"""
OR = "or"
REENTERING = """
    re enter, reenter, re entry, reentry, re-enter, re-entry, buy again, sell again, long again, short again, reload,
    reloading, double down, adding here, enter again, take it again, re entering, same entry again,
    re-entering, reentering, re entered
"""
FULL = "full, fully, everything"
SO = "so, therefore, hence, that s why, thus"
EVENTS = """
    webinar, stream, livestream, zoom, meeting, party, meetup, lecture, class, podcast, giveaway, subscription,
    membership
"""
MARKETS = "market, markets, exchange, exchanges, session, offer, poll, doors, office"
INSTEAD = "instead of"
MEANWHILE = "for now, for the moment, for today"
BEFORE = "before"
SESSIONS = """
    ny, new york, london, asia, tokyo, frankfurt, ny open, new york open, london open, us open, asia open, open,
    opening, ny session, london session, us session, asian session, asia session, session, us, nyc, lunch, the open
"""
AT = "at, upon"
CUTS = "cut loss"
LOCKS = "lock, lock in, locking, locking in"
COPULAS = "was, were"
STATES = "is, are"
PROVED = "did, worked, worked out, saved us, saved me, saved you, saved our, paid off"
KILLS = "kill the, kill our, kill my, kill your, kill that, kill all"
TRADES = "trade, trades, position, positions"
ABOUT = "on, for, in"
THINGS = "bank, book, trim"
SOME_OF_US = """
    some, many, most, few, a few, several, everyone, everybody, others, people, some people, most people, half of us,
    ea, exchange, exchanges, broker, brokers, platform, bot, robot
"""
CROWDS = """
    investors, traders, members, vip members, speculators, whales, bulls, bears, funds, dealers, shareholders, scalpers,
    smart, retail, retailers, banks, institutions
"""
CORRECTED = "correction"
TICKETED = "position, order, ticket, deal, trade"
RISKING = "risking, risking to, risking down to, risking up to"
