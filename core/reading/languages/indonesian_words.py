"""Indonesian: words of every day that rooms write beside calls and orders, which have no part.

Separate from the words of orders for its length only. No word here may deny, put off, doubt or tell of the past.
"""

from __future__ import annotations

from core.reading.roles import Role

BUYERS = "pembeli"
SELLERS = "penjual"
POSITIONS = "posisi"
WITH = "dengan, dgn"
SHARES = {
    20: "seperlima",
    67: "dua pertiga",
    75: "tiga perempat",
}
POLITE = "tolong, mohon"
GREETINGS = "halo, teman, selamat pagi, gaes, gais, semua"
COURTESIES = "terima kasih, semoga sukses, semua"
WORDS: dict[Role, str] = {
    Role.FILLER: """
        jgn lupa, jng lupa, jgn lp, jangan lp, jangan sampai lupa, jgn sampe lupa, jangan pernah lupa,
        yg udah floating, yg udah profit, yg udah entry, yg udah masuk, yg udah cuan, yg udah ijo,
        yg sudah floating, yg sudah profit, yg sudah entry, yg sudah masuk, yg sudah cuan, yg sudah ijo,
        yg udh floating, yg udh profit, yg udh entry, yg udh masuk, yg udh cuan, yg udh ijo, yg sdh floating,
        yg sdh profit, yg sdh entry, yg sdh masuk, yg sdh cuan, yg sdh ijo, yang udah floating, yang udah profit,
        yang udah cuan, yang udah ijo, yang sudah floating, yang sudah profit, yang sudah cuan, yang sudah ijo,
        yang udh floating, yang udh profit, yang udh entry, yang udh masuk, yang udh cuan, yang udh ijo,
        yang sdh floating, yang sdh profit, yang sdh entry, yang sdh masuk, yang sdh cuan, yang sdh ijo,
        pasang sl sesuai signal, pasang sl sesuai sinyal, pasang sl sesuai arahan, pasang sl sesuai plan,
        sl sesuai signal, sl sesuai sinyal, sl sesuai arahan, sl sesuai plan
    """,
    Role.MOVE: "turunin, diturunin, dinaikin, majuin, majukan, mundurin, mundurkan",
    Role.PART: """
        amanin, amanin sebagian, amanin profit, amanin cuan, amankan cuan,
        dua pertiga, tiga perempat, seperlima
    """,
}

ALIASES: dict[str, str] = {}

