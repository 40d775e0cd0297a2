"""English for the third time: what is said around an order: denied, hoped, told, taught, advertised.

Separate from the words of orders for its length only.
"""

from __future__ import annotations

from core.reading.roles import Role

CALENDAR = """
    cpi, ppi, pce, nfp, fomc, gdp, pmi, payrolls, jobs report, ecb, fed, boe, boj, rba, powell, inventories, data,
    opec, meeting, minutes, speech, news, rate decision, unemployment, claims, retail sales, earnings
"""
EXCUSES = "sorry, i mean, i meant, sry, oops, my bad, correction, apologies"
HALVES = "half position, half size"
SPEAKERS = """
    me, you, also me, us, wife, my wife, mom, brain, my brain, noobs, newbies, pros, user, member, q, a, answer,
    question
"""
ANALYSTS = "price target, analyst target, consensus"
FIRST_OF_ALL = "first, at first, first comes"
OUT_OR_OFF = "out"
SHUTS = "closes"
GOING = "good night, gn, goodnight, see you, see ya, bye, cya, night, sleep, bed, dinner, lunch, gym, work"
IN_ORDER_TO = "to, in order to, so as to"
BY_ITSELF = "automatically, automatic, auto, by itself, by themselves, automated"
UNHURRIED = """
    no rush, no need to rush, do not rush, don't rush, dont rush, never rush, no need to hurry, no hurry, don't
    hurry, do not hurry
"""
SUPPOSED = "were, break, lose, let"
HAD = "had"
TONIGHT = "tonight, tonite, this evening, this afternoon, overnight, shortly"
RULES = """
    rule, rules, the rule, as a rule, our rules, house rules, checklist, exit plan, routine, my
    routine, settings, tip, tips, pro tip, faq
"""
COUNSELS = """
    advice, advisor, advisors, adviser, advisers, registered, licensed, responsible, responsibility, liable, liability,
    guarantee, guarantees, guaranteed
"""
LITTLE = "the, is, are, and, for, this, that, with, your, you, we, it, because, my, our, of, at, only, too, just, so"
DROPS = "drops, dips, falls, reaches, goes, needed"
REPLIED = "reply, reply to, replying to, in reply to, replied to, response to"
SIGHTS = """
    support, supports, resistance, resistances, support zone, demand zone, supply zone, demand, supply, trendline,
    trend line, neckline, channel, structure, market structure, order block, fvg, liquidity, liquidity sweep,
    liquidity grab, rejection, pullback, retest, retracement, divergence, oversold, overbought, uptrend, downtrend,
    trend, momentum, price action, consolidation, consolidating, sideways, reversal, bullish, bearish, rsi, macd,
    crossover, ema, sma, vwap, fibonacci, fib, high, highs, low, lows, bulls, bears, buyers, sellers, candle,
    candles, squeeze, short squeeze, open interest, funding, funding rate, volume, dominance, volatility, double
    top, double bottom, gap, dip, dips, pressure, flag, wedge, triangle, swing high, swing low,
    psychological, liquidity pool
"""
NEEDED = """
    need, needs, needed, first, must, required, require, requires, until, till, confirm, confirms, confirmation,
    should, has to, have to, only, ideally, let, await, awaiting, want, wants, needs to, better, more, another,
    again, small, skip, leave, exit, out, goal, aim, trigger, chance, late, fill, fills, bought, sold, entered,
    trade, position, shorted, longed
"""
DOES = """
    is, are, has, have, holds, held, holding, sits, sitting, rests, rejected, rejects, rejecting, bounced, bounces,
    bouncing, swept, lost, loses, broke, broken, retested, retests, retesting, tested, tests, testing, reclaimed,
    reclaims, trades, trading, looks, looked, formed, forms, forming, shows, showed, showing, remains, remained,
    stays, stayed, printed, moved, failed, fails, defend, defended, favors, favours, consolidating, consolidated,
    ranging, ranged, dropped, fell, rallied, ran, hit, touched, approaching, approaches, could, may, might, likely,
    was, were, gave, got, stepped, tapped, respected, respects, closed, opened, built, building, stuck, recovered
"""
CAVEATS = "disclaimer, disclaimers, risk disclaimer, risk warning, warning"
COMING = "come, comes, reach, reaches, arrive, arrives, fill, fills, trigger, triggers"
CHEERED = "leave, drop, react, comment, share, like, type, send, smash, tap, hit, show"
SCENARIOS = "scenario, scenarios, case"
PERSONS = "i, we, you, he, she, they, my, our, your, us, me, everyone, members"
EARLIER = """
    last trade, last entry, last signal, last call, last setup, last buy, last sell, previous trade, previous entry,
    previous signal, previous call, previous setup, previous buy, previous sell, earlier trade, earlier entry, earlier
    signal, earlier call, earlier buy, earlier sell, first attempt, last attempt, previous attempt
"""
HELD_FOR = "for, until, till, max, with, about, up"
AFTERWARDS = """
    can we still, can i still, could i still, is it still, is this still, is it too late, am i too late, is this a good,
    is it a good, is that a good, is this entry, is this trade, is this signal
"""
LIKE_THIS = """
    what our signals look like, how our signals look, our signals look like, our signals look like this, what a signal
    looks like, what signals look like, how a signal looks, join vip to get, join premium to get,
    today in vip, today in our vip, inside our vip, inside our vip channel, inside our vip group
"""
TODAY = "today, day, week, month, session"
GREEN = "profit, profits, green, positive, plus"
JOKES = "just kidding, kidding, joke, joking, just joking, jk"
PATTERNS = """
    flag, flags, pennant, wedge, triangle, channel, cup, handle, bottom, top, shoulders, neckline, base, pattern,
    structure
"""
SHARE_OF = "of"
MACHINES = """
    bot, bots, robot, copier, expert advisor, my ea, your ea, our ea, the ea, this ea, ea bot, algo, algorithm
"""
ACCOUNTS = "my account, my accounts, my balance, my wallet, my broker"
CALLED_ON = "guys, everyone, everybody, team, traders, family, fam, boys, gang"
THANKS = "thank, thanks, thank you, thx, ty, god bless"
FEEDBACK = """
    feedback, client feedback, member feedback, members feedback, testimonial, testimonials, client review
"""
ENDED = "stopped, failed, lost, loss, won, win, winner, loser, profit, over, finished, flop, old, void"

