"""English for the third time: the words of every day, of charts and of rooms that bear a name, and rarer markets.

Separate from the words that have a part, because these only have none: beside an order they are no reason to ask.
No word of the past, of a wish, of a doubt or of a person stands here.
"""

from __future__ import annotations

from core.reading.roles import Role

ROOMS = """
    wolf, wolves, club, room, vip, fx, forex, signals, trading, team, academy, sniper, snipers, hunter, hunters, king,
    kings, bull, bulls, bear, bears, killer, killers, master, masters, hub, pro, elite, premium, community, group,
    channel, lounge, lab, labs, empire, kingdom, house, legends, legend, lion, lions, tiger, eagle, eagles, shark,
    sharks, whales, ninja, ninjas, guru, gurus, experts, scalpers, pips, profits, city, nation, world, crew, squad,
    gang, mafia, army, family, warriors, titans, falcon, falcons, dragon, phoenix, rush, mine, miners, alerts, dominance
"""
CHARTED = """
    support, supports, support zone, resistance, resistances, demand zone, supply zone, key levels, liquidity, fvg,
    order block, trendline, rejection
"""
JOKES = "just kidding, kidding, joke, joking, just joking, jk"
SPOTS = "level, structure, zone, area, block, range, pattern"
THAT = "that, which, where"
TOWARDS = "for, into, towards, toward"

WORDS = {
    Role.HEADING: "future trade, futures trade, future call, futures call, equity trade, equity call",
    Role.MARKET: "live price, live market price",
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
    execution
    tucked highs lows resting parked weakens strengthens softens firms fade fading br nbsp rests tuck
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
    towards toward against during into onto out left right next following second third other another same similar
    single double triple two three four five six ten couple twice start begin ride catch grab send run place placing
    put putting get getting go going see check note notice read attack strike load fill filling using use used based
    give giving gives trust watchful keep keeping stay staying follow followed apply adjust according accordingly
    advised advise here there below above him me you yours us ourselves yourself plus minus via per versus vs etc ie
    eg number no nr hashtag public group channel chat room club family community desk pro master academy official
    elite gold diamond platinum silver vipgroup crypto coins tokens altcoin altcoins alt alts memecoin meme metals
    metal commodity commodities indices stocks stock forex fx currency currencies futures beginner smart fresh brand
    brandnew daily weekly monthly hourly midweek comment comments like likes react reaction reactions emoji thumbs
    pin pinned account accounts fund funded funds challenge prop exact accurate accuracy precise precision ahead
    forward straight direct directly instant fastest soonest target levels given attached slippage spreads broker
    brokers commission commissions fee fees differ vary pricing update updates info information details detail full
    confident confidence conviction high low mid medium highly entries reason reasons wick wicks allowed only thin
    thick choppy volatile quiet wild nervous holiday holidays tight expected opportunity opportunities chance
    luckily everyone unleash alright bit bounced rolling doller exclaim behold introducing presenting fellas
    indicator indicators algorithm algo detected spotted identified generated hedge hedged hedging abc aboard
    absolutely absorption academycom accumulation additionally adjacent adp advanced adx aftermarket agree agreeing
    agrees alerts align aligned aligning alignment aligns allocate allocating altogether amen america american ammo
    angle angled apex app apparent application areas arena arm armed ashi atr australian auto automated
    automatically automation available averages backed backing bag bagging bags baking balances band bands bang bar
    bars base basic basically basing basket bearishness bears because bell beware biased bismillah bits blazing
    bleed bleeding block blocks blueprint board bodies boe boj bollinger bond bonds boom bos bottom bottoming
    bottoms bounce bounces bouncing box boxed breakdown breakdowns breaker breaking breakouts brewing bridge british
    broadly btw bullet bullets bullishness bulls bullseye burning butterfly calendar canadian candle candles
    candlestick cart catalyst catalysts cci central certainly channels charted charting chartprime charts cheap
    cheaper cheapest checklist chinese choch citadel city class classic classical cleanly climb climbing cloud coil
    coiling common commonly completely complex compressed compression confluence confluences consequently consulting
    continuation continue continues continuing convergent cook cooked cooking copier copy corner corrective
    correlated correlating correlation countertrend cpi crab crest criteria crosses crossing cup cycle cycles cypher
    daytrading death decentish decline declines declining deep deeply defend defending defends defined definite
    definitely delevered delta demand deploy deploying diamonds digit digits dinner dip dips directional disciplined
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
    strongest strongly structural stuff summit supertrend supply supported supporting supportive supreme surely
    surge surging sweeping sweeps swiftly swings swiss sydney system systematic systems tactic tactical tactics
    takeoff tank tanking tap tapping taps tariff tariffs tea technique tension tensions terminal tertiary textbook
    therefore thesis thing things throw throwing thrust thus tier tiers tiger tightly tiktok timeframes titan
    together topping tops topside toss totally tower tradable tradeable trading trap traps treasuries treasury
    trending trendlines trends triangle triggerline trough turn turning turns types typical typically undervalued
    unique universe unlevered unusual upper upside upward upwards vacuum vah val valid validity value valued variant
    vault ventures version vertex view views visible vision visionary voids volumes vwap wallstreet warning warrior
    waves way weak weakening weaker weakness website wedge weekday weekdays whatsapp wicky widening wizard wolf
    wolves woo woohoo world wow yay yeah yep yet yield yields youtube yup zealand zenith zigzag zonefx
"""
