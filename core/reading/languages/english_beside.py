"""English of the sentences that stand by themselves beside a plan or an order.

Separate from the words of calls for its length only.
"""

from __future__ import annotations

from core.reading.roles import Role

CHEERS = "congrats, congratulations, congratulation, congratz, gz, grats"
RELATIVES = "who"
REMAINING = "remaining, remainder, rest"
INVITING = """
    who s in, who is in, who s with me, who is with me, who s with us, who is with us, who s coming, who else, ready,
    are you ready, are you in, you in, everybody ready, who is ready, who s ready, who wants
"""
ASKING_ADVICE = """
    thoughts, any thoughts, your thoughts, opinions, any opinion, any opinions, what do you think, what do you guys
    think, what you think, should i, should we, shall i, shall we, can i, can we, is it ok, is this ok, is it okay, is
    this okay, is this correct, is it correct, is this right, is it right, is this good, is it good, is this a good,
    is it a good, good idea, good trade, good entry, good call, am i, correct, right, agree, do you agree, worth it,
    is it worth, is this worth, makes sense, does this make sense, does it make sense, is this valid, still valid, is
    it still valid, is this still valid, is it too late, too late, how does this look, how does it look, what about
    this, would you, anyone else, is it safe
"""
HOW_NEAR = """
    was, were, is, are, be, been, being, very, too, quite, pretty, really, super, extremely, dangerously, how, that,
    getting, gets, get, got, came, comes, come, coming, stays, bit, little, damn, insanely, near,
    was so, is so, were so, are so, got so, came so, gets so, getting so, comes so
"""
AT_THE_END = """
    at the, on the, near the, before the, into the, until the, till the, after the, towards the, around the, by the,
    by, before, at market, until, till
"""
SO_FAR = "already, currently, so far, at present, presently, by now, to date"
GIVERS = "trader, analyst, admin, mentor, provider, expert, bot"
VOIDS = """
    stop loss nearby, stop nearby, sl nearby, stop near, stop is near, sl is near, near the stop, near its stop,
    stop approaching, approaching the stop, approaching stop loss, close to the stop, close to stop loss,
    i don't like this one, don't like this one, i don't like it, not convinced, i'm not convinced,
    i am not convinced, i don't trust this one, don't trust this one, i don't trust it,
    expired, has expired, setup failed, trade failed, idea failed, signal failed, failed setup, failed trade, invalid,
    invalidated, wrong pair, wrong coin, wrong signal, wrong channel, wrong chat, wrong group, wrong levels, wrong
    targets, targets wrong, levels wrong, wrong entry, wrong side, by mistake, sent by mistake, posted by mistake, my
    mistake, on hold, put on hold, paused, take it off, too late, too late now, too late to enter, homework, quiz,
    find the mistake, find the error, what is wrong, what s wrong, vote below, vote now, poll, paper trading, paper
    trade, only for paper trading, for paper trading, for demo trading, demo only, only on demo, demo account only,
    update stopped,
    status stopped, levels will be updated, levels will change, levels to be updated, sl will be changed, sl will be
    updated, sl will change, stop will be changed, targets will be updated, targets will change, entry will change,
    will be corrected, correction coming, correction follows, correction to follow, correcting soon, updating soon,
    opened on monday, opened on tuesday, opened on wednesday, opened on thursday, opened on friday, opened yesterday,
    opened last week, entered yesterday, no longer valid, not valid anymore, not valid, outdated, not mine, not my
    trade, not our trade, fake, student s trade, students trade, my student s trade, trade of a student, follower s
    trade, member s trade, withdrawn, voided, void, revoked, retracted, scrapped, no longer active, not active
    anymore, passed on this one, passing on this one, not following this one, we skip this one, exit now, close now,
    close it now, closing now, remove this order, already in profit, in profit already, we are in profit already,
    posted by a member, a member s trade, from a member, shared by a member, posted by a student, sim only, sim account
    only, sim account, simulation only, in simulation,
    only watch, pending my confirmation, pending confirmation, editing, being edited, already running,
    signals look like,
    signals look, in theory, hypothetically, theoretical, theoretically, spot the mistake, yes or no, found this on,
    paper only, strategy tester, alert only, info only, information only, fyi only, for info only, just an idea, only
    an idea, just analysis, analysis only, my view only, only my view, personal trade, i passed, already out, we are
    out, we re out, bad idea, bad call, suspended, correction below, update below, updated below, replaced by, see new
    signal, see the new signal, see the next signal, new levels below, levels will follow, levels to follow, levels to
    be confirmed, to be confirmed, unconfirmed, april fool, april fools,
    almost tp, near tp, close to tp, nearly tp, almost target, near target, close to target, tp almost, nearly at tp
"""
AND_THEN = "then, and then, afterwards, after that"
VOIDS_ALONE = """
    leave it, let it go, forget it, forget this, forget about it, drop it, leave this one, let this one go,
    out, out now, reversed, failed, over, it is over, draft, rumor, rumour, allegedly, tbc, tbd, theory, paper, hold
    on, hold your horses, lol no, nope, no, oops, sorry, ops, mistake, wrong, error, glitch, bug, spam, dead, rip,
    entered, opened, live, live now, liquidated, position open, position opened, order opened, trade running, trade in
    progress, trade is live, trade is running, already entered, we entered, i entered, we have entered, secured,
    profits secured, profit secured, partials taken, partial taken, partials secured, in drawdown, small drawdown,
    slight drawdown, floating loss, time stop, sl in profit, stop in profit, stop loss in profit, trailing sl active,
    trailing stop active, sl trailing, risk free, breakeven, be, at be, at breakeven, lost, loss, stopped, running,
    entry filled, order filled, in progress, trade active, trade activated, trade triggered, watch, watching, on watch,
    on the watchlist, keep an eye on, keep an eye on this, keep an eye on it, eyes on, eyes on this, in an hour, in one
    hour, in two hours, in half an hour, at midnight, at noon, around noon, on monday, on tuesday, on wednesday, on
    thursday, on friday, any bounce, if it holds, if price holds, two more candles, one more candle, alternative,
    alternative scenario, alternative plan, for the challenge, challenge account, funded account only, practice,
    practice trade, something like this, posted in vip, scalpers only, old one, old call, an old one
"""
UNDOING = """
    wrong chat, wrong channel, wrong group, wrong signal, wrong pair, wrong trade, i would, i might, question, q,
    rule, our rule, our rules, rules, the rules, the rule, tip, tips, tip of the day, pro tip, reminder of the rules,
    usually, sometimes, often, some of you asked, members ask, members asked, a member wrote, a member asks, a member
    asked, he said, she said, they said, they say, my friend said, my friend says, the bot will, tomorrow, tonight,
    later, soon, maybe, perhaps, probably, possibly, i am thinking about it, thinking, thinking about it, plan, the
    plan, my plan, option, an option, options, vote, for those in profit, those in profit, for late entries, late
    entries, for those who entered late, for new members, for beginners, after the news, after news, after nfp, after
    cpi, after fomc, last week, last month, this morning, do not do it, don't do it, quiz, homework, example, for
    example, theory, in theory, ignore, ignore that, ignore this, disregard, never mind, nevermind, scratch that, not
    really, joke, just a joke
"""

