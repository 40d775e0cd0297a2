"""Hindi and Urdu in Latin letters: words of every day that rooms write beside calls and orders, which have no part.

Separate from the words of orders for its length only. No word here may deny, put off, doubt or tell of the past.
"""

from __future__ import annotations

from core.reading.roles import Role

BUYERS = "buyers log"
SELLERS = "sellers log"
WITH_A_SIDE = "wale, walo, walon, waale"
SHARES = {
    25: "ek chauthai, chauthai, paav hissa",
    33: "ek tihai, tihai",
    67: "do tihai",
    75: "teen chauthai",
}
GREETINGS = "bhai, bhaiyo, doston, namaste, sab, logo"
COURTESIES = "dhanyavaad, shukriya"
WORDS: dict[Role, str] = {
    Role.PART: "ek tihai, tihai, ek chauthai, chauthai, paav hissa, do tihai, teen chauthai",
    Role.FILLER: """
        jaldi jaldi, jaldi jaldi karo, jo miss kar gaye unke liye, jo miss kr gaye unke liye,
        jo miss kar gye unke liye, jinhone miss kiya unke liye, jinse miss ho gaya unke liye,
        jinki miss ho gayi unke liye, jo reh gaye unke liye, jo late ho gaye unke liye, jin ki, jinki, jinka,
        jin ka, chal rahi hai wo, chal raha hai wo, chal rhi hai wo, chal rha hai wo
    """,
    Role.MOVE: """
        le aayen, le aaen, laayen, le aaiye, laaiye, par le aayen, pe le aayen, par le aayein, pe le aayein
    """,
}

ALIASES: dict[str, str] = {}

EVERYDAY = """
    bhaiyya bhaiya bhaijaan bhaijan bhaii bhaiiyo bhaiyyo bhaioo broo yaara yaaron yarr yar dostoo dosti mitro
    mitron mitra saathiyo sathiyo saathiyon sathi saathi janab jnb sahab saab sahib huzoor sardar paaji paji veere
    veer bhrata sajjano parivaar pariwar priya aadarniya namaskaar pranam pranaam ram shree shri jai jay hind
    bholenath mahadev radhe krishna ganpati ganesh salaam slam aslam asalam asalamualaikum walekum aadab adab
    shabba khair shubhratri suprabhat subh prabhat shukria shukriyaa dhanyawad dhanyavaad meherbani mehrbani kripya
    kripaya plz zara jara haan hanji haanji arre arrey arey oye oy abe abhe yaarrr theek thik theekh thk chalega
    chaliyega chalte chalen chalein chal dekhiye dekho dekhlo suno suniye sunlo sunna lijiyega lijie leejiye lelena
    leliye lele lelijiye lelein lelen loo lu lun dijiye dijiyega dijie dedo dede dedijiye daaliye daliye daliyega
    dalna daalna daalen dalein daal daliyo dalke daalke lagaiyega lagado lagadijiye lagwa lagake lagaakar lagakar
    lagayiye lagate rakhiyega rakhlo rakhke rakhkar rakhte rakhni rakhdo banaiye banaiyega banake banakar bna bnao
    bnana khol kholo kholiye kholna kholein khole uthao uthaiye utha uthalo pakdo pakad pakadlo pakdiye ghuso ghus
    ghusna baitho aajao aaja aao aaiye chadho chadhna krna kariye kariyega kijie krein kren kre krke karke karkar
    krte karte karwa karwao karlijiye karlein karlen krdijie krlijiye humlog hamko humko hame humein hamein mujhe
    mujhko tumhe tumhara tumhari aapko tujhe tera teri tere sbko sabko sabka sabki sbhi sb khud khudka swayam isme
    ismein ispe ispar iska iski iske inme inka inki uspe jisme jiska iss isi issi yahi yehi aise aisa aisi waise
    waisa jese jaisa jaisi itna itni itne utne idhar udhar yha yhan yhi whan thodaa thora thori thode thore thodasa
    thodisi zarasa halke kamti chhote chote zyadaa jyaada jada zada bahot bhut bohat behad atyant ekdam dheere
    dhire dheerey aaram aaraam aram araam sukoon shant thanda thande dimag dimaag hoshiyari hoshiyar savdhaan
    satark chaukanna sambhalkar sambhalna samajhdari akalmandi himmat himmatwale himmati daring dileri tez tezi
    fataafat jhatpat fauran foran phoran turat turatn turnt tatkal mastt jabardast jabrdast zbrdst zabrdast badhia
    badiya bdiya badhiyaa behtrin lajawab lajwab kadak kadakk dhansu dhaansu gazab gajab khatarnak khatarnaak
    tagdaa zordar jordar jordaar mazedar majedar mazaa maza khoobsurat khubsurat sundar pyara pyari suhana suhani
    badshah king raja rani sher sheron shero raket aag tofani toofani dhamaal hungama saf seedha sidha seedhe sidhe
    seedhi sidhi asaan asan pakke mazbut majboot majbut kamzor halkaa bhari bhaari paison paiso rupaye rupee rupees
    hazaar hazar sau lakh crore feesdi dolar rakam pooji punji khaata khata balanc maargin matra hissa hisson bhaag
    bhag tukda tukdo tukdon tukde barabar baraabar saude saudaa soda sodaa vyapar vyapaar karobar dhandha tredar
    tradar signl sgnl setap mauka moka mouka mauke avsar tarika tareeka tarike ranneeti rananiti niyam skelping
    skalping pozisional dinbhar saam dopahr dopehar savere sawere aj mahine saptah saptahik masik ghanto samay waqt
    wakt vaqt amrika yurop esia chaart chartpe graf tasveer tasvir photo photu rujhan tendency upri upari nichla
    nichli nichle uparwala uparwali neechewala neechewali beechka beechwala bich aaspaas aas karib takreeban
    taqreeban andazan andaza najdik nazdik nazdeek nazdeeki tal chhat farsh charam shikhar sheersh sahara pratirodh
    supportpe resistancepe levelpe leval ilaka ilaaka seema taaqat takat taakat zor jor gati lahar leher chaal
    kharidar kharidaar khareedar bikwal vikreta operator sikke sikko coiin altkoin jodi joda sone chaandi dhatu
    sheyar stok doosri teesri tisri chauthi chautha paanchvi panchva antim akhiri akhri teeno teenon chaaro chaar
    chhah chhe aath nau bees tees pachas kamao kamaiye barqat rizq duaa kripa ashirwad aashirwad bhagya khushi
    khushiyan anand majje maje mauj chai chay chaay coffee khana khaana nashta ghar ghr office ofis gaadi gadi
    mobile phone fon laptop mausam barish baarish dhoop jankari jaankari soochna suchna vivaran vivran karan kaaran
    wajah vajah lojik anusar anusaar mutabik mutabiq adhar aadhar tahat zariye jariye dwara jarurat jaroor jaroori
    jruri jrur jaruri zroor zrur anivarya avashya dabao dabaiye button batan
"""
