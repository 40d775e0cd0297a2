"""English: the words of every day of rooms that speak in pictures: of food, animals, weather and sports.

Separate from the words that have a part, because these have none: beside an order they are no reason to ask.
No word of the past, of a wish, of a doubt, of a time that is to come or of a person stands here.
"""

from __future__ import annotations

from core.reading.roles import Role

BUYERS = "buyers, buyer"
SELLERS = "sellers, seller"
POSITIONS = "position, open position, current position"
SCORES = "conf"
TAKEN = "fix, fixing"
SHARES = {25: "took a quarter off", 33: "took a third off"}
CLOSES_BEYOND = """
    daily close below, daily close above, weekly close below, weekly close above, daily close under, daily close over,
    hourly close below, hourly close above, candle close below, candle close above
"""

ADDRESSEES = "students, members, people, followers, subscribers, my students, my people, our people, dear people"
TITLES = "weekly results, daily results, monthly results"
OFF = "off"
POLITE = "please, pls, plz, kindly"
GREETINGS = """
    guys, hello, hi, hey, traders, team, everyone, everybody, folks, friends, members, dear, good morning, gm, all,
    ladies, gentlemen, and, brothers, bro, family, fam, my
"""
COURTESIES = "thanks, thank you, good luck, gl, everyone, all, guys, cheers, team, traders, have a nice day, see you"
WORDS: dict[Role, str] = {
    Role.BUY: "i am bidding, i'm bidding, im bidding, we are bidding, we're bidding, resting buy, resting bid",
    Role.SELL: "resting sell, resting offer",
    Role.ENTRY: "px",
    Role.STOP: """
        losscut, loss cut, losscut price, loss cut price, stop behind, stop behind the, stop hides behind, stop goes
        behind, stop sits behind, stop sits below, stop sits above, stop sits under, out on a daily close below, out
        on a daily close above, out on daily close below, out on daily close above, out on a close below, out on a
        close above, out on a weekly close below, out on a weekly close above, out if it closes below, out if it
        closes above, out if we close below, out if we close above, sl trigger, sl trigger price, stop trigger, stop
        trigger price, stop loss trigger, stop loss trigger price
    """,
    Role.SPOT: "no futures, not for futures, no perps, no perpetuals",
    Role.TARGET: """
        objetives, objetive, objetivos, obiectives, tp trigger, tp trigger price, take profit trigger, take profit
        trigger price, draw on liquidity,
        profit order, profit orders, profit taking order, profit taking orders, where i sell, where we sell, where i
        will sell, where to sell it, where i take profit, where we take profit, where i take profits, where we take
        profits, where i get paid, where we get paid
    """,
    Role.MARKET: """
        avg fill, average fill, mkt, at mkt, nw, from the current, from current, from the current price,
        from current price, from current prices
    """,
    Role.LIMIT: "resting order, resting limit",
    Role.SYMBOL: "sym",
    Role.HEADING: """
        dir, new position opened, new trade opened, new position is opened, new trade is opened, opened new position,
        opened a new position, opened a new trade, has opened a new position, new position open, new order opened
    """,
    Role.MOVE: """
        i carry, we carry, carry the stop, i transfer, we transfer, i drag, we drag, is changed, was changed to,
        replaced to
    """,
    Role.PART: """
        fix a part, secure small, secure small profit, position reduced, took a third off, took a quarter off, took
        some off, took a bit off
    """,
    Role.HALF: "took half off",
    Role.CLOSE: """
        cut order, cut the order, cut this order, cut your order, i leave the deal, we leave the deal, i leave the
        trade, we leave the trade, i leave the position, i leave this deal, i leave this trade, we leave the position,
        i go out of the deal, i go out of the trade, i exit the deal, we exit the deal, leave the deal
    """,
    Role.CLOSED: """
        closed by hand, closed it by hand, closed them by hand,
        took the lot off, took it all off, took everything off, took the whole lot off, took the whole position off,
        took all of it off, covered my short, covered the short, covered our short
    """,
    Role.CANCEL: """
        is herewith withdrawn, is hereby withdrawn, order withdrawn, order is withdrawn, signal withdrawn, signal is
        withdrawn, setup withdrawn, idea withdrawn, herewith withdrawn, hereby withdrawn, herewith cancelled, hereby
        cancelled, is herewith cancelled, is hereby cancelled, herewith canceled
    """,
    Role.HIT: "don reach, don hit, don touch, don land, don pay, don enter tp",
    Role.STOPPED: """
        don catch our stop, don catch the stop, don catch stop, don catch our sl, don catch sl, don hit sl, don hit
        our sl, don hit stop, touch cut loss, touched cut loss, hit cut loss, touch cutloss, touched cutloss, touch
        sl, touched sl, touched stop, touched our stop, touched the stop
    """,
    Role.EDIT: "typing mistake, typing error, mistyped, typed wrong, wrong typing, typo error, typed it wrong",
    Role.EVEN: """
        in the breakeven, in breakeven, into the breakeven, in the break even, breakevin, break evin, brake even,
        breakeevn, brekeven, breackeven, breakevem, break eaven, brakeeven
    """,
    Role.FILLER: """
        i wish good, i wish everyone,
        lunch break, coffee break, tea break, smoke break, won't be watching, wont be watching, will not be watching,
        no more please, not more please, no more than that, not more than that, not more thanks,
        stop missing, stop losing, stop guessing, stop gambling, stop wasting, stop overtrading, stop worrying, stop
        crying, stop blowing, stop paying, no worries, no wahala, no stress, no drama, no biggie, no sweat, no panic,
        no shaking, no fancy stuff, can't be greedy, cannot be greedy, cant be greedy, don't get greedy, don't marry
        it, dont marry it, don't marry the trade, don't marry your trades, never marry a trade, never marry a bag,
        don't marry your bags, sharing my trade, sharing my setup, sharing my entry, sharing my idea, sharing my plan,
        sharing our trade, sharing our setup, sharing the trade, sharing the setup, sharing a trade, sharing a setup,
        my people good morning, my people good evening, good morning my people, hello my people, hey my people, good
        people, beautiful people, lovely people, hello people, hi people, morning people, from the current range, from
        the current support, from the current zone, from the current low, from the current lows, from the current
        high, from the current highs, from the current area, from the current structure, no interest in chasing, no
        interest in catching, no desire to chase, no point in chasing, no need to chase, no reason to chase, a book,
        of the book, of the account, of my account, of my book, reading a book, abeg no remove am, no more o, not too
        hot, nothing fancy, nothing heroic, don't wait, dont wait, do not wait, no need to wait, no waiting,
        dear member, before eia, before the eia, before ppi, before gdp, before opec, before pce, before the fed, before
        fed, before powell, before ecb, before the ecb, before boe, before the boe
    """,
}
ALIASES: dict[str, str] = {}