FORMS = """
    copiers, copiers now, horizon, edge, lead copiers,
    interval, ts, timestamp, samples, sample size, backtested trades,
    number of targets, no of targets, targets count, potential profit, expected profit, profit potential, potential
    gain, expected gain, expected roi, potential roi, expected return, estimated profit, target profit, pnl target,
    profit target roi, target roi
"""
STOPLESS = "no sl, no stop loss, no stop, no stoploss"
LASTS = "take, last, run"
SEEN = "differ, vary"
ADDRESSED = "you, u"
CHASES = "chasing"
STAGES = "short term, mid term, medium term, long term, short-term, mid-term, long-term"
TRADED = "volume, vol, rvol, volumes"
CROSSED = """
    golden, death, bull, bear, bullish, bearish, average, averages, moving averages, line, lines, zero, stochastic,
    stoch,
    macd, ma, dma, wma, hma, tema, kijun, tenkan
"""
RATES = "win rate, hit rate, win ratio, success rate"
HORIZONS = "term"
HANDING_OUT = "drop, dropping"
HANDED_OUT = "your, ur, my, our, some, new"
ITS = "the, your, our, my, this, that, these, those, any, all"
FOR_INSIDERS = """
    those who closed, those who have closed, those who already closed, those who have already closed, those who are
    out, those who are already out, those who got out, those who sold, those who took profit, those who took profits,
    those who got stopped, those who were stopped, whoever closed, whoever has closed, who closed the first, if you
    closed, if you have closed, if you already closed, if you are out, if you got stopped, if you were stopped out
"""
GOT_IN = "filled, bought, sold, entered, took, entry filled, got filled, got in, i entered, we entered"
DEPOSITS = "depo, dep"
NOWS = "now"
FUTURES = "futures, future, perp, perps, perpetual, perpetuals, swap, swaps, derivatives"

