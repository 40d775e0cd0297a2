"""English for the third time: how rooms handle an open trade, and talk that sounds like it and orders nothing.

Separate from the words of orders for its length only.
"""

from __future__ import annotations

from core.reading.roles import Role

SECURED = """
    lock profits, lock profit, lock in profits, lock in profit, lock some pips, lock some profit, lock some profits,
    locking profits, locking profit, locking in profits, locking, locking in, locked in
"""

WHOSE = "your, ur, my, our, his, her, their"
TRAILS = "trail, trailing, trailed"
I_CLOSED = """
    i closed, we closed, i have closed, we have closed, i ve closed, we ve closed, closed my, closed our, just closed,
    i just closed, we just closed, exited, i exited, we exited, manually closed, closed manually
"""

OR = "or"
REENTERING = """
    re enter, reenter, re entry, reentry, re-enter, re-entry, buy again, sell again, long again, short again, reload,
    reloading, double down, adding here, enter again, take it again, re entering, same entry again
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
TAKEN = "collect, collecting"
HABITS = "rule, the rule, rules"
REMEMBER = "don't forget, do not forget, dont forget"
AT = "at, upon"
CUTS = "cut loss"
LOCKS = "lock, lock in, locking, locking in"
COPULAS = "was, were"
KILLS = "kill the, kill our, kill my, kill your, kill that, kill all"
TRADES = "trade, trades, position, positions"
WHICH = "oldest, initial"
ABOUT = "on, for, in"
CROWDS = "investors, traders, speculators, whales, bulls, bears, funds, dealers, shareholders"

WORDS = {
    Role.STOP: """
        reduce sl, reduce the sl, reduce your sl, reduce stop, reduce the stop, reduce your stop, reduce stop loss,
        reduce stoploss, reducing sl, reducing the stop
    """,
    Role.EVEN: """
        make my trade risk free, making my trade risk free, making our trade risk free, making this trade risk free,
        making the trade risk free, making your trade risk free, making trade risk free, making it risk free,
        use breakeven, use break even, use be,
        is at entry, is at entry now, is now at entry, now at entry, at entry now, to my entry, to your entry,
        at my entry, at your entry, at our entry, to ur entry, on my entry, on your entry, on our entry,
        to my entry price, to your entry price, to our entry price, at my entry price, at your entry price,
        at our entry price, at entry price, on entry price, at open price, at opening price, to opening price,
        to the opening price, at the opening price, to entry level, at entry level, to the entry level,
        at the entry level, to entry point, at entry point, to the entry point, at the entry point,
        to our entry point, at our entry point, to the entry price, at the entry price, at the entry,
        to where we entered, where we entered, where we got in, eliminate the risk, eliminate risk,
        eliminating the risk, eliminating risk, remove risk, removing the risk, removing risk, take risk off,
        risk is gone, no risk anymore, zero risk trade, riskless, risk less trade, make this one risk free,
        make them risk free, make all trades risk free, make all positions risk free, make your position risk free,
        make your positions risk free, make position risk free, make the position risk free,
        make our position risk free, make these risk free, make both risk free, make everything risk free,
        make all risk free, making this risk free, making it risk free, making the trade risk free,
        making this trade risk free, making our trade risk free, sl 2 be, stop 2 be, sl 2 breakeven, sl 2 entry,
        stop 2 entry, going to entry, goes to entry, going to breakeven, going to break even, goes to breakeven,
        make the rest risk free, make rest risk free, rest risk free, making the rest risk free
    """,
    Role.CLOSE: """
        out of all positions, out of all trades, out of all my trades, out of all my positions, out of everything,
        out of my trades, out of my position, out of my positions, full tp here, full tp at market, full tp please,
        fully tp, tp fully, tp all, tp everything, take full tp, taking full tp, take your profits and run,
        take profits and run, take profit and run, take the profits and run, take your profit and run,
        take the money and run, take your money and run, take your profits and leave, take profits and leave,
        take profit and leave, take your profit and leave, leave this trade, leave the trade,
        leave this one, leaving this trade, exit with profit now, exit with what you have, get out with profit,
        book and exit, book and leave, book & exit, book and go, close and wait, close and relax, close and move on,
        close n wait, shutting this, shutting it, shutting down this trade, shut it down, shut this down,
        shut this trade, end this trade, ending this trade, end the trade, calling it here, call it here,
        call it a trade, calling it a trade, that s a wrap on this one, we are done with this trade,
        done with this trade, i m done with this trade, i m done with this one, exiting here, exiting now,
        manually exiting, manual exit, market close it, close at mkt, exit at mkt, close @ mkt, liquidating,
        square off, squareoff, square it off, square off all, square off now, squaring off, exit from this,
        exit from this trade, exit from the trade, exit from all, exit from here, come out, come out now,
        come out of this, come out of the trade, get out of the market, sell it all, sell everything, sell all,
        cut loss now, cut loss here, cut loss guys, cut loss please, cut loss all, cut losses, cut loss at market,
        taking this l, take this l, take the l, tping here, tp ing, tping, tping all, tp d full, tp d all,
        tp d fully, exit in small profit, exit in profit, exit in a small profit, exit with, exit at small profit,
        exit at a small profit, exit at small loss, exit in loss, exit at a loss, exit at loss, exit in small loss,
        exit for a small profit, exit for small profit, out for a small win, out for a small profit,
        out for a small loss, out for small profit, out for small loss, out for profit, out for a win, out in profit,
        out in small profit, out in a small profit, out at a small profit, out at small profit, out at a small loss,
        out at small loss, out at a loss, out of the position, out of position, exit from market,
        exit from the market, exit safely, exit safely here, tp manually, manually tp, take tp manually,
        hit tp manually, manual tp
    """,
    Role.PART: """
        closing partial profits, close partial profits, closing partial profit, close partial profit,
        take your first profits, take first profits, take first profit, collect your first profits, take some money,
        take your profits here, take your profits guys, take your profits asap, take some off here, take money off,
        take a portion off, take a little off, take a piece off, take a chunk off, take a small partial,
        take small partials, take a partial, take first partial, take first partials,
           tp partially, tp partial, tp some, tp a bit, tp a little,
        partially tp, partial here, partial now, partials here, partials now, bagging some, bag some,
        bag some profit, bag some profits, bag partials, bag profits, pocket some, pocket some profit,
        pocket some profits, pocketing some, ring the register, ringing the register, feed yourself, feed the family,
        pay the bills, cut some, cut part, cut a part, shave some, shave some off, shaving some off, shaving off,
        lessen, downsize, downsizing, reduce exposure, reducing exposure, reduce your exposure, reduce risk here,
        lower exposure, close a few, close a couple, close most, close most of it, closing most of it, closing most,
        close a bit, close a little, close a portion, close a part, close a piece, closing a part, closing a portion,
        closed a part, close majority, close the majority, close most positions, close most trades,
        close your highest lot, close your biggest lot, close the biggest lot, close the bigger lot,
        close bigger lots, close big lots, close higher lots, close high lots, close your big lots, close some lots,
        close some of it, close some of them, close one, close one trade, close one position, close one entry,
        close 1 trade, close 1 position, close 1 entry, close one of the trades, close one of your trades,
        close one of the positions, close one of your positions, close extra, close the extra lots, close extra lots
    """,
    Role.ENTRY: """
        early positions, earlier positions, older positions, oldest positions, oldest entries, older entries,
        initial positions, initial entries, initial ones, early trades, early ones, first ones, losing ones,
        losing trades, oldest trades, older trades, first trades, first entires,
        first layer, second layer, last layer, top layer, upper layer, lower layer, bad layer, worst layer, one layer,
        worst trades, bad trades, bad trade, worst trade entries, losing entry, worst position, lowest entries,
        highest entries, lowest entry, highest entry
    """,
    Role.HIT: """
        successful hitting, successfully hit, successful hit, successfully reached,
        bagged, bagged it, pocketed, cooked, in the bank, done and dusted, tagged, obliterated, demolished,
        annihilated, devoured, conquered, unlocked, got met, in the books, successfully hit, successfully reached,
        has hit, have hit, has been hit, have been hit, has been reached, have been reached, has been achieved,
        just got hit, attained, accomplished, munched, ticked, ticked off, blasted, also hit, also reached,
        also done, also smashed, also achieved, also completed
    """,
    Role.STOPPED: """
        sl'd, sled out, got sl, got sl d, took sl, took the sl, took our sl, took my sl, took stop loss, hit the sl,
        hit our sl, hit my sl, hits our sl, hits the sl, hit our stop loss, hit the stop loss, hit the stoploss,
        hit the stop, hits our stop, hunted our sl, hunted the sl, sl got hunted, sl hunted, stop hunted,
        stop got hunted, sl swept, stop swept, got tagged out, tagged our stop, tagged our sl, stopped at a loss,
        stopped for a loss, stopped out for a loss, stopped out at a loss, stopped at loss, stopped in loss,
        went to sl, went to our sl, went to stop, reached our sl, reached the sl, reached stop loss, full sl,
        full stop loss, that s a stop loss, that s sl, that s a stop, sl was hit, stop was hit, sl was triggered,
        stop was triggered, sl was reached, stop was reached, sl was taken out
    """,
    Role.FILLED: """
        orders in, order in, order is in, we have been filled, we ve been filled, limit got hit, limits got hit,
        limit got triggered, limit got filled, limits got triggered, got triggered, has been filled,
        has been activated, have been filled, picked up, we got picked up, tapped in, we are tapped in,
        we got tapped in, entry taken, in the trade now, we are in the trade, we are in this trade,
        running trade now, order executed, pending executed, went active, now running, order is live, order live,
        trade live, entry live
    """,
    Role.CANCEL: """
        nuke it, bin it, binning this, binning it, bin this, bin this one, trash it, trash this, scrap it,
        scrap this, scrap that, scrapping this, scrapping it, scrapping the, pull the trade, pulling this,
        pulling it, pulling this one, void this, voided, cancell, cancle, cancle it, cancled, cancelle, cancelation,
        cancellation, cxl, cxld, canx, nvm this one, never mind this one, nevermind this one, setup is off,
        trade is off, idea is off, call is off, signal is off, setup off, this one is off, this is off the table,
        off the table for now, not triggered cancel, delete all orders, delete all limits, delete all pendings,
        delete all pending orders, cancel all orders, cancel all, cancel everything, remove all orders,
        remove all pendings, remove all pending, remove all limits, remove pendings, remove pending orders,
        remove your pending, remove your pendings, remove your limits, remove your limit, delete your pending,
        delete your pendings, delete your limits, delete your limit, delete your order, delete your orders,
        delete pending order, delete pending orders, cancel your limits, cancel your limit, cancel your pending,
        cancel your pendings, cancel your order, cancel your orders, take your limits off, take limits off,
        take the limits off, take the limit off, pull your limits, pull your limit, pull your orders, pull your bids,
        void the signal, void signal, void the trade, void the setup, kill this order, kill the order,
        kill that order, no trade here anymore, we are not taking this trade anymore, not taking this trade anymore,
        we won't take this anymore, we won't take this trade, avoid this trade now, avoid this signal,
        avoid this trade, avoid the trade, avoid the last signal, signal is void, setup is void,
        setup no longer valid, setup not valid, setup is not valid, setup is no longer valid,
        trade is no longer valid, trade not valid, trade no longer valid, trade is not valid, idea no longer valid,
        idea is no longer valid, order is no longer valid, no longer active, entry no longer valid,
        entry is no longer valid, limit is cancelled, canel, canell, cansel, cancelll, limit pulled, limits pulled,
        order pulled, orders pulled, bid pulled, bids pulled, pulled the limit, pulled my limit, pulled my bid,
        pulled the bid, pulling the limit, pulling my limit, pulling my bid, pulling the bid, pulling limits,
        pulling my bids, pulling the order, pulled the order, removing the order, removing order, deleting the order,
        deleting order, removing the limit, deleting the limit, removing the pending
    """,
    Role.MOVE: """
        snug up, ratchet, ratchet up, crank up, drop down, bring down, bring up, shift up, step up, stepping up,
        re-adjust, readjust, rearrange, reposition, repositioning, relocate, re-set, tightened, widened, widen,
        loosening, sliding, pushed, nudged, nudging, hiked, bumped, jacked up, changing, modifying, updating,
        extending, extended, widening, advancing, lifted up, lifting, upgraded, upgrading, upgrade, re-adjusted,
        readjusted, re-adjusting
    """,
    Role.NOT: """
        i don't like moving, i don't like closing, i don't like taking, we don't like moving, don't like moving,
        don't like closing, don't like taking, don't like to, not a fan of, i hate, hate moving, hate closing,
        hate it when, never liked, too early for, too soon for, too early to, too soon to, still too early,
        it's too early, instead of closing, instead of moving, stop panic closing, stop panicking, avoid closing,
        avoid moving, resist, resist the urge, tired of, too early, too soon, refuse to, refusing to, too late to,
        avoid, instead of cancelling, instead of canceling, instead of taking, instead of booking, avoid cancelling,
        avoid taking, avoid booking
    """,
    Role.ANALYSIS: """
        next stop, next stop is, first stop is, final stop is, cut rates, cuts rates, rate cut, rate cuts, rates cut,
        cut interest rates, cut interest, to cut rates, cutting rates, cut by, job cuts, tax cut, tax cuts,
        output cut, output cuts, production cut, production cuts,
        closing price, closing prices
    """,
    Role.LESSON: """
        how to set, how to move, how to close, how to use, how to take, how to secure, how to manage, how to place,
        breakeven means, break even means, what is breakeven, what is break even, breakeven is when
    """,
    Role.MAY: """
        could have, could ve, would have, would ve, should have, should ve, might have, thinking to,
        thinking of, thinking about, considering
    """,
    Role.YOU_CAN: """
        good idea to, good time to, is an option, wise to, i suggest, we suggest, i recommend, we recommend,
        recommended to, at your own discretion, at your own judgement, at your own judgment, as you see fit, use
        your own judgement, use your own judgment, decide for yourself,
        if you are in profit, if you re in profit, if in profit, if you have profit, consider
    """,
    Role.WILL: """
        ready to, get ready to, be ready to, be prepared to, prepare to, next time, my plan is to, our plan is to,
        plan is to, planning to
    """,
    Role.FILLER: """
        half an hour, half hour, half way, halfway, half price, half of you, half the battle, half of the people,
        half of them, half year, half a year, half day, half a day, half time, half the time, half past, half asleep,
        half of the market, half the market, watch out, markets close, market closes, markets are closing,
        market is closing, the market closes, exchanges close, nfp out, cpi out, ppi out,
        news out, data out, news is out, news are out, out of town, out of stock, out of the woods, video is out,
        video out, day closed, day is closed, the day closed, close your eyes, closing your eyes, close my eyes,
        close your charts, close the charts, close the laptop, close your laptop, close your laptops, close the app,
        close your phone, close your app, close your platform, close your screens, close the screens,
        close your computer, close all your worries, close your mind, close to home, close to you, close the chapter,
        close the gap, closing the gap, closing the offer, close the offer, closed the gap, close the door,
        close the fvg, close the imbalance, close attention, close watch, close range, close together, close friend,
        close shave, withdraw your profits, withdraw them, withdraw profits, withdraw funds, withdraw your,
        withdraw money, withdraw some, withdraw it, withdraw your money, withdraw to, withdraw from, cut the crap,
        cut the noise, cut through, short cut, cut it close, make the cut, clear cut, book review, book club, e book,
        ebook, free ebook, order book, order books, the books, playbook, text book, textbook, textbook setup,
        textbook trade, textbook move, didn t work, didn't work out, did not work, did not work out, not working,
        isn t working, is not working, not working out, no momentum,
        not going anywhere, going nowhere, not respecting, isn't respecting, didn't hold, did not hold,
        doesn't look right, no reaction, didn't react, not enough momentum, no follow through,
        no volume, if you haven't already, if you haven t, if not already, if you have not already,
        if you haven't done so, if not done yet, if not done already, if you didn't already, if you didn't yet,
        if you haven't yet, those in profit, those who are in profit, everyone in profit, if you are in profit,
        if you re in profit, if in profit, whoever is in profit, anyone in profit, who are in profit, if still open,
        if it s still open, if still running, average entry, closing in on, close in on, closing thoughts,
        closing note, closing notes, cancel culture, session cancelled, webinar cancelled, zoom call cancelled,
        meeting cancelled, live cancelled, event cancelled, stream cancelled, class cancelled, book your free,
        book recommendation, book of the week, good book, lock and load, locked and loaded, same sl and tp,
        same sl & tp, same sl tp, same tp and sl, same stop and targets, same sl and targets, moving on,
        moving on to the next, moving on to the next one, move on, let s move on, lets move on, moving forward,
        just in case,
             close to breakeven,
        close to be, close to entry, close to our entry, close to the entry, close to break even, close to cost,
        close to my entry, close to our stop, close to sl, close to tp, instead of, of your lot, of your lots,
        of the lot, unfortunately, for now, for the moment, make sure, make sure that, make sure to, be sure to,
        take profit and withdraw, take profits and withdraw, profit and withdraw, to secure, to secure profit,
        to secure profits, to secure the profit, to lock profit, to lock in profit, to lock in profits,
        to protect profit, to protect profits
    """,
    Role.HOLD: """
        let the rest run, let rest run, let final trade run, let the final trade run, let the last trade run,
        let the last one run, let them run, let runners run, let it ride, let the rest ride, let rest ride,
        let the remaining run, let the remainder run, let the final run
    """,
    Role.QUESTION: """
        who s with us, who s with me, who is with us, who s still holding, who s holding, who got this, who made it,
        who else made, who s riding
    """,
    Role.IF: """
        a daily close below, a daily close above, a close below, a close above, a weekly close below,
        a weekly close above, any close below, any close above, one close below, one close above,
        an hourly close below, an hourly close above, a h4 close below, a h4 close above, a 4h close below,
        a 4h close above, a candle close below, a candle close above, had we, had i, had you
    """,
    Role.PAST: """
        as mentioned, as mentioned earlier, as mentioned before, as i said, as i told you, as told, as told earlier,
        as said, like i said, like i told you, as instructed, we already moved, i already moved, already moved our,
        already moved my, we already set, i already set, we already closed, we already took, we have already moved,
        we have already closed, we have already taken, could have closed, should have closed, could ve closed,
        should ve closed, could have taken, should have taken, told you to, told you to close, i told you,
        i told you to, we told you to, could have moved, should have moved, glad we, glad i, good that we,
        good thing we, happy we, lucky we
    """,
    Role.OTHERS: """
        vip members closed, our vip members closed, our vip members took, our members closed, our members took,
        members closed, members took, vip closed, vips closed, vip took, premium members closed, premium closed,
        traders who, people who, most people, everyone who moved, everyone who closed, anyone who closed,
        anyone who moved, those who closed, those who moved, whoever closed, whoever moved, all who closed,
        all who moved
    """,
    Role.RECAP: """
        closed trades, closed signals, closed positions, still short, still long, still holding, still running
    """,
    Role.CLOSED: """
        closed it manually, closed this manually, closed it, closed this one, closed this, closed the trade manually,
        closed them manually, closed them, closed it here, be hit, be got hit,
        hit breakeven, hit our breakeven, out at be, out at breakeven, taken out at be, taken out at breakeven
    """,
    Role.HEADING: """
        reload, reloading, double down, doubling down, adding here, enter again, take it again, re entering,
        same entry again, new one, next one, next call, next setup, next signal
    """,
    Role.TARGET: "ltp 1, ltp 2, ltp 3, ltp 4, ltp 5, ltp 6, reward to, reward at",
}

ALIASES: dict[str, str] = {}
