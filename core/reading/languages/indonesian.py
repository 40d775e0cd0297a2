"""Indonesian and Malay."""

from __future__ import annotations

from core.reading.roles import Role

CHEERS = "selamat"
REMAINING = "sisa, sisanya"
SCORES = "skor, nilai"
EXCUSES = "maaf, ralat"
HALVES = "setengah posisi, setengah lot"
SUPPOSED = "biarkan, sampai, begitu"
FIRST_OF_ALL = "dulu"
IN_ORDER_TO = "untuk"
BY_ITSELF = "otomatis"
UNHURRIED = """
    jangan buru buru, jangan terburu buru, tidak perlu buru buru, jangan buru-buru, tidak perlu buru-buru,
    jangan terburu-buru
"""
TONIGHT = "malam, nanti malam, malam ini, nanti sore"
RULES = "aturan, peraturan, pengaturan, tips"
MOODS = "serakah, rakus, panik, takut, emosi, nafsu, stres, fomo, terburu-buru, buru-buru, overtrade, overtrading"
UPDATES = "update, diupdate, kabari, infokan, info"
COUNSELS = "saran, nasihat, ajakan, anjuran, nasehat, jaminan"
REPLIED = "membalas, balasan"
SOON = "segera, sebentar lagi, nanti, besok"
FURTHER = "selanjutnya, berikutnya, lagi"
POTENTIAL = "potensi"
SWINGS = "volume, perubahan"
LACKING = "tanpa"
ALMOST = "hampir, nyaris"
EVERY = "semua, semuanya, seluruh, seluruhnya"
SHARES = {25: "seperempat", 33: "sepertiga"}
SIGHTS = "support, resistance, resisten, tren, trend, divergence, likuiditas, struktur, volume, candle, rsi"
NEEDED = "perlu, butuh, dulu, harus, sampai, konfirmasi, hanya"
DOES = "berada, menembus, menguji, memantul, bisa, bertahan, tertahan, bergerak"
CAVEATS = "penafian"
SCENARIOS = "skenario"
PERSONS = "saya, kami, kita, aku, gue"
EARLIER = "entry sebelumnya, sinyal sebelumnya, posisi sebelumnya"
TODAY = "hari ini, minggu ini, bulan ini"
GREEN = "profit, cuan, untung, hijau"
WEEKDAYS = "senin, selasa, rabu, kamis, jumat, sabtu, minggu"
MONTHS = "januari, februari, maret, mei, agustus, desember"
EXPECTED = "semoga"

BY = "oleh"
EACH = "setiap, tiap, masing"
RISK = "risiko, resiko"
LOTS = "lot, lotnya"
PER = "setiap, untuk setiap, tiap"
CLOSES = "penutupan, ditutup, tutup"
CHANNELS = "channel, sumber, grup"
LIQUIDATIONS = "likuidasi"
FORMS = "komisi, konfirmasi, probabilitas, durasi, akurasi, tingkat kemenangan"
CANDLES = "candle, harian, mingguan"
ZEROS = "nolnya"
EXITING = "keluar"
OUT = "keluar"
FOR = "untuk"
PROFIT = "keuntungan"
LOSS = "rugi"
GUARDS = "proteksi, invalid, cl"
COUNTED = "layer, posisi"
AVERAGE = "rata"
SIGNALS = "sinyal"
COMMENTS = "catatan, alasan, analisis"
DENIALS = "tidak, belum"
PRICE = "harga"
PRICE_NOW = """
    harga saat ini, harga sekarang, harga running, harga market, running price, diperdagangkan di, diperdagangkan pada,
    sedang di harga
"""
TAKEN = "ambil, amankan"
TOOK = "diambil, diamankan, dikunci"
RENEWED = "diperbarui, diubah, direvisi, revisi"
AGO = "lalu"
LEST = "supaya, agar, biar"
DELETED = "hapus"
OUT_OF = "dari"
FORMERLY = "sebelumnya, tadinya"
ADVICE = """
    saran, sarankan, menyarankan, disarankan, rekomendasi, direkomendasikan, sebaiknya, mending, mendingan, baiknya,
    usul
"""
WEIGHTY = "penting"
SAME = "sama"
HABITS = "selalu, biasanya"
HERE = "langsung, hr, skrg, instan"