WORDS = {
    Role.BUY: "market bias bullish, my long trade setup, my long setup, longin, buyin, bto, buy to open",
    Role.SELL: "market bias bearish, my short trade setup, my short setup, shortin, sellin, sto, sell to open",
    Role.FILLER: """
        dca if needed, dca if necessary, add if needed, as discussed yesterday, as discussed, as mentioned yesterday,
        same setup as last week, same setup as yesterday, same idea as yesterday, let me know if you took it, let me
        know if you are in, let me know if you re in, comment if you are in, comment below if you are in, comment
        below if you re in, comment if you re in,
        valid till monday, valid till tuesday, valid till wednesday, valid till thursday, valid till friday, valid
        till the weekend, valid till the end of the week, valid until monday, valid until tuesday, valid until
        wednesday, valid until thursday, valid until friday, valid until the weekend, valid until the end of the week,
        good till cancelled, good till canceled, good until cancelled, good until canceled, good til cancelled, valid
        this week,
        whale club, whales club, whale signal, whale signals, whales signals, whale hunting, whale trading, whale room,
        crypto whale, crypto whales, whale crypto, whale vip,
        book profits on the way, book profit on the way, book profits along the way, secure profits on the way, take
        profits on the way, take profits along the way,
        as soonest possible, as soon as possible, soonest possible, at the soonest possible,
        become invalid within, becomes invalid within, become invalid in, become invalid after, becomes invalid after,
        backtest winrate, backtest win rate, backtested winrate, backtested win rate,
        according to your account, according to your balance, according to your capital, according to your equity,
        according to your account size, according to your account balance, according to your account equity, according
        to your risk, according to your own risk, lots according to, use lots according to, lot size according to,
        from average buying price, closing basis, on closing basis, on a closing basis,
        let one trade, let a single trade, let one bad trade, let one loss,
        here is the, here are the, here s the, here is our, here are our, here s our, here is another, here s another,
        here is my, here s my, here are my, not an investment recommendation, not a buy or sell recommendation, results
        are not guaranteed, retail investor accounts lose money when trading cfds, retail investor
        accounts lose money, consult your financial advisor before trading, consult a financial advisor before trading,
        do not blindly follow, don t follow blindly, don t blindly follow, do not follow blindly, don t copy blindly, do
        not copy blindly,
        out of ideas
    """,
    Role.NOT: """
        not, don t, dont, do not, never, none, didn t, didnt, doesn t, isn t, isnt, won t, wont, cannot, can t, cant,
        missed close, missed to close, missed the close, missed closing, missed to exit, missed the exit,
        without sl, haven t, hasn t, wasn t, stay away, stay out, nobody, no need, wouldn t, wouldnt, shouldn t,
        shouldnt, couldn t, ain t, not yet, not now, missed selling, missed taking, forgot,
        i forgot, forgot to, i forgot to, forgotten, forgot about,
        i don't like moving, i don't like closing, i don't like taking, we don't like moving, don't like moving, don't
        like closing, don't like taking, don't like to, not a fan of, i hate, hate moving, hate closing, hate it when,
        never liked, too early for, too soon for, too early to, too soon to, still too early, it's too early, instead of
        closing, instead of moving, stop panic closing, stop panicking,
        do not panic close, don t panic close, dont panic close, avoid closing, avoid moving, resist, resist the
        urge, tired of, too early, too soon, refuse to, refusing to, too late to, avoid, instead of cancelling, instead
        of canceling, instead of taking, instead of booking, avoid cancelling, avoid taking, avoid booking,
        skip it, i skip, we skip, i'm skipping, we're skipping, i'll skip, skipping this, sitting this out, sit this
        out, sit this one out, sitting this one out
    """,
    Role.IF: """
        if, when, once, whenever, after, unless, in case, should it, as soon as, otherwise, before, while, provided,
        provided that, assuming, depending, depending on, depends, depends on, subject to, in the event, in the event
        of, given that, given a, only on, only with, only valid, valid only, only after, only when, only if, on
        confirmation, with confirmation, after confirmation, confirmation needed, needs confirmation, pending
        confirmation, likes and, reactions and, likes then, likes and i, likes and we, likes for the next, reactions for
        the next, upon, conditional, on condition, on a retest, on retest, on the retest, on a break, on a test, on the
        test, in case of, contingent, requires, on a strong, on a weak, on strong, on weak, on a hot, on a soft, on
        news, on a daily close, on a weekly close, on a close, on daily close, on weekly close, on a candle close, on
        candle close, on a close above, on a close below, on an hourly close, on hourly close, on a h4 close, on a clean
        break, on a sweep, on rejection, on a rejection, on a pullback, on pullback, on a dip, pending news, pending the
        news, pending data, a daily close below, a daily close above, a close below, a close above, a weekly close
        below, a weekly close above, any close below, any close above, one close below, one close above, an hourly close
        below, an hourly close above, a h4 close below, a h4 close above, a 4h close below, a 4h close above, a candle
        close below, a candle close above, daily close below, daily close above, weekly close below, weekly
        close above, had we, had i, had you
    """,
    Role.WILL: """
        will, i ll, we ll, ill, gonna, going to, plan to, planning, plan, would, would ve, about to, tomorrow, next
        week, i would, we would, later today, let me, waiting to, hope, expect to, we d, i d, intend, intend to,
        intending, intending to,
        game plan, getting ready, getting ready to, next session, london open, ny open, new york open, asia open, us
        open, at the open, asian open, sunday open, will be, would be, going to be, gonna be, ready to, get ready to, be
        ready to, be prepared to, prepare to, next time, my plan is to, our plan is to, plan is to, planning to,
        at open, at market open, at the market open
    """,
    Role.MAY: """
        may, might, could, maybe, perhaps, possible, possibly, probably, likely, potential, potentially, i think, i
        believe, imo, looks like, looks good, looking, could be, if it rejects, i expect, i m expecting, expecting,
        should be, scenario 1, scenario 2, scenario a, scenario b, first scenario, second scenario, bullish scenario,
        bearish scenario, alternative scenario,
        would be nice, i d like, feels like, seems, seems like, leaning, i see, was thinking, thinking of,
        thinking about, considering, tempted, two scenarios, wanted to, want, want to, i want, wish, i wish, love to,
        would love, prefer, i prefer, ideally, ideal, dream, rather, hoping, hoping to, hopefully, tempting, guess, my
        guess, not sure, unsure, gut feeling, dreaming, near to hit, close to hit,
        closer to hit, almost took, almost bought, almost sold, almost entered, almost
        went, looking at, prefer to, we prefer to, i prefer to, would prefer to, would rather, i would rather, we would
        rather, i d rather, we d rather, can expect, we can expect, you can expect, could expect, can look for, could
        look for, can look to, could look to, could have, could ve, would have, should have, should ve, might have,
        hope you closed, hope you secured, hope you took, hope you moved, hope you booked, hope you all closed, hope you
        all secured, hope you all took, hope you all moved, hope you all booked, hope everyone closed, hope everyone
        secured, hope everyone took, hope everyone moved, hope everyone booked, hope you guys closed, hope you guys
        secured, hope you guys took, hope you guys moved, hope you guys booked,
        wish you closed, wish you took, wish you moved, wish you had closed,
        thinking to, want to see, i want to see, wanna see, curious to see
    """,
    Role.YOU_CAN: """
        you can, you could, you may, can, feel free, if you want, if you like, if you wish, optional, up to you, if
        happy, if you can, if possible, your choice, suggestion, you might, or hold, your call, at your discretion, i d
        suggest, those who want, whoever wants, who wants, always, as a rule, every time, each time, can be, good idea
        to, good time to, is an option, wise to, i suggest, we suggest, i recommend, recommended to, at your own
        discretion, at your own judgement, at your own judgment, as you see fit, as you like, use your own judgement,
        use your own judgment, decide for yourself, you decide, you choose, decide yourself, if you are in profit, if
        you re in profit, if in profit, if you have profit, consider, letting me, letting us, letting you, lets me, lets
        us, lets you, allowing me, allowing us, allowing you, allows me, allows us, allows you, helps me, helps us,
        helps you, helped me, helped us, helping me, helping us, helping you, enables me, enables us, enables you,
        enabling you, every day, every single day, each day, each and every day, most of the time, most days, almost
        every day, on autopilot
    """,
    Role.QUESTION: """
        poll, what, why, how, should i, should we, anyone, did you, do you, are you, which, can i, can we, shall,
        would you buy, would you sell, shall we buy, shall we sell,
        should, thoughts, is it time, what do you think, do we, are we, could we, who took, who caught, who made, who
        got in, who entered, who else, who profited, who followed, who was in, who grabbed, who joined, who s in, who s
        in profit, who is in profit, who s still in, who s with us, who s with me, who is with us, who s still holding,
        who s holding, who got this, who made it, who else made, who s riding, who is still in, who is still holding,
        who is holding, who is riding,
        can we still, can i still, could i still, is it still, is this still, is it too late, am i too late, is this a
        good, is it a good, is that a good, is this entry, is this trade, is this signal
    """,
    Role.RECAP: """
        overall profit, overall pnl, signal count, signals count, total signals,
        i m in, i am in, im in, currently in, still in, i m already in, skipped, not taken, demo, just kidding, kidding,
        joke, joking, just joking, jk, copy of, i m not taking, i am not taking, not taking it, my own position, my own
        trade, my personal trade, my personal position, personally, my position, own position, just sharing, my trade,
        positions open, my spot, open trade, open position,
        already in, we are already in, missed, expired, backtest, backtested, back
        test, paper trade, open positions, open trades, trades open, current positions, running trades, active trades,
        reminder, still open, still valid, still active, old call, recap, weekly recap, daily recap, monthly recap,
        results, result, summary, weekly report, daily
        report, report, performance, stats, statistics, profit made, total profit, total pips, pips profit, pips gained,
        pips made, trade result, signals result, this week, this month, earlier, previous signal, previous trade, trade
        recap, running profit, profits booked, in profit, made, we made, we took, i took, took earlier, gained, so far,
        members made, congratulations, congrats, proof, still running, we called, called at, as called, as predicted,
        daily summary, weekly summary, monthly summary,
        closed in profit, profit booked, easy profit, pips running, pip running, testimonial, client feedback,
        member feedback,
        members feedback, feedback from, screenshot, win, wins,
        won, losses, journal, track record, insane profit, huge profit, floating, my setup, my plan, my play, my bag, my
        bags, entry was, our entry was, stop was, sl was, entered at, i entered, i bought, i sold, i longed, i shorted,
        i got in, i have been in, my long, my short, i am long, i m long, i am short, i m short, im long, im short,
        we are long, we re long, we are short, we re short, currently long, currently short,
        total gain, weekly results, monthly results, signals closed, members banked, profit so far, trades taken, week
        in review, win ratio, hit rate, took a long, took a short, took this long, took this short, best trade, worst
        trade, worst, best trades, win rate of, trades this week, account update, portfolio update, position update,
        positions update, trade update, running well, running nicely, running smoothly, doing well, going well, going
        nicely, playing out, in the money, is working, working nicely, too late, too late now, already moved, already
        ran, already flew, trade is over, trade over, this is over, is over now, setup is gone, setup gone, idea is
        gone, level is gone, no longer there, has played out, is done and dusted, closing the week, close the week,
        closed the week, we close the week, closing the month, close the month, closed the month, closing the day,
        closed the day, closing the year, closing bell, market closed, market is closed, the market is closed, markets
        closed, markets are closed, out for the day, i m out for the day, i am out for the day, out for today, i m out
        for today, out for lunch, out of office, take some rest, take some time, take some days off, take some time off,
        take some sleep, close friends, screen time, profit review, trade review, profit recap, closed trades, closed
        signals, closed positions, still short, still long,
        well done, well played, what a trade, what a call, what a move, easy pips, in the pocket, in our pockets, told
        you, told ya, already played out, perfect execution, straight to tp, flew to tp, look at it go, bites the dust,
        any profit, much did you make, profit screenshots, members are eating, see you on the next, on to the next,
        signals given, trades given, calls given, signals taken, order rejected, trade rejected, signal rejected, setup
        failed, trade failed, changed my mind, too risky, i pass, thank you sir, thank you admin, thanks admin, thanks
        sir,
        near target now, near our target
    """,
    Role.MEMORY: """
        was, were, had, did, went, gave, got, took, remember, remember when, recall, last time, last call, last signal,
        last trade, our last, my last, previous, previously, back in, once upon, used to, played out, worked out, turned
        out, worked, ended, ended up, finished, posted, sent, shared, received, this morning, by mistake, by accident,
        accidentally, mistakenly, saved us, saved me, saved you, saved our, paid off, in error, posted by mistake,
        sent by mistake, wrong channel, wrong group, wrong chat, wrong sl, wrong stop, wrong tp, wrong entry,
        wrong pair, my mistake
    """,
    Role.PAST: """
        yesterday, last week, last month, last night, the other day, last monday, last tuesday, last wednesday, last
        thursday, last friday, years ago, throwback, flashback, archive, archives, back then, managed to, we managed to,
        i managed to, were able to, was able to, we were able to, i was able to, have been able to, succeeded in, got
        lucky to, finally managed to, as mentioned, as mentioned earlier, as mentioned before, as i said, as i told you,
        as told, as told earlier, as said, like i said, like i told you, as instructed, we already moved, i already
        moved, already moved our, already moved my, we already set, i already set, we already closed, we already took,
        we have already moved, we have already closed, we have already taken, could have closed, should have closed,
        could ve closed, should ve closed, could have taken, should have taken, told you to, told you to close, i told
        you, i told you to, we told you to, could have moved, should have moved, glad we, glad i, good that we, good
        thing we, happy we, lucky we
    """,
    Role.OTHERS: """
        he, she, they, his, him, their, them, someone, somebody, friend, my friend, a friend, a member, follower,
        followers, subscriber, subscribers, a client, our client, one client, analyst, analysts, a trader, another
        trader, one trader, other traders, most traders, retail traders, banks, institutions, retail, goldman, goldman
        sachs, jp morgan, jpmorgan, morgan stanley, citi, citibank, ubs, barclays, bank of america, hsbc, another
        channel, other channel, other channels, another group, other group, other groups, according to, says, said,
        recommends, suggests, claims, a guy, some guy, people, some of you, one of you, hedge fund, hedge funds,
        influencer, influencers, competitor, our members, a whale, one member, some members, my students, a student, my
        student, student, our students, students, one of our students, one of our members, bank trade, bank trade idea,
        bank idea, bank ideas, bank order, bank orders, bank view, bank research, bank call, bank signal, desk idea,
        broker idea, broker research, from the bank, trader x, the bot, our bot, a bot, this bot,
        our ea, the ea, this ea, our robot, the robot, our tool, this tool, our indicator, the indicator, our software,
        the software, our copier, the copier, mine hit, mine got, mine was,
        mine is, mine closed, whale, whales, vip members closed, our vip members closed, our vip members took, our
        members closed, our members took, members closed, members took, vip closed, vips closed, vip took, premium
        members closed, premium closed, traders who, people who, most people, everyone who moved, everyone who closed,
        anyone who closed, anyone who moved, those who closed, those who moved, whoever closed, whoever moved, all who
        closed, all who moved
    """,
    Role.ANALYSIS: """
        fake breakout, fake breakouts, fake breakdown, fake move, fake pump, fake dump,
        heavy correction, deep correction, healthy correction, market correction, price correction,
        ending correction, the correction, correction from, correction is, correction in, correction of,
        liquidity sweep, liquidity sweeps, liquidity swept, liquidity grab, liquidity grabbed, liquidity taken,
        upward movement, downward movement, upward move, downward move, potential upside, potential downside,
        possible upside, possible downside, further upside, further downside, upward momentum, downward momentum, price
        movement,
        whale activity, whale accumulation, whale buying, whale volume, whale inflow, whale inflows,
        volume confirmation, volume confirms, volume increases, volume picks up, volume supports,
        analysis, outlook, overview, technical analysis, market update, trend, bias, support, resistance, support zone,
        scenario, scenarios, forecast, prediction, trading around, symmetrical triangle, retest, key levels, keep an
        eye, watch, watching, consolidation, consolidating, breakout, bullish, bearish, chart, trendline, reversal,
        sideways, dump, pump, momentum, retracement, correction wave, sentiment, rsi, liquidity, fvg, market structure,
        order block, wave, fundamental, price action, uptrend, downtrend, rejection, pullback, outlook for, weekly
        outlook, daily outlook, market recap, market overview, market brief, roundup, resistances, supports, demand
        zone, supply zone, divergence, oversold, overbought, volatility, headlines, rumors, etf flows, funding rate,
        buy volume, sell volume, buying volume, selling volume, buy volumes, sell volumes,
        open interest, macd, crossover, liquidations, liquidated, liquidation, funding, screener, scanner, oi, whale
        alert, liquidation alert, price alert, signal bot, volume spike, volatile, next stop, next stop is, first stop
        is, final stop is, cut rates, cuts rates, rate cut, rate cuts, rates cut, cut interest rates, cut interest, to
        cut rates, cutting rates, cut by, job cuts, tax cut, tax cuts, output cut, output cuts, production cut,
        production cuts, closing price, closing prices,
        strong close, weak close, bullish close, bearish close, fill the gap, gap fill,
        oversell, overbuy, overselling, overbuying,
        fvg filled, gap filled, imbalance filled, imbalance fill
    """,
    Role.LESSON: """
        let me explain,
        not an official call, not an official signal, not an official trade, no official call,
        not a call, not a signal, no call, not a trade call, do your own research, dyor not a signal, scam, scammers,
        scammer, fake signal, fake signals, lesson, example, for example, for instance, let s say, suppose, explain,
        explained, explanation, how to, tutorial, newcomers, imagine, here is how, how it works, demo signal, beginners,
        hypothetical, scenario example, past signal, old signal, what is a, case study, backtesting, close losers, close
        winners, cut your losers, let winners run, let your winners run, discipline, psychology, golden rule,
        s best friend, traders best friend, sample, sample signal, template, quiz, looks like this, look like this,
        test signal, test call, test message, bot test, dry run, dryrun, simulation, simulation mode, simulated,
        user sends, user sends signal, how it looks, how it will look, how it would look,
        just a test, only a test, test, signal format, how our signals, how signals, fake, mock, mock trade, dummy,
        placeholder, our format, message format, call format, cheat sheet, cheatsheet, rule of thumb, signal preview,
        call preview, sneak peek, teaser, the basics, trading 101, step by step, how to set, how to move, how to close,
        how to use, how to take, how to secure, how to manage, how to place, breakeven means, break even means, what is
        breakeven, what is break even, breakeven is when,
        paper trading, study this, learn from this, this is how you trade
    """,
    Role.AD: """
        follow signals, follow signals book profit, follow signals and book profit, follow my signals, follow our
        signals, follow the signals,
        join, signals like this, signals like these, trades like this, trades like these, calls like this, setups like
        this, join vip, join now, vip, subscribe, discount, offer, dm, dm me, contact, promo, promotion, giveaway,
        referral, sign up, register, bonus, membership, link in bio, lifetime, buy vip, free vip, deposit bonus, copy
        trading, retweet, premium channel, private members, limited seats, limited spots, spots left, admin, link below,
        link, upgrade, price list, payment, subscription, become a member, invite, trial, free trial, get access,
        unlock, locked, exclusive, sold out, affiliate, copy our trades, click here, sign up here, dm for, inbox me,
        join us, join our, join my, join the, secure your spot, secure your seat, secure your place, lock in your spot,
        lock your spot, lock in your seat, become a vip, want more, want more signals, want to join, want to learn, want
        access, want to be part, become a vip member, become a premium member, become our vip member, vip member,
        premium member,
        what our signals look like, how our signals look, our signals look like, our signals look like this, what a
        signal looks like, what signals look like, how a signal looks, join vip to get, join premium to get,
        today in vip, today in our vip, inside our vip, inside our vip channel, inside our vip group
    """,
    Role.WAIT: """
        watchlist, watch list, wait hit, prepare hit, wait, waiting, wait for, forming, setting up, get ready, be ready,
        stay tuned, upcoming, next signal, preparing, prepare, soon signal, wait for confirmation, wait for my, looking
        for, eyeing, watching for, no entry yet, will post, will share, alert me, incoming, look for, we look for, next
        post, signal coming, coming soon, stand by, standby, hold on for, wait till, on my radar, on the radar, on
        watch, setup loading, no trade yet, dont enter yet, on standby,
        on hold, put on hold, just watching, only watching, watching only, watch only, just observing, levels to watch,
        setups to watch, pairs to watch, charts to watch, trades to watch
    """,
    Role.VENUE: """
        binance, bybit, okx, bingx, mexc, kucoin, kraken, bitget, bitmex, coinbase, huobi, htx, gate, gate io, bitunix,
        phemex, binance futures, bybit usdt, bybit futures, futures, perpetual, perp, mt4, mt5, metatrader, tradingview,
        telegram, twitter, upbit, ftx, deribit, binance com, usdt m, forex, crypto signals, mcx, nse, bse, nymex, comex,
        future,
        fut, perps, ctrader, exness, pepperstone, oanda, bitmart, lbank, coinex, toobit, weex, blofin, bingx futures,
        bitget futures, okx futures, mexc futures, binance spot, bybit spot, bittrex, poloniex, hitbtc, okex, cryptopia
    """,
    Role.EXCEPT: """
        except, except for, apart from, besides, excluding, other than, with the exception of, aside from, all but
    """,
    Role.BUT: "just, only, but, instead, simply, rather than that",
}

ALIASES: dict[str, str] = {}

EVERYDAY = """
    create creating yo dyor nfa
"""