WORDS = {
    Role.FILLER: """
        partial data, 1 on 1, one on one, to take place, takes place, take place, taking place, took place, taken place,
        history repeats itself, history repeats, history is repeating itself, history is repeating,
        about to go parabolic, about to go vertical, about to explode, about to pump, about to moon, about to fly,
        about to skyrocket, ready to explode, ready to pump, ready to moon, ready to fly, ready to skyrocket,
        ready to become the biggest, ready to go parabolic, no sellers left, still running in the uptrend,
        is running in the uptrend, is running in an uptrend, is running in an ascending triangle,
        is running in a descending triangle, is running in a symmetrical triangle, waiting for a pump break,
        waiting for a pump, going to sleep, going to bed, off to bed, off to sleep, going offline now,
        for demo trading, no results or profits are guaranteed, no results or profits, must-read before trading,
        read before trading, share with a friend, share with friends, share this with a friend,
        the trend is our friend, trend is our friend, the trend is my friend, avoid over-leveraging,
        avoid overleveraging
    """,
    Role.ANALYSIS: """
        book depth, order book depth, market depth, partial fill of the gap, partial gap fill, partially filled the gap,
        test support, test resistance, test the support, test the resistance, test of support,
        test of resistance, test of the support, test of the resistance, test strong support,
        test strong resistance, test key support, test key resistance, test major support,
        test major resistance, test a support, test a resistance, test this support, test this resistance,
        test the zone, test of the zone, test the level, test of the level, test the trendline,
        test of the trendline, test trendline, test the trend line, test the neckline, test of the neckline,
        test demand, test supply, test the demand, test the supply, test of demand, test of supply,
        test the demand zone, test the supply zone, test the ema, test of the ema, test the breakout,
        test the lows, test the highs, test of the lows, test of the highs, test the range,
        test the order block, test the previous high, test the previous low, test the top, test the bottom,
        test the channel
    """,
    Role.WILL: "the idea is to, my idea is to",
    Role.MOVE: "has been moved, have been moved, has been shifted, has been adjusted, has been raised",
    Role.HALF: """
        cut half, cutting half, take half of the profit, take half of the profits, take half the profit, taking half of
        the profit, taking half of the profits, taking half the profit, take half of your profit, take half your profit
    """,
    Role.YOU_CAN: """
        you should, you guys should, you all should, everyone should, everybody should, good place to, a good place to,
        nice place to, great place to, perfect place to, best place to, ideal place to, good spot to, a good spot to,
        great spot to, good level to, a good level to, good area to, a good area to
    """,
    Role.QUESTION: "you should have, you should ve, everyone should have, everybody should have, you all should have",
    Role.OTHERS: "longs closing, shorts closing, longs are closing, shorts are closing",
    Role.MARKET: "execute at market, execute now, execution at market, marrket",
}

ALIASES: dict[str, str] = {}
OCCASIONS = "at, on, upon, in, into, by, within, over, during, until, till, under, below, above, near, around"
ANY = "any, each, every"
AROUND = "around, near"
MOMENTS = "midnight, noon, midday, evening, morning, afternoon, night, weekend"
MOVES = """
    strength, weakness, spike, spikes, pump, dump, bounce, dip, rally, wick, push, drop, pop, sign, end, hour, hours,
    minutes, day, break, breakdown, sell off, selloff
"""
GROUPS = "accounts, account, scalpers, newbies, hands, anybody, whoever, most, demo, challenge"
CASES = "case, option, usually, normally, alternatively"
THIS = "this, these, that, now, current"
EXPLAINS = "explanation, explained"