OR = "atau"
REENTERING = "re entry, masuk lagi, entry lagi"
MARKETS = "pasar, market"
I_CLOSED = "sudah close, sudah tutup"
REMEMBER = "ingat"
AT = "di, pas"
ABOUT = "di, untuk"
CROWDS = "investor, spekulan, bank, whale, paus"
DISCLAIMS = "belajar"
CHOSEN = "atas, bawah, pertama, terburuk"
KEEPING = "sisakan, sisain, biarkan, tinggalkan, tahan"
KEPT = "satu, terbaik, runner, sebagian, bawah, atas"
LAYERS = "layer, posisi, order, entri"
SEVERAL = "satu, dua, tiga, empat, beberapa"
SIZES = "lot, volume"
STAYING = "tahan, lanjut"
UNTOUCHED = "lanjut, tetap"
FROM = "dari"
CHANGES = "perubahan, revisi, koreksi"
SUCCEEDED = "sukses, berhasil, lunas"
VIEWS = "dilihat"
ALREADY = "sudah, udah"
ACCOUNTS = "akun saya, akunku"
THANKS = "terima kasih, makasih, thankyou"

WITHIN = "dalam, dalam waktu"
SO_FAR = "sudah, saat ini"
VOIDS = """
    dekat sl, mendekati sl, sl dekat, mendekati stop,
    gue skip, aku skip, yang ini skip, ini saya skip,
    kadaluarsa, kedaluwarsa, sudah profit, salah pair, salah koin, salah kirim, salah grup, ditunda, dipending dulu,
    setup gagal, gagal, trade murid, murid saya, terlambat masuk, sudah terlambat, telat, skip dulu, di skip dulu,
    level akan diupdate, sl akan diubah, akan diubah, akan diupdate, dibuka hari senin, dibuka kemarin, tidak berlaku,
    tidak berlaku lagi, hangus, tugas,
    trade selesai, selesai, ketinggalan, pantau saja,
    cuma dipantau, hanya pantau, lihat aja, liat aja, liat dulu, lihat dulu, masih dipantau, belum kena, abaikan
    pesan, abaikan ini, abaikan sinyal, sl salah, stop salah, tp salah, entry salah, salah sl, salah tp, nanti
    direvisi, revisi menyusul, lagi diedit, sedang diedit, sinyal lama, udah close, sudah selesai, sudah terbang,
    udah terbang, sudah jalan, udah jalan, sudah lari, udah lari, udah ijo, sudah hijau, udah profit, seperti ini
    sinyal kami, hipotetis, secara teori, cari kesalahannya, masih valid ga, trade teman, teman kirim, punya teman,
    copas dari, lihat di twitter, sinyal kompetitor, ini penipuan, penipu, cuma simulasi, simulasi, di kertas, cuma
    alert, hanya alert, info saja, sekedar info, sekadar info, sekedar informasi, cuma ide, hanya ide, sekedar ide,
    hanya analisa, cuma analisa, analisa saja, analisa doang, analisa aja, trade pribadi, ga rekomen, gak rekomen,
    tidak rekomen, saya ga ambil, saya gak ambil, saya skip, sudah keluar, udah keluar, sudah out, udah out, berubah
    pikiran, ganti rencana, saya salah, ide buruk, sinyal jelek, koreksi di bawah, lihat update, update di bawah,
    diganti yang, diganti dengan, lihat sinyal baru, lihat post berikutnya, level baru di bawah, level menyusul,
    level nyusul, cuma bercanda, april mop, ketuker pair, ketukar pair, salah ketik, masih ragu, saya ragu, ga
    yakin, gak yakin, kurang yakin, sabar dulu, tahan dulu, tunggu aba-aba
"""
VOIDS_ALONE = """
    calon setup, calon entry, konsep, abaikan, mohon abaikan, tolong abaikan, dihapus, hapus, selesai, berakhir,
    ketinggalan, terlambat, habis news, teori, teorinya, copas, penipuan, opini saya, opini pribadi, pendapat pribadi,
    pendapat saya, skip, skip aja, balik arah, diganti, gosip, wkwk, wkwkwk, wkwk ga, bercanda, canda, bohong, maaf,
    maaf salah, sori, salah, ragu, ga tau, gak tau, kita lihat, lihat nanti, entahlah, sebentar, bentar, setelah nfp,
    nanti saya kabari, nanti saya info, pantau, dipantau, watchlist, satu jam lagi, tengah malam, alternatif, skenario
    alternatif, latihan
"""
AND_THEN = "lalu, kemudian, terus"
STATES = "itu, adalah"
SPEAKERS = "saya, istri, gue"
UNDOING = """
    salah grup, salah kirim, pertanyaan, aturan, aturan kita, tips, tips hari ini, biasanya, kadang, ada yang tanya,
    dia bilang, teman saya bilang, besok, nanti malam, nanti, segera, mungkin, kayaknya, rencana, opsi, voting, yang
    sudah profit, untuk pemula, setelah news, minggu lalu, jangan dilakukan, contoh, misalnya, bercanda
"""
LIKE_THIS = "seperti inilah sinyal kami, beginilah sinyal kami, seperti ini sinyal kami"
ENDED = "rugi, untung, gagal, selesai"
ASKING_ADVICE = """
    menurut kalian, gimana menurut, pendapat kalian, bagaimana menurut, gimana, bener ga, benar tidak, masih valid,
    masih bisa masuk, telat ga, boleh masuk, setuju,
    benar ga, masih aktif, valid ga, masuk ga, entry ga, pendapat, kalian ambil ga
"""
INVITING = "siapa ikut, siapa yang ikut, siap, sudah siap, yang ikut"

