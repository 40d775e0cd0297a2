"""English once more: the words of follow-ups, of orders for an open trade and of reports about one.

Separate from the words of calls for its length only.
"""

from __future__ import annotations

from core.reading.roles import Role

PRICE_NOW = """
    mkt, trading at, is trading at, currently trading at, is currently trading at, now trading at, is now
    trading at, hovering around, is hovering around, hovering at, is hovering at, price is at, price is now at, price
    is currently at, price of gold is
"""

WORDS = {
    Role.SIZE: """
        total trading balance, trading balance, trading capital
    """,
    Role.TARGET: """
        possible target, possible targets, potential target, potential targets, possible tp, potential tp,
        potential tps, probable target, probable targets, likely target, likely targets
    """,
    Role.MARKET: """
        trading at, is trading at, currently trading at, is currently trading at, now trading at, is now
        trading at, hovering around, is hovering around, hovering at, is hovering at, price is at, price is now at,
        price is currently at, price of gold is
    """,
    Role.ADD: """
        dca, average, averaging, add more, more buy, more sell, buy more, sell more, second entry, reentry zone,
        recovery zone, layer, add, dca entry, scale in
    """,
    Role.ADDED: "added, i added, adding to, topped up, added more, scaled in, doubled, adding another, add another",
    Role.MOVE: """
        move, moved, moving, shift, adjust, trail, raise, set, put, bring, change, update, drag, lower, tighten, modify,
        moves, extend, widen, advance, slide, push, place, adjusting, setting, let s move, lets move, trailing, roll,
        roll up, tightening, reset, trailed, raised, raising, bringing, shifting, dragging, lowering, lowered, pull, let
        us move, moving up, adjusted, shifted, secured at, changed, updated, is now, are now, bump, bumping, move back,
        nudge, hike, cinch, trailing stop activated, trailing stop loss activated, trailing sl activated, snug up,
        ratchet, ratchet up, crank up, drop down, bring down, bring up, shift up, step up, stepping up, re-adjust,
        readjust, rearrange, reposition, repositioning, relocate, re-set, tightened, widened, loosening, sliding,
        pushed, nudged, nudging, hiked, bumped, jacked up, changing, modifying, updating, extending, extended, widening,
        advancing, lifted up, lifting, upgraded, upgrading, re-adjusted, readjusted, re-adjusting
    """,
    Role.EDIT: """
        edit, modified, edited, correction, corrected, typo, new tp, new tps, new target, new targets,
        updated targets, update
        targets, change tp, new sl, revised, amend, extended tp, new stop, new stop loss, new stoploss, sl new, updated
        sl, updated stop, new target 1, new take profit, new take profits, new take profit levels, new tp levels, new
        tps are, new targets are, updated tps, updated tp, updated take profit, updated take profits, revised targets,
        revised tp, tp updated, tps updated, targets updated
    """,
    Role.CLOSE: """
        close, close all, closing, exit now, exit trade, exit all, close now, close it, close trade, close trades, close
        position, close positions, get out, close full, close the trade, book profits, book profit, full close, close
        fully, close everything, i m out, im out, we re out of, we are out of, i am out of, i m out of, im out of, out
        now, exit the trade, exit position, flatten, out at, out of this, close manually, manual close, manually close,
        closing manually, closing manual,
        let s close, closing all, close rest, close the rest, out here, cut it, cut it here, cut this, cut trade,
        cut this trade,
        cut the trade, exiting, exit here, exit at market, exit all trades, exit all positions, bail, bailing, get flat,
        go flat, let s go flat, i m going flat, we re going flat, we are going flat, i am going flat, close out,
        closing out, close this, close that, dump it, out of the trade, out of this
        trade, closing here, bail out, bailout, everyone out, everybody out, all out, manually exit, we manually exit,
        exit manually, out of longs, out of shorts, exit the position, get out of, close em, close them, exit longs,
        exit shorts, shut, shut the, scratch, scratching, scratch it, scratching it, unwind, unwinding, liquidate, get
        rid of, ditch, ditching, exit fully, fully exit, exit the, exit this, exit our, exit your, exit my, exit it,
        exit them, i m flat, im flat, i am flat, we are flat, we re flat, no reason to stay in, no reason to hold, no
        reason to keep, no point in holding, no point holding, close up, wrap it up, wrapping it up, wrap this up, kill
        this trade, kill the trade, kill this position, take full profit, take full profits, take all profit, take all
        profits, taking full profit, full take profit, cash out, cashing out, cash out now, pull out, out of it, step
        out, stepping out, stepping aside, exit full, full exit, close in full, close out full, closing in full, time to
        close, time to exit, let s exit, let s get out, cutting this, cutting it, cutting here, cutting the, cutting my,
        i m cutting, flat everything, flatten everything, flat all, flat it, flatten it, flatten this, taking it off,
        taking this off, killing this trade, killing this one, dumping it, dumping this, taking a small loss,
        taking the loss, getting out of,
        taking the l, taking this loss, i m out of my, we close here, closing my, closing our, closing it, closing this
        one, closing these, taking my loss, eating the loss, exit both, close both, exit these, exit those, close these,
        close those, exit everything, exit signal, exit alert, close signal, exit right now, exit immediately, exit now
        please, exit asap, exit at breakeven, exit at be, close with breakeven, close at breakeven, close at be, close
        with be, take the rest off, taking the rest off, take the rest, taking the rest, book the rest, booking the
        rest, bank the rest, banking the rest, taking the remainder, take the remainder, close the remainder, closing
        the remainder, closing the rest, taking the last part, taking the runner off, exit at cost, exit at cost to
        cost, close at cost, exit at entry, exit at entry price, close at entry, close at entry price, exit around
        entry, close around entry, exit on cost, cut the loss here, cut the loss now, cut losses here, cut losses now,
        cut your losses here, cut our losses here, cutting the loss here, cutting losses here, take this one off, taking
        this one off, take this off, full tp now, full profit here, full profits here, exit with small profit, exit with
        profit, exit with a small profit, exit with small loss, exit with a small loss, exit with profits, exit with
        small profits, no longer in this trade, no longer in the trade, no longer in this position, no longer in the
        position, no longer in this one, no longer holding this, not in this trade anymore, not in the trade anymore,
        not in this trade any longer, not in this position anymore, no longer in trade, i ll close here, we ll close
        here, i will close here, we will close here, i ll close this here, we ll close this here, i ll close now, we ll
        close now, i will close now, we will close now, i ll close this one here, we ll close this one here, out of all
        positions, out of all trades, out of all my trades, out of all my positions, out of everything, out of my
        trades, out of my position, out of my positions, full tp here, full tp at market, full tp please, fully tp, tp
        fully, tp all, tp everything, take full tp, taking full tp, take your profits and run, take profits and run,
        take profit and run, take the profits and run, take your profit and run, take the money and run, take your money
        and run, take your profits and leave, take profits and leave, take profit and leave, take your profit and leave,
        leave this trade, leave the trade, leave this one, leaving this trade, exit with profit now, exit with what you
        have, get out with profit, book and exit, book and leave, book & exit, book and go, close and wait, close and
        relax, close and move on, close n wait, shutting this, shutting it, shutting down this trade, shut it down, shut
        this down, shut this trade, end this trade, ending this trade, end the trade, calling it here, call it here,
        call it a trade, calling it a trade, that s a wrap on this one, we are done with this trade, done with this
        trade, i m done with this trade, i m done with this one, exiting here, exiting now, manually exiting, manual
        exit, market close it, close at mkt, exit at mkt, close @ mkt, liquidating, square off, squareoff, square it
        off, square off all, square off now, squaring off, exit from this, exit from this trade, exit from the trade,
        exit from all, exit from here, come out, come out now, come out of this, come out of the trade, get out of the
        market, sell it all, sell everything, sell all, cut loss now, cut loss here, cut loss guys, cut loss please, cut
        loss all, cut loss at market, taking this l, take this l, take the l, tping here, tp ing, tping, tping all, tp d
        full, tp d all, tp d fully, exit in small profit, exit in profit, exit in a small profit, exit with, exit at
        small profit, exit at a small profit, exit at small loss, exit in loss, exit at a loss, exit at loss, exit in
        small loss, exit for a small profit, exit for small profit, out for a small win, out for a small profit, out for
        a small loss, out for small profit, out for small loss, out for profit, out for a win, out in profit, out in
        small profit, out in a small profit, out at a small profit, out at small profit, out at a small loss, out at
        small loss, out at a loss, out of the position, out of position, exit from market, exit from the market, exit
        safely, exit safely here, tp manually, manually tp, take tp manually, hit tp manually, manual tp,
        cover here, covering here, cover now, flat now, close all open positions, close open positions, close all open
        trades, close your open positions, close your open trades, close any open positions, closing all open positions,
        closing all open trades, book loss, book the loss, book your loss, book small loss, book a small loss, book loss
        now
    """,
    Role.CLOSED: """
        positions booked, position booked, trades booked, trade booked,
        breakeven hit, break even hit, breakeven got hit,
        closed, full closed, all closed, was closed, got out, closed at, closed manually, stopped at be, closed all, we
        closed, i closed, fully closed, stopped out at be, stopped out at breakeven, stopped out at entry, stopped out
        in profit, stopped at breakeven, stopped at entry, closed out, closed here, closed manually here, exited, have
        closed, has been closed, have been closed, just closed, i ve closed, we ve closed, closed the rest, closed the
        remainder, rest closed, remainder closed, took the rest off, took the rest, the rest is closed, rest is closed,
        closed the runner, closed the last part, remaining closed, remaining position closed, manually closed, manually
        closed at, manually closed here, closed my trade, closed my trades, i closed my trade, i closed my trades,
        closed my position, closed my positions, i closed my position, i closed my positions, closed it manually, closed
        this manually, closed it, closed this one, closed this, closed the trade manually, closed them manually, closed
        them, closed it here, be hit, be got hit, hit breakeven, hit our breakeven, out at be, out at breakeven, taken
        out at be, taken out at breakeven
    """,
    Role.CANCEL: """
        invalid, invalid signal, invalid call, cancel, cancelled, canceled, cancel order, cancel limit, cancel pending,
        cancel this, delete order, delete limit, delete limits, delete pending, delete pendings, remove limit, remove
        pending, setup invalidated, invalidated, delete the limit, delete the order, delete the pending, remove the
        limit, remove the pending, cancel the order, cancel all pending, skip this trade, forget this trade, forget the,
        forget this, scrap, void, kill the, pull the order, no longer valid, not valid anymore, setup is
        invalid, too late to enter, ignore this trade, ignore this signal, ignore last signal, delete this trade,
        cancelling, canceling, order cancelled, order canceled, trade cancelled, trade canceled, remove order, remove
        the order, pull limit, pull the limit, delete all pending, call off, called off, setup cancelled, trade invalid,
        setup invalid, trade is invalid, abort, withdraw the order, scratch that order, delete it, remove it, cancel it,
        drop the order, kill it, withdraw, pull it, delete them, cancel them, cancel those, cancel both, cancel the
        limit, cancel the limits, cancel all limits, cancel pendings, cancel the pending, scratch this idea, signal
        invalid, signal is invalid, signal is no longer valid, call invalid, call is invalid, call cancelled, signal
        cancelled, signal canceled, idea cancelled, idea invalidated, scratch that, scratch this one, scratch the order,
        nuke the order, pull orders, pull those orders, pull those limits, pull the limits, pull the pending, kill
        order, kill orders, kill limit, order removed, order deleted, orders cancelled, limits cancelled, limit
        cancelled, order off, take the order off, ignore the last signal, ignore the last call, ignore the last trade,
        ignore the last one, ignore the last, ignore last call, ignore the previous signal, ignore the previous, ignore
        previous signal, ignore that signal, ignore that call, ignore that, ignore this call, ignore this one, disregard
        the last signal, disregard last signal, disregard this signal, disregard the signal, disregard that, disregard
        this, disregard the order, disregard previous signal, disregard the previous signal, order expired, orders
        expired, limit expired, pending expired, setup expired, signal expired, trade expired, entry expired, ignore it,
        ignore this, please ignore, ignore pls, disregard, ignore, not taking it anymore, not taking it any more, not
        taking this anymore, not taking this any more, not taking this one, don't take this one anymore, don't take it
        anymore, don't take this anymore, do not take it anymore, do not take this anymore, no longer taking this, no
        longer interested, not interested anymore, we skip this one, we skip this, skipping this one, skip this one, not
        valid any more, not entering anymore, not entering any more, don't enter anymore, do not enter anymore, no
        longer entering, let it go without us, limit order expired, limit orders expired, pending order expired, pending
        orders expired, buy limit expired, sell limit expired, close your pending orders, close all pending orders,
        close pending orders, close the pending orders, close your pending, close all pending, close the pending, close
        all your pending orders, close pendings, don't take the sell limit, don't take the buy limit, don't take the
        limit, don't take the pending, skip the buy limit, skip the sell limit, skip the limit, skip the pending, skip
        the order, forget about this setup, forget about this trade, forget about this one, forget about the setup,
        forget about the trade, forget about the limit, forget the limit, pulling my bids, pulling my bid, pulling my
        limits, pulling my limit, pulling my orders, pulling my order, pulling the bids, pulling the limits, pulling the
        limit, pulling the order, pulling bids, pulling limits, pulled my bids, pulled my limits, pulled my orders,
        pulled my limit, pulled my order, nuke it, bin it, binning this, binning it, bin this, bin this one, trash it,
        trash this, scrap it, scrap this, scrap that, scrapping this, scrapping it, scrapping the, pull the trade,
        pulling this, pulling it, pulling this one, void this, voided, cancell, cancle, cancle it, cancled, cancelle,
        cancelation, cancellation, cxl, cxld, canx, nvm this one, never mind this one, nevermind this one, setup is off,
        trade is off, idea is off, call is off, signal is off, setup off, this one is off, this is off the table, off
        the table for now, not triggered cancel, delete all orders, delete all limits, delete all pendings, delete all
        pending orders, cancel all orders, cancel all, cancel everything, remove all orders, remove all pendings, remove
        all pending, remove all limits, remove pendings, remove pending orders, remove your pending, remove your
        pendings, remove your limits, remove your limit, delete your pending, delete your pendings, delete your limits,
        delete your limit, delete your order, delete your orders, delete pending order, delete pending orders, cancel
        your limits, cancel your limit, cancel your pending, cancel your pendings, cancel your order, cancel your
        orders, take your limits off, take limits off, take the limits off, take the limit off, pull your limits, pull
        your limit, pull your orders, pull your bids, void the signal, void signal, void the trade, void the setup, kill
        this order, kill the order, kill that order, no trade here anymore, we are not taking this trade anymore, not
        taking this trade anymore, we won't take this anymore, we won't take this trade, avoid this trade now, avoid
        this signal, avoid this trade, avoid the trade, avoid the last signal, signal is void, setup is void, setup no
        longer valid, setup not valid, setup is not valid, setup is no longer valid, trade is no longer valid, trade not
        valid, trade no longer valid, trade is not valid, idea no longer valid, idea is no longer valid, order is no
        longer valid, no longer active, entry no longer valid, entry is no longer valid, limit is cancelled, canel,
        canell, cansel, cancelll, limit pulled, limits pulled, order pulled, orders pulled, bid pulled, bids pulled,
        pulled the limit, pulled my bid, pulled the bid, pulling the bid, pulled the order, removing the order, removing
        order, deleting the order, deleting order, removing the limit, deleting the limit, removing the pending,
        entry invalidation, invalidation of entry, invalidation of the entry, entry is invalid, entry invalid
    """,
    Role.REMOVE: """
        remove, delete, without, no more, drop, take off, take out, lift, removed, deleted, withdrawn, removing,
        deleting
    """,
    Role.PART: """
        partial, partials, partially, some profit, some profits, some, partial profit, partial profits, portion, part,
        take partials, take partial, secure, secure profits, secure profit, secure some, take some profits, take some
        profit, lock profit, lock profits, lock in profits, lock some, partial close, partial closure,
        partial closing, trim, reduce, scale out, bank,
        secured, securing, bank some, take some, lock in, lock, off the table, booking, book some, book some profit,
        book some profits, book partial, book partials, book partial profit, booking partials, taking partials, taking
        partial, take partial profits, take partial profit, taking some profit, taking some profits, taking some off,
        take some off, some off, de risk, derisk, peel off, partial tp, partial take profit, partials off, scaling out,
        trimming, reducing, closing partials, close partials, close some, closing some, close part, taking profit,
        taking profits, securing profits, locking profits, bank partials, bank some profit, book, a third, one third, a
        quarter, one quarter, two thirds, three quarters, collect some, collect some pips, collect pips, collect
        profits, collect profit, collect partials, collect partial, collect some profit, collect some profits, grab some
        profit, grab some profits, grab partials, grab some pips, pay yourself, pay yourselves, paying myself, a quarter
        of, take something off, take a bit off, lighten up, lighten, scaled out, take it off, close some of your
        positions, close some of your trades, close part of your position, close part of the position, close some of the
        position, take some more profit, take some more profits, take more profit, take more profits, take additional
        profit, take additional profits, take further profit, take further profits, book some more profit, book some
        more profits, book more profit, book more profits, secure some more profit, secure some more profits, secure
        more profit, secure more profits, lock some more profit, lock some more profits, closing partial profits, close
        partial profits, closing partial profit, close partial profit, take your first profits, take first profits, take
        first profit, collect your first profits, take some money, take your profits here, take your profits guys, take
        your profits asap, take some off here, take money off, take a portion off, take a little off, take a piece off,
        take a chunk off, take a small partial, take small partials, take a partial, take first partial, take first
        partials, tp partially, tp partial, tp some, tp a bit, tp a little, partially tp, partial here, partial now,
        partials here, partials now, bagging some, bag some, bag some profit, bag some profits, bag partials, bag
        profits, pocket some, pocket some profit, pocket some profits, pocketing some, ring the register, ringing the
        register, feed yourself, feed the family, pay the bills, cut some, cut part, cut a part, shave some, shave some
        off, shaving some off, shaving off, lessen, downsize, downsizing, reduce exposure, reducing exposure, reduce
        your exposure, reduce risk here, lower exposure, close a few, close a couple, close most, close most of it,
        closing most of it, closing most, close a bit, close a little, close a portion, close a part, close a piece,
        closing a part, closing a portion, closed a part, close majority, close the majority, close most positions,
        close most trades, close your highest lot, close your biggest lot, close the biggest lot, close the bigger lot,
        close bigger lots, close big lots, close higher lots, close high lots, close your big lots, close some lots,
        close some of it, close some of them, close one trade, close one position, close one entry, close 1 trade, close
        1 position, close 1 entry, close one of the trades, close one of your trades, close one of the positions, close
        one of your positions, close extra, close the extra lots, close extra lots,
        almost everything, almost all, almost all of it, almost the whole, nearly everything, nearly all, nearly all of
        it, most of it,
        secure your profits, secure your profit, secure ur profits, secure ur profit, secure our profits, secure the
        profits, secure some of your profits, secure part of your profits, secure your gains, secure some gains, lock
        your profits, lock your profit, lock ur profits, lock in your profits, lock in some profit, lock in some
        profits, lock in ur profits, lock some of your profits, bank your profits, bank ur profits, book some of your
        profits, take some of your profits, take part of your profits, protect your profits, protect ur profits, protect
        your gains, secured your profits,
        take initials out, take initial out, take out initials, take out initial, take out your initials, take out your
        initial, take your initials, take your initial, pull initials, pull your initials, secure initials, recover
        initials, initials out, take your initial out, take your initials out, take out your initial investment,
        peel another, peeling another, shaving another, shave another, close more profits, close more profit, close more
        partials, close more partial, partails, partail, patials, patial, partals, partilas, parcial,
        locking in, de-risking, derisking
    """,
    Role.HALF: """
        half, 1 2, one half, sold half, sell half, selling half, sold half of it, just sold half, just closed half, half
        your profits, half of your profits, half of profits, half the profits, half our profits, half my profits,
        cut your position in half, cut the position in half, cut position in half, cut it in half, cut this in half, cut
        the size in half, cut size in half, cut your size in half, reduce size in half, cut the position by half, cut
        position by half, cut your position by half, cut it by half, cut the size by half, cut size by half, cut this by
        half, reduce by half, reduce it by half, reduce the position by half, reduce position by half, reduce your
        position by half, out half, half profits, half
        profit, half your profit, half of your profit, half of the profits
    """,
    Role.ALL: "all, everything, full, fully, rest, remaining, whole",
    Role.EVEN: """
        be, breakeven, break even, b e, bep, breakaven, breakeaven, brakeven, breakevn,
        entry point stop, risk free, riskfree, to entry, at entry, on entry, no
        risk, zero risk, cost price, to cost, entry price stop, to entry price, risk free now, to open price, to the
        entry, to our entry, at breakeven, to break even, to breakeven, entry price now, zero loss, risk off entry, at
        cost, at break even, on breakeven, to b e, to even, go be, go breakeven, go break even, make it risk free,
        secure your entry, secure entry, secure the entry, protect your entry, protect entry, protect the entry, secure
        at entry, secure at be, secure at breakeven, no more risk, no risk left, risk is off, take the risk off, taking
        the risk off, remove the risk, risk removed, zero risk now, no more risk on this, with cost, on cost, make this
        trade risk free, make the rest a free trade, make it a free trade, make this a free trade,
        make your trade risk free, make your trades risk free, make the trade risk free, make this risk
        free, make trade risk free, make our trade risk free, make my trade risk free, making my trade risk free, making
        our trade risk free, making this trade risk free, making the trade risk free, making your trade risk free,
        making trade risk free, making it risk free, use breakeven, use break even, use be, is at entry, is at entry
        now, is now at entry, now at entry, at entry now, to my entry, to your entry, at my entry, at your entry, at our
        entry, to ur entry, on my entry, on your entry, on our entry, to my entry price, to your entry price, to our
        entry price, at my entry price, at your entry price, at our entry price, at entry price, on entry price, at open
        price, at opening price, to opening price, to the opening price, at the opening price, to entry level, at entry
        level, to the entry level, at the entry level, to entry point, at entry point, to the entry point, at the entry
        point, to our entry point, at our entry point, to the entry price, at the entry price, at the entry, to where we
        entered, where we entered, where we got in, eliminate the risk, eliminate risk, eliminating the risk,
        eliminating risk, remove risk, removing the risk, removing risk, take risk off, risk is gone, no risk anymore,
        zero risk trade, riskless, risk less trade, make this one risk free, make them risk free, make all trades risk
        free, make all positions risk free, make your position risk free, make your positions risk free, make position
        risk free, make the position risk free, make our position risk free, make these risk free, make both risk free,
        make everything risk free, make all risk free, making this risk free, sl 2 be, stop 2 be, sl 2 breakeven, sl 2
        entry, stop 2 entry, going to entry, goes to entry, going to breakeven, going to break even, goes to breakeven,
        make the rest risk free, make rest risk free, rest risk free, making the rest risk free,
        make it free, make the trade free
    """,
    Role.HIT: """
        hit, hits, hlt, touch, done, reached, achieved, smashed, completed, filled target, touched, booked, crushed,
        destroyed, tapped, banked, secured tp, hitted, swept, sweep, sweeped, triggered sl, taken out, got hit, was
        hit, cleared, nailed, delivered, just hit, cleared it, in the bag, secured target, there goes, and there goes,
        successful hitting, successfully hit, successful hit, successfully reached, bagged, bagged it, pocketed,
        cooked, in the bank, done and dusted, tagged, obliterated, demolished, annihilated, devoured, conquered,
        unlocked, got met, in the books, has hit, have hit, has been hit, have been hit, has been reached, have been
        reached, has been achieved, just got hit, attained, accomplished, munched, ticked, ticked off, blasted, also
        hit, also reached, also done, also smashed, also achieved, also completed, kissed, was kissed, got kissed,
        just kissed, got tagged, was smashed, was touched, was tagged, was achieved, was completed, was cleared
    """,
    Role.STOPPED: """
        got stopped, got stopped out, was stopped out, been stopped out, stopped us out, took us out, took out our stop,
        knocked out, hit our stop, hit my stop, stopped out, took my stop, took our stop, took the stop, took out my
        stop, took out the stop, hunted my stop, hunted our stop, sl taken, stop taken, stoploss taken, stop loss taken,
        sl got taken, stop got taken, sl was taken, stop was taken, sl taken out, stop taken out, stopped me out, they
        stopped us, got wicked out, wicked out, took the loss, took a loss, took a small loss, stopped on, stopped out
        on, stopped out of, got stopped on, got stopped out on, got stopped out of, sl'd, sled out, got sl, got sl d,
        took sl, took the sl, took our sl, took my sl, took stop loss, hit the sl, hit our sl, hit my sl, hits our sl,
        hits the sl, hit our stop loss, hit the stop loss, hit the stoploss, hit the stop, hits our stop, hunted our sl,
        hunted the sl, sl got hunted, sl hunted, stop hunted, stop got hunted, sl swept, stop swept, got tagged out,
        tagged our stop, tagged our sl, stopped at a loss, stopped for a loss, stopped out for a loss, stopped out at a
        loss, stopped at loss, stopped in loss, went to sl, went to our sl, went to stop, reached our sl, reached the
        sl, reached stop loss, full sl, full stop loss, that s a stop loss, that s sl, that s a stop, sl was hit, stop
        was hit, sl was triggered, stop was triggered, sl was reached, stop was reached, sl was taken out,
        stopped for
    """,
    Role.FILLED: """
        execution success, execution successful, executed successfully, successfully executed, trade confirmed by,
        order confirmed by, order placed successfully, trade placed successfully, order successfully placed, trade
        successfully placed, order has been placed, trade has been placed,
        filled, entry filled, activated, triggered, order filled, entry hit, entry achieved, limit filled, executed,
        order activated, in profit entry, entry done, limit activated, active now, limit hit, got filled, order
        triggered, limit triggered, limit order triggered, limit order filled, limit order activated, pending activated,
        pending triggered, pending order triggered, trade active, trade is active, order is active, position is live,
        trade is live, limit is filled, entry triggered, entry is filled, entry activated, buy limit triggered, sell
        limit triggered, buy limit activated, sell limit activated, buy limit filled, sell limit filled, we are in, we
        re in, we are now in, we re now in, position opened, trade opened, order opened, trade triggered, trade got
        triggered, orders filled, orders triggered, limits filled, entries filled, bids filled, bid filled, bid got
        filled, just got filled, got activated, is active, now active, is now active, is now live, we got in, we re
        filled, we are filled, tagged in, i m filled, limit order hit, limit orders hit, pending order hit, order hit,
        buy limit hit, sell limit hit, orders in, order in, order is in, we have been filled, we ve been filled, limit
        got hit, limits got hit, limit got triggered, limit got filled, limits got triggered, got triggered, has been
        filled, has been activated, have been filled, picked up, we got picked up, tapped in, we are tapped in, we got
        tapped in, entry taken, in the trade now, we are in the trade, we are in this trade, running trade now, order
        executed, pending executed, went active, now running, order is live, order live, entry live,
        entered entry zone, entered the entry zone, entered our entry zone
    """,
    Role.HOLD: """
        holding, keep holding, hodl, keep, still holding, keep running, running, holds, holders, let the rest run, let
        rest run, let final trade run, let the final trade run, let the last trade run, let the last one run, let them
        run, let runners run, let it ride, let the rest ride, let rest ride, let the remaining run, let the remainder
        run, let the final run
    """,
}

ALIASES: dict[str, str] = {}
CHOSEN = (
    "first, worst, bad, profitable, winning, losing, upper, lower, higher, top, bottom, biggest, bigger, older, oldest"
)
LEST = "so"
OUT_OF = "of, out of"
KEEPING = "leave, leaving, keep, keeping, hold, holding, let"
KEPT = """
    one, best, runner, runners, moonbag, moon, last, some, few, a few, small, smaller, smallest, lowest, highest,
    lower, higher, upper, bottom, top, half, portion, part
"""
LAYERS = "layers, entries, positions, orders, trades, buys, sells, longs, shorts, legs, tickets, pendings"
SEVERAL = "one, two, three, four, five, six, couple, several, few, a few"
SIZES = "vol, volume, lot, lots, size, qty, quantity"
STAYING = "stay, staying, stay in, still in, remain, remain in"
UNTOUCHED = "stays, remains, unchanged, untouched, continues"
CHANGES = "modification, amendment, adjustment, revision, change"
SUCCEEDED = "successful, successfull, success, successfully, complete, passed"
VIEWS = "views, view, reads, views total"
UNWILLING = "risk, lose, want, give"
ALREADY = "already"