EVERYDAY = """
    abeg abundant accnt acct accts acres airtight aiyo akhi alamak aleikum alive alrighty altz amazingly ameen amin
    ample anchored apples appx arrows artillery assalamu attractive avg awful awfully backs bacon baguette balanced
    bananas bangers banging banter barbecue bargain bath bathroom beach beans beastly beauties beautifully beer beers
    bells berries besties bicycle bigly bike biko birds biscuit biscuits bites bitty blimey blink bliss bloke blokes
    bloody blooming blossoms bo boat boats bois bold boldly bonkers bonza boogie books booming boots bottle bouncy
    bowl boyos boyz braces brainer brakes brave bravely bread breakfast breathe breather breathing breezy bricks
    briefly bright brightly brilliantly brisk briskly broo brothas bruh brunch bruv buckets buckle budge budget build
    building builds bunch bunny burgers bushes butter buttered buttery button candies candy caravan carrot carrots
    caviar ceiling ceilings celebrate cents cereal chai champagne chaps charming cheaply cheeky cheer cheerio cheese
    cheesy cherries chewy chickens chilly chips chocolate chop chopper chops chuffed chunky cigar clap classy cleaner
    cleaners cleanest clearest clockwork closet clouds cloudy clown clutch cobber cobbers cocktail coils cold colorful
    colour colours comfort comfortably comfy comically commencing commitment compact compadres compass cone
    confidently cooler cooling corners corny cosy couch courtesy cozy crackers crackling craic cranes cranking crazily
    creamy credits cricket crikey crispy croissant cruise cruising crunch crunchy cupcake cups curry curtain curtains
    curved cushion cute cuties dainty dance dancing darlings darts dashing dazzling deadly dearly decaf decently
    decidedly decks deeper deepest definately deliberately delicate delicious delight delightful dense dented depth
    desks dey diet digital dimes dinkum dirt dirty divergences diving dizzy doggos dolls dolphin dolphins donut donuts
    dope dots dough doughnut downhill dozen dramatic dramatically dress dribble drill drills dripping ducks dudes duly
    duration dusty dynamic earnest earth ease easier easiest easily east eastern easygoing eat effective effectively
    efficient efficiently effortless ehn elastic elbow electric elegant elegantly elephants emphatic energetic
    engaging enjoyable enormous enormously entertaining enthusiasm establish establishing exceptional exceptionally
    executing expansive explosively extra extraordinary extreme fab fabulous faithful famm famo famous fams fancy
    fashion fashionably faster fat favorable favored favorites favour favourable favourites feast feather feathers
    fellows ferocious fierce fiercely fiery figs financially finely finer finest finger fingers firehose fireworks
    firing firmness fishes fist fitting fizz fizzy flames flaming flashy flatly flavor flavour fleet flick fluffy
    folkz fond food foodies foot football footing footprints foremost formidable forwards foundation fountain foxy
    freaking freaky fren frens frenz freshest freshly frfr fried friendly friendz fries friggin fringe frisky frogs
    frosty fruit fruits fruity fueling funky funny furious furniture fuzzy galore gals garlic gears geez generous
    generously gentle gentlefolk gents genuinely geometry geopolitics gigantic glad gleaming glgl glorious glory gmgm
    golf goodies goodness gorgeous gorilla graceful gracefully gracious gradual grapes grateful gravy greasy greatly
    greedily greener greetings grill grilled grinds grinning grip gripping groove groovy grounded groundhog grumpy gud
    gudluck guidelines gust guts guyz gym gymnastics habibi hammering hammers handily handy happily harbor harbour
    harmony harvest heady healthily healthy hearted hearts hearty heat heating heaven heavenly heavier hefty heh
    helicopter helm helmets herbs heroic hf highlighted highway hiking hill hills hiya homeboys homie homies hood
    hooray horizons horizontally hornets horses hose hotter hottest howdy hugely humble humbly humming humongous
    hungry hurray hustle hydrate hydrated icy identical immaculate immaculately immense immensely impeccable
    impeccably implement implementing impressively incredible incredibly ingredient ingredients initiating innit
    insanely insanity inshaallah inspired intense intensely intensity island islands itchy jacket jammy jare
    jazakallah jazz jazzy jewel jialat jiffy jog jolly jolt joor joy joyfully juicier juiciest kabayan kaboom kangaroo
    karate karma keen kettle kettles keying khair kicks kiddos kindness kit kitchen kittens kool kpa kpakpa krab krap
    krub kuya labour ladder ladders laddies lah largely largest lasagna laser lasers lasses lassie laundry ldn ldnopen
    leaner leh lemon lemonade lemons lemurs lettuce lfgg liao lid lil limes literal literally lively lizards llama
    loads lobster lodi lods lofty lonely lor loudly lounging lovelies loving loyal lukewarm luscious lush luv
    luxurious luxury lvg lvrg madly magical magically magnet magnets magnificent majestic majors mammoth mangoes
    mansion maple maps marble margarita marinade marvellous marvelous mashaallah massively masterpiece matcha matey
    meal meals meaningful meat mechanic mechanically melon memecoins menu merry mess messy methodically meticulous
    mice microlot middling mighty mild mildly milky mindful miniature minilot minimalist minty modest modestly molten
    monkeys moons mos mosquito mound mountain mountains mouse mouth muddy muffin muffins mug muscles mushrooms musical
    nachos narrow narrowing narrows nasty naturally navy neat neato necklace nestle nets nicer nicest nimble nimbly
    noice noisy noodle noodles nook normality northbound northern northward northwards notably noticeably nougat
    nuggets nut nuts nutshell nutty nyc oatmeal oats och ofc oh okey okie olive olives omelette onions onward onwards
    oomph opo opportune optics optimal optimally oranges orchestra orderly organically otters outstanding oven owl
    owls oya oyster pace pack packing packs paddle paella pals pamper pancake pancakes pandas pane pants parallels
    parking parmesan parrot passion passionate pasta pastries pastry paws peaceful peacefully peach peaches peachy
    peanuts pear pearls pears peas peasants peculiar pedal peeps pennies penny peppers peppy perky pesky phenomenal
    phones physics piano pickle picnic pie pies pigs pillow pinch pineapple ping pinpoint pint pints pipette pitch
    pizza pizzas planes planets plate plates plaza pleasant pleasantly pleased pleasure pleez plodding plss plump
    plush plz polar polished politely porridge positioning positively posn potato potatoes potent pours powder
    powerfully pragmatic prawns precious precisely pretzel pretzels properties prosperous proud proudly prudently pstn
    puddle puffs pulse pumpkin pumpkins punch punching punchy purely purple purrfect pushy quiche quicker quickest
    quickie quid quietly quilt quirky quiver rabbit rabbits radar radiant radical rage raging rainbows ranges raring
    rascals raspberry razor realy refreshed refreshment regards regularly relaxed relaxing relentless relentlessly
    reliable reliably religiously remarkable remarkably replenish reptile resilience resilient restaurant rhythm ribs
    ricochet ridge ridiculous ridiculously ripe roar roaring rocketing rockets rocking rocks rocky rodeo rollercoaster
    roof roofs rooftop roomie rooster roots rosy rough roughness roulette rowdy rubber rugby russet rusty ruthlessly
    rye sabi sailing sails salaam salamat salmon salsa salted salty salute samosa sandwiches sangria sassy satisfying
    sauce saucy sauna sausage sausages savory savvy sawasdee sawatdee scarf scenic science scientific scoops scorching
    seafood seagull seasoned seatbelt seatbelts secondly secs senpai sensational sensibly serene serious seriously
    sesame sess sets sharpen sharper sharpest shebi sheet sheets shine shines shining shiny shiok shipping shipshape
    shirt shirts shitcoin shitcoins shoe shoes shrewdly shrimp shukran significant significantly silk silky similarly
    simpler simplest simplicity sincerely sip sipping sips sista ski skies skiing skill skilled skillful skillfully
    skills skinny skirt skyscraper slaps sleek slender slime slimmer slingshot slippery slotting sluggish sluggishly
    smaller smallest smarter smartest smartly smile smiles smiley smiling smokey smoky smol smooth smoother smoothest
    smoothie smoothies smug snack snacks snappy snazzy snowball snowballs snowman snowy snug snuggle softly softness
    solidly sophisticated sorbet soundly soup soups southern southward southwards spaghetti sparkling sparks sparrow
    spectacular spectacularly speeding speeds speedy spices spicier spinach spirited spirits splash splashing splendid
    splendidly spoon spoons sport sporting sports sporty spotless sprinkle sprinting sprints squeaky squeezing
    squirrels stainless staple staples starboard starry startled steadfastly steadier steaks stealthy steam steamed
    steamer steamy steeper stew stewed sticky stiffly stoked stony storming stormy stout stove straightaway
    straightforward strat strategic strategically strawberries strawberry streaky stretchy strewth strict stroll
    strolling stubborn stubbornly stunning stunningly stupendous sturdy styled styles stylish stylishly sublime submit
    submitting substantial substantially subtle subtly suddenly sugary sultry sunlight sunny suns sunshine superbly
    superfast supernova supersonic surf surgical surgically surroundings sustainable sweeten sweeter sweetest
    sweetheart sweetly sweetness sweets sweetspot swimmingly swoosh symmetrical symmetrically symmetry taco tacos
    tactful tailwind tailwinds takeaway takeaways tall taller tangerine tangible tapas tarp tart tasteful teapot
    technology teddy teens teensy teeny teeth telly temperature tennis tenor tequila terrific terrifically tfs
    thankful thankfully theek thicker thickness thik thingy thinly thinner thirsty thnx thorough thoroughly thrill
    thrilled thriller thrilling thrive thriving thumb thundering thunderous thunderstorm thx tidily tidy tighter
    tightest timely timing tin tinie tippy tissue titanic tite tnx toast toasted toaster toasty toes toffee tofu tok
    tomato tomatoes tonic tons tooth toothpaste torque tough tougher toughest towel towels towering toys traderz
    tradrs traffic tram trampoline tranquil tranquilly trays tremendous tremendously trendier trendy truly tucking
    tuna tunes turbulence turbulent turf twig twitchy ty typing tyt ultimate ultimately umbrella ummah undeniable
    undeniably understandable unfazed unshakeable unstoppable upbeat uphill uppermost upright upswing uptick uptrends
    urgency usopen utmost utter utterly valley valleys vapour vast vastly veg vegetables vegetarian velvety veranda
    verry vertical vertically veryy vibes vibing vibrant vigorous vigorously visibly visual visually vital vivid
    vividly volcanic wacky waffle waffles wagmi wahala walao wallah walls wardrobe warmer warming warmly warmth
    watermelon wavey wavy weather weekender weekends western westward whacky wham whirlpool whirlwind whiskey whisky
    wholesome whoop whoopee whooping whoosh whopper whopping wicked wickedly widely wider widest wiggle wiggles wiggly
    wilder wilderness wildest wildfire wildlife wildly willy winds windy wines wintry witty wizards wks wobbly wok
    wombat wonderful wonderfully wonky wooden woods wool working workout workouts worldly yachts yall yallah yas yasss
    yea yeehaw yellow yess yessir yippee yoga yoghurt yogurt yokes yrs yummy yupp zany zeal zealous zesty zigzagging
    zillion zing zippy zones zoom zooming ish smashing xx real network networks worth positive tech technological
    impact impacts continuously officially detailed related advantage advantages development developments priority
    specific globally local locally closely majority various entire necessary professional professionally worldwide
    valuable consistent consistently popular existing industry industries sector sectors ecosystem ecosystems business
    businesses product products partnership partnerships infrastructure financial finance fintech software hardware
    semiconductor semiconductors automotive airline airlines pharma biotech healthcare utilities utility cyclicals
    megacap megacaps smallcap midcap largecap bluechip gaming metaverse blockchain blockchains defi depin rwa
    narrative narratives privacy
"""