WORDS = {
    Role.RUNNER: "terbuka, open aja",
    Role.BELOW: "di bawah, dibawah",
    Role.ABOVE: "di atas, diatas",
    Role.BUY: """
        beli, beli di, buy di, entry buy, posisi buy, ambil buy, gas buy, long di, coba buy, hajar buy, antri buy,
        antri beli, longkan, gas long, hajar long, coba long, antri long
    """,
    Role.SELL: """
        jual, jual di, sell di, entry sell, posisi sell, ambil sell, gas sell, short di, coba sell, hajar sell,
        antri sell, antri jual, shortkan, gas short, hajar short, coba short, antri short
    """,
    Role.ENTRY: """
        masuk, harga masuk, area masuk, entri, entry di, area entry, harga entry, area buy, area sell, titik masuk,
        masuk di, area beli, area jual, harga beli, harga jual, zona entry, zona masuk, zona jual, zona beli
    """,
    Role.STOP: """
        batas rugi, cutloss, cut loss di, batas kerugian, invalidasi, invalid di bawah, invalid di atas, stop loss
        pasang di, sl pasang di, stoploss pasang di, sl dipasang di
    """,
    Role.TARGET: """
        sasaran, ambil untung, target di, tp di, target profit, target harga, ambil profit, take profit di,
        target akhir,
        target potensial, kemungkinan target, potensi target,
        target di chart, tp di chart
    """,
    Role.LEVERAGE: "daya ungkit, leverage maksimal, levarage, leveragenya",
    Role.MARKET: """
        diperdagangkan di, diperdagangkan pada, sedang di harga,
        sekarang, harga sekarang, harga market, di harga sekarang, running price, harga saat ini, saat ini,
        market sekarang, instan, sekarang juga, harga running, harga pasar, harga skrg, skrg, skrng
    """,
    Role.LIMIT: "pending, order pending, pending order, limit order, antrian, limitnya, pendingnya",
    Role.SYMBOL: "koin, pasangan, pair, aset, mata uang",
    Role.HEADING: "posisi, order, sinyal, diteruskan dari, re entry, masuk lagi, entry lagi",
    Role.SIZE: "risiko, modal, dari modal, manajemen risiko, resiko",
    Role.CLOCK: "jam, menit, hari, tgl, tanggal",
    Role.HUNDREDTH: "persen",
    Role.TO: "sampai, hingga, atau",
    Role.AND: "dan, lalu, kemudian",
    Role.FILLER: """
        jangan langsung all in, jangan langsung full,
        ada news, ada berita, ada rilis, ada data, ada nfp, ada cpi, ada fomc, ada info, ada pengumuman,
        sebelum news, sebelum berita, sebelum nfp, sebelum data, sebelum weekend,
        untuk hasil terbaik, untuk hasil maksimal, untuk hasil yang maksimal, untuk hasil yang terbaik,
        tekanan jual, tekanan beli, kalau masih hold, jika masih hold, yang masih hold, bagi yang masih hold, ya,
        kalian, teman, di, ke, yg, yang, guys, gaes, gan, dong, aja, saja, dulu, ini, itu, untuk, dari, dengan, juga,
        min, kita, posisinya, kami, saya, pada, baru, kecil, cepat, kuat, bagus, hati hati, buka, ambil, rekomendasi,
        ide, hari ini, harga, sekitar, kisaran, setiap, masing masing, pakai, jangan lupa, jangan lupa mm, area, yuk,
        ayo, lot kecil, jangan serakah, jangan buru buru, jangan terburu buru, jangan panik, jangan overlot,
        jangan over lot, jangan fomo, jangan all in, tidak lebih dari, tidak perlu buru buru, sesuai plan,
        sesuai rencana, semoga profit, semoga cuan, semoga beruntung, semoga berhasil, semoga sukses, semoga lancar,
        semoga untung, semoga kena tp, semoga tp, bukan saran keuangan, bukan nasihat keuangan, bukan saran investasi,
        bukan ajakan jual beli, bukan ajakan, bukan rekomendasi, hanya untuk edukasi, untuk tujuan edukasi, mau nfp,
        hanya untuk tujuan edukasi, sekedar edukasi, hanya edukasi, sebagai edukasi, untuk pembelajaran,
        mau news, mau ada news, mau rilis news, mau cpi, mau fomc, jelang nfp, jelang news, jelang fomc,
        jangan masuk lagi, tidak usah masuk lagi, gak usah masuk lagi, ga usah masuk lagi, tanpa re-entry,
        jangan re-entry, jangan entry lagi, yang sudah masuk, yang udah masuk, yang sudah entry, yang udah entry,
        bagi yang sudah masuk, yang masih floating, dibuat oleh, dikirim oleh, dibagikan oleh, plan hari ini,
        tutup mata, untuk amankan profit, buat amankan profit, untuk mengamankan profit, sayangnya,
        ada peluang, ada setup, ada sinyal, ada kesempatan, ada potensi, ada divergence, ada konfirmasi, ada koin,
        masih ada, di chart, lihat chart, cek chart
    """,
    Role.MOVE: """
        pindahkan, geser, naikkan, pindah, pindahin, geserin, naikin, turunkan, ubah, ganti, pasang, taruh, dinaikkan,
        digeser, dipindah, geserkan, geser ke, pindahkan ke, dipindahkan, diturunkan, diubah
    """,
    Role.CLOSE: """
        tutup, tutup semua, keluar, tutup posisi, tutup sekarang, close semua, close dulu, close sekarang,
        close posisi, keluar dulu, keluar semua, keluar sekarang, close aja, tutup dulu, tutup semua posisi, cl semua,
        cut semua, cut dulu, tutup manual, close manual, out dulu, out semua, cut loss sekarang, cl sekarang,
        saya tutup, kita tutup, silakan close, close sisanya, tutup sisanya, sisanya close, sisanya tutup,
        ambil sisanya, sisanya ambil, close sisa, tutup sisa, kita sudah tidak di posisi ini,
        sudah tidak di posisi ini, sudah tidak hold lagi, cut loss aja, cut loss dulu, cut loss saja, cl aja, cl dulu,
        cl manual, cutloss aja, cutloss dulu
    """,
    Role.CLOSED: """
        ditutup, sudah tutup, telah ditutup, sudah di close, sudah close, di close, posisi ditutup,
        sisanya sudah close, sisanya sudah ditutup, sisa sudah close, sisanya ditutup, closing profit,
        ke close, ketutup, ke tutup, kena close
    """,
    Role.CANCEL: """
        pending order dihapus, order telah dihapus,
        batal, batalkan, hapus order, dibatalkan, cancel order, cancel dulu, hapus pending, hapus limit,
        hapus orderan, hapus pending order, batalkan order, batalkan pending, sinyal batal, sinyal dibatalkan,
        tidak valid, gak valid, cancel semua, delete pending, cabut order, cabut pending, batalin, tidak jadi,
        gak jadi, nggak jadi, tidak jadi masuk, gak jadi masuk, ga jadi masuk, tidak jadi entry, gak jadi entry,
        ga jadi, tidak masuk lagi, sudah tidak valid, udah ga valid, udah gak valid, tidak valid lagi, lewatkan saja,
        skip aja, skip saja, order dihapus, limit dihapus, pending dihapus, pendingan dihapus, hapus pendingan
    """,
    Role.REMOVE: "hapus, tanpa",
    Role.PART: """
        sebagian, amankan, partial close, close sebagian, tutup sebagian, ambil sebagian, amankan profit,
        amankan sebagian, ambil profit sebagian, amankan profit dulu, tp sebagian, kurangi, kurangi posisi,
        partial dulu, profit diamankan, cicil profit, seperempat, sepertiga
    """,
    Role.HALF: "setengah, separuh, setengah posisi, separuh posisi, setengahnya, separo",
    Role.ALL: "semua, sisanya, sisa, sisa posisi, seluruh, semuanya, seluruhnya",
    Role.EVEN: """
        titik impas, ke entry, harga masuk sl, ke be, ke breakeven, ke harga entry, bep, ke bep, break even,
        ke titik entry, ke harga masuk, ke area entry, ke open, di be, di harga entry, ke harga open, amankan di be,
        amankan ke be, amankan be, kunci di be, amankan sl di entry, amankan di entry, sl di entry, sl di harga entry,
        amankan entry
    """,
    Role.HIT: """
        tercapai, kena, tersentuh, tembus, sudah kena, sudah tercapai, sampai target, kesentuh, cair, terkena, tuntas,
        sukses, udah kena, nyentuh
    """,
    Role.STOPPED: """
        kena sl, kena stop, kena stop loss, kena stoploss, kena cl, kena cut loss, tersapu, sl kena, sl tersentuh,
        stop loss kena, stop loss tersentuh, terkena sl, terkena stop loss, kesapu, sl dulu, sl hit
    """,
    Role.FILLED: """
        aktif, pending kena, pending aktif, order aktif, order terisi, order kena, limit kena, limit terisi,
        sudah aktif, terisi, kejemput, pending kejemput, limit kejemput, order kejemput, pending tersentuh,
        limit tersentuh, sudah masuk posisi, sudah masuk, entry tersentuh, order tersentuh
    """,
    Role.HOLD: """
        tahan, tetap hold, biarkan, biarkan running, hold dulu, biarin, tahan dulu, biarin lari, biarkan lari,
        biarkan jalan, biarin jalan
    """,
    Role.NOT: """
        jangan, tidak, bukan, belum, gak, nggak, ngga, tanpa konfirmasi, jangan dulu, jgn, enggak, saya lupa,
        aku lupa, gue lupa, lupa, yang lupa, pada lupa,
        skip dulu, kita skip
    """,
    Role.IF: """
        jika, kalau, bila, setelah, apabila, ketika, sebelum, begitu, asal, selama, dengan syarat, asalkan,
        tergantung, hanya jika, hanya kalau, dengan konfirmasi, setelah konfirmasi, saat retest, andai, andaikan,
        seandainya,
        kalau tembus, jika tembus, bila tembus, kalo tembus
    """,
    Role.WILL: """
        sebentar lagi, akan, besok, nanti, rencana, segera, bakal, kita akan, berencana, rencananya, senin,
        minggu depan, niat
    """,
    Role.MAY: """
        mungkin, kemungkinan, bisa jadi, sepertinya, kayaknya, potensi, berpotensi, diperkirakan, mungkin akan, ingin,
        pengen, semoga, idealnya, lebih suka, berharap, kepikiran, mau, harusnya, seharusnya, pertimbangkan
    """,
    Role.YOU_CAN: """
        boleh, silakan, silahkan, boleh close, terserah, opsional, yang mau, bagi yang mau, bebas, selalu, setiap kali,
        keputusan sendiri, keputusan masing-masing, kebijakan masing-masing, pertimbangan sendiri
    """,
    Role.QUESTION: "siapa, kenapa, bagaimana, gimana, apakah, apa, berapa, kapan",
    Role.RECAP: """
        posisi terbuka, posisi berjalan,
        saya sudah di, saya masih di, hasil, rekap, hari ini profit, total profit, minggu ini, alhamdulillah, laporan,
        rekapan, rekap mingguan, total pips, profit minggu, hasil hari ini, history, riwayat, posisi saya, trade saya,
        mengingatkan, reminder, tutup minggu ini, menutup minggu, tutup buku, tutup bulan ini, menutup minggu ini,
        tutup minggu, tutup bulan,
        sudah kami tutup, sudah kita tutup, kita ketinggalan, kami ketinggalan, ketinggalan entry, selamat ya, selamat
        buat, selamat untuk, selamat kepada, selamat semua, selamat semuanya, selamat buy, selamat sell,
        posisi masih jalan, posisi kita masih, hampir kena target, salah kirim, salah channel
    """,
    Role.MEMORY: """
        tadi, tadi pagi, kemaren, waktu itu, dulu kita, terakhir, sebelumnya, ingat, sinyal terakhir,
        sinyal sebelumnya, arsip, sudah kita ambil
    """,
    Role.OTHERS: """
        dia, mereka, teman saya, temen, seseorang, ada yang, member, anggota, analis, paus, bank, channel lain,
        grup lain, menurut, katanya, kata, trader lain, orang, akun demo,
        member vip dapat, member vip sudah, vip dapat, vip sudah, robot open, robot buka, robot kami, bot buka,
        dari teman,
        ada yang close, ada yang tutup, ada yang sudah close, selamat buat yang, selamat untuk yang, selamat
        bagi yang
    """,
    Role.ANALYSIS: """
        analisa, analisis, resisten, tren, outlook, koreksi, berita, pantulan, skenario, volatilitas, teknikal,
        sentimen, volatil, fluktuasi,
        jenuh jual, jenuh beli
    """,
    Role.LESSON: """
        contoh, misalnya, misal, belajar, pelajaran, pemula, contohnya, tes, test sinyal, sinyal percobaan, percobaan,
        format, template, palsu, uji coba, misalkan, anggap saja
    """,
    Role.AD: """
        gabung, diskon, gratis, daftar, chat admin, hubungi, vip, join vip, kelas, berlangganan, langganan,
        gabung vip, japri, dm admin, komunitas,
        seperti inilah sinyal kami, beginilah sinyal kami, seperti ini sinyal kami
    """,
    Role.WAIT: """
        tunggu, bersiap, siap siap, standby, stand by, bersiap siap, tunggu konfirmasi, tunggu aba aba, pantau,
        kita pantau, menunggu, nunggu, tunggu dulu, perhatikan
    """,
    Role.EXCEPT: "kecuali, selain, terkecuali",
    Role.BUT: "tapi, hanya, cuma, cukup, melainkan",
    Role.EDIT: "sl baru, tp baru, stop baru, target baru",
    Role.PAST: "kemarin, minggu lalu, bulan lalu, tadi malam, berhasil, kami berhasil, sempat, berhasil di",
}