EVERYDAY = """
    gais gaiss guysss gaisss ges guise cuy cuyy coy bray brader brother broo brow bangg abang bg omm tante kak
    kakak kaka kk mba mbk neng aa teh bunda ayah pak boss bossku bosku boskuh juragan agan agans gann sist sista
    mblo lur dulur sedulur cak rek arek ceu kang wak dek adek adik emak mak sohib kerabat rekan pasukan tentara
    memberku semuaa smua smuanya loe lu elo gw gwe gua sy ane ente awak haloo woy oy pagii paginya sorean slmt
    selamatt assalamualaikum asslm asw salaam wr wb samlekum shalom rahayu makasih makasi mksh trims tks thx
    tengkyu matur nuwun suwun hatur nuhun monggo mangga punten permisi misi tolong tlg mohon mhn harap plis pliss
    yaa yak yap yoi iya iyaa iy lah loh lho kok deh dehh donk dng sih tuh mah atuh euy nihh nee nich wae ajaa aj sj
    doang doank kek kuy kuyy yukk yuks yokk ayoo ayuk ayok cus cuss cuz cusss caw capcus gass gasss gasken gaskan
    gaspoll gaspolll gazz gasin gasinn sikat sikatt hajar hajarr libas embat sabet serok serokin sapu borong comot
    angkut jemput jemputt ngegas ngebut tancap gaskeunn oke okee okey okeh okk sip sipp mantapp mantab mantabb
    mantul manteb mantep josss jos jozz gokil gokill kece badai cakep cakepp ciamik ciamikk sedap sedapp gurih
    lezat manis maniss asik asikk asyik asyikk kerenn jempol jempolan istimewa spesial maknyus nyus legit sakti
    dahsyat edan mewah apik rapi rapih halus mulus lembut empuk enak enakk renyah masukin masukan masukkan masukk
    msk msuk masuki pasangkan pasng psng taro tarok taruhin naruh letakkan letakin setel aturlah diatur opn bukain
    ambl ambilin ambilkan pakek pke pkai gunain dipakai dipasang ditaruh cicil nyicil dicicil cicilan bertahap
    tahap tahapan pelan perlahan santai santuy santuyy santay selow woles kalem adem waspada waspadalah bijaklah
    sabarr sbr fokus konsen serius seriuss dikit dikitt sdikit secuil seuprit sekecil secukupnya secukup seperlunya
    sewajarnya wajar kecilan kecilin gede gedean gedee besaran banyakin bagi dibagi bagiin rata merata imbang
    seimbang lotmu modalmu modalnya duit duitt duwit fulus uangmu uangnya dananya akunmu akunnya balancenya equiti
    marjin ekuitas depo persenan prosen rupiah rp ribu rb juta jt dolar receh recehan resikonya risikonya risknya
    riskan konservatip agresip moderatt sedeng normalnya standarnya minim ketat longgar lebar sempit mm menejemen
    manajemennya manajemenn kelolalah kedisiplinan displin disipliin disiplinn jg jgua sekalian langsungg lgsg
    lgsung lngsung lsg segeraa sgera cepett cpt cepet buruann burun gercep kilatt detik menitan jaman harini
    hariini mlm pgi sre siangan soree malem malm mingguannya bulanann sesinya tokyonya harganya hrg hrga titiknya
    areanya dikisaran kisarannya sekitaran seputaran seputar disekitar deket dkt deketan deketin mepet tepatnya
    persis kurleb kuranglebih plusminus rentang rangenya zonanya daerah daerahnya wilayah letaknya tempat tempatnya
    arah arahnya inii gini begini gitu begitulah gt kyk kayak kaya spt sprti sbg sebagai utk untk buat bwt buatt bt
    dgn dg sm barengan jd jadinya jadilah yng yangg dr dri kpd kepada thd ttg tentang soal perihal lewat melalui pd
    pda pribadi sendiri sendirii masing kitaa chartnya grafiknya gambar gambarnya foto fotonya lampiran lilin ekor
    sumbu badan wicknya trennya trendnya sideway pola polanya segitiga bendera channelnya headshoulder kepala bahu
    ganda doble dasar dasarnya puncak puncaknya pucuk pucuknya lembah supp supportnya resistennya resistancenya snr
    snd rbs suplai permintaan orderblock gapnya fibonaci volumenya likuiditas likuiditasnya swipe breakot brekout
    retes retestnya pantul pantulannya rebon momen momennya gerakan geraknya pergerakan pergerakannya tenaga power
    powernya kuatt pembeli pembelinya penjual penjualnya koinnya coinnya coinn kriptonya altnya micin mikin emasnya
    emass forexnya pairnya sahamnya indexs indexnya minyaknya bursa bursanya apk aplikasi mt4 mt5 sinyalnya
    signalnya sinyall sinyel signyal baruu barunya freshh terbaru terkini anyar anyarr setupnya setap tradenya
    tradee tradingnya tredingg treding idenya strategi strategiku strateginya metode metodenya tekniknya spotnya
    futur futurnya scalpingan skalping swingan intradai jangkapendek pendekk panjangg menengahan keduanya ketiganya
    keempat kelima keenam terakhirr akhir finalnya ujung ujungnya tujuh delapan sembilan sebelas satu satuan sebiji
    biji cuann cuannn semangat semangattt semangatt barokah barakah berokah rezekinya rejekinya amin amiin aamiin
    amiiin insyaallah insyaalloh inshaallah bismilah bismillahh bismillaah hoki hokii beruntungg jaya jayalah
    merdeka salamcuan kopi ngopi ngopii rokok udud makan maksi mandi bobo bobok kantor rumah mobil motor hape hp
    leptop laptop catatan catet catat dicatat infonya infoo alasan alasannya alesan sebab sebabnya analisanya
    analisaku analisisnya berdasarkan berdasar mengikuti ikutlah ikutt follownya klikk pencet pencett tombol
"""