EVERYDAY = """
    halo hai selamat pagi siang sore malam datang terima kasih teman kawan sahabat semua semuanya keluarga tim trader
    investor bapak ibu bro sis gan sob guys mas mbak perhatian penting segera buruan cepat cepetan mendesak kilat
    bagus baik mantap keren hebat sempurna cantik indah bersih jelas kuat solid sederhana mudah menarik terbaik besar
    favorit joss gaspol gas api roket top luar biasa semoga beruntung sukses berkah cuan untung rejeki rezeki lancar
    manajemen manage kelola atur uang modal dana saldo akun lot lotnya persen hati hatihati bijak bijaksana sabar
    kesabaran tenang disiplin ikuti ikutin gunakan pakai pake pakailah jaga jagalah sesuaikan sesuai patuhi
    bertanggung jawab konservatif agresif moderat normal standar minimal maksimal rendah tinggi sedang kecil ringan
    tipis sinyal signal posisi transaksi setup entri masuk masuklah ambil ambillah pasang pasanglah buka eksekusi
    scalping scalp swing harian intraday jangka pendek panjang menengah sesi asia eropa amerika london york hari ini
    mingguan minggu bulanan bulan jam menit kita kami kamu anda kalian nya itu setiap tiap sama lain lainnya lebih
    kurang sangat banget sekali cukup banyak sedikit beberapa kedua dua tiga empat lima enam sepuluh ketiga disini
    sini situ sana dimana seperti untuk terhadap selama bersama juga sekitar kira tepat hampir begitu masih yang dan
    atau dengan pada dari ke di dalam koin kripto altcoin altcoins logam emas komoditas indeks mata valas futures
    saham token kanal channel grup kelas klub akademi vip premium publik privat resmi detail info informasi nomor
    titik level levelnya harga volume broker spread komisi siap siapkan ayo yuk gaskeun mari bareng indikator
    algoritma terdeteksi mendeteksi bismillah ide gaess teman2 sobat singkat pertama aku gue pasangin dekat langsung
    lagi nih dlu biar
"""

SALES = "jual, jual dulu"
ORDINALS = ("pertama, kedua, ketiga, keempat, kelima",)

ALIASES = {
    "XAUUSD": "emas",
    "XAGUSD": "perak",
    "USOIL": "minyak, oil",
}
OCCASIONS = "di, pada, dalam, sampai, dekat, sekitar, saat, ketika"
ANY = "setiap, tiap"
AROUND = "sekitar, dekat, di sekitar"
MOMENTS = "malam, pagi, siang, satu, lagi, hari, tengah"
MOVES = "pantulan, kenaikan, penurunan, jam, menit, pekan"
GROUPS = "akun, scalper, pemula"
CASES = "kasus, opsi"
THIS = "ini, sekarang"
EXPLAINS = "penjelasan"
