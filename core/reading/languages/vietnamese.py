"""Vietnamese. Accents are folded away, so a word of one syllable stands here only where no other language has it."""

from __future__ import annotations

from core.reading.roles import Role

REMAINING = "còn lại"
HALVES = "nửa lệnh, nửa vị thế"
FIRST_OF_ALL = "trước"
IN_ORDER_TO = "để"
BY_ITSELF = "tự động"
UNHURRIED = "không vội, đừng vội, không cần vội, còn sớm, chưa vội"
TONIGHT = "tối nay, đêm nay, chiều nay"
RULES = "quy tắc, nguyên tắc, luật, cài đặt, mẹo"
EVERY = "tất cả, toàn bộ, cả hai"
SHARES = {33: "một phần ba", 25: "một phần tư"}
TAKEN = "chốt, đóng"
TOOK = "đã chốt"

OR = "hoặc"
THEN = "thì"
AT = "lúc, tại, khi"
HABITS = "luôn, luôn luôn, thường, thông thường"
MARKETS = "thị trường"

I_CLOSED = "đã đóng"
DENIALS = "không, chưa"
PRICE_NOW = "giá hiện tại, hiện tại, giá thị trường"

ADVICE = "nên, khuyến nghị, khuyên, khuyến khích, đề xuất, gợi ý"
CHOSEN = "đầu"
KEEPING = "giữ, giữ lại, để lại"
KEPT = "một, lệnh"
LAYERS = "lệnh, vị thế"
SEVERAL = "một, hai, ba, bốn, vài, mấy"
SIZES = "khối lượng"
CHANGES = "thay đổi, đổi"
SUCCEEDED = "thành công"
ACCOUNTS = "tài khoản tôi, tài khoản của tôi, tài khoản mình"
THANKS = "cảm ơn, cám ơn"
ENDED = "lỗ, lãi, thua, thắng"
STOPLESS = "không sl, không có sl, không stoploss, không có stoploss"
EXPECTED = "khả năng"
REWARDS = "lợi nhuận kỳ vọng, lợi nhuận dự kiến"
ASKING_ADVICE = """
    mọi người nghĩ sao, anh em nghĩ sao, các bạn nghĩ sao, nghĩ sao, nghĩ thế nào, ý kiến, có nên, nên vào, đúng
    không, có đúng không, được không, ổn không, còn hiệu lực không, muộn chưa, trễ chưa, còn vào được không
"""
INVITING = "ai theo, ai vào, ai đi cùng, sẵn sàng, sẵn sàng chưa, anh em sẵn sàng"
VOIDS = """
    hủy, hết hạn, quá hạn, nhầm cặp, sai cặp, nhầm kênh, gửi nhầm, nhầm nhóm, tạm dừng, setup hỏng, setup fail, setup
    thất bại, lệnh của học viên, lệnh học viên, lệnh của thành viên, quá muộn, đã muộn, muộn rồi, trễ rồi, sẽ cập nhật
    lại, không còn giá trị, bài tập,
    đã chốt lời hết, chốt lời hết, đạt mục tiêu rồi, full tp, lệnh đã kết thúc, kết thúc, đã lãi, đang lãi, chờ hồi,
    lỡ kèo, chỉ quan sát
"""

WORDS = {
    Role.BUY: """
        mua, mua vào, lệnh mua, canh mua, vào lệnh mua, mua ngay, lệnh buy, canh buy, canh long, mua lên,
        vào mua, vào buy, vào long, vào lệnh buy, vào lệnh long
    """,
    Role.SELL: """
        lệnh bán, canh bán, vào lệnh bán, bán ngay, bán ra, bán khống, bán vàng, bán limit, lệnh sell, canh sell,
        canh short, bán xuống, vào bán, vào sell, vào short, vào lệnh sell, vào lệnh short
    """,
    Role.ENTRY: """
        điểm vào, điểm vào lệnh, giá vào, giá vào lệnh, vùng vào, vùng vào lệnh, vào lệnh, vùng mua, vùng bán,
        giá mua, giá bán
    """,
    Role.STOP: """
        sll, slll, cắt lỗ, dừng lỗ, chặn lỗ, điểm cắt lỗ, mức cắt lỗ, sl về, stop về, stoploss về, sl lên, sl xuống
    """,
    Role.TARGET: "chốt lời, mục tiêu, điểm chốt lời, mức chốt lời",
    Role.LEVERAGE: "đòn bẩy",
    Role.MARKET: """
        giá thị trường, giá hiện tại, hiện tại, ngay bây giờ, bây giờ, theo thị trường, tại đây
    """,
    Role.LIMIT: """
        lệnh chờ, lệnh limit, chờ khớp, lệnh giới hạn
    """,
    Role.ZONE: "vùng, quanh, quanh vùng, khu vực",
    Role.SYMBOL: """
        cặp tiền, cặp tiền tệ, đồng coin, tên coin
    """,
    Role.HEADING: """
        lệnh, tín hiệu, lệnh mới, vị thế, kèo này, kèo mới, kèo hôm nay, vào kèo, lên kèo, ra kèo, bắt kèo, kèo ngắn,
        kèo dài, kèo scalp, kèo trên
    """,
    Role.SIZE: """
        rủi ro, khối lượng, đi vốn,
        tài khoản
    """,
    Role.CLOCK: "giờ, phút",
    Role.TO: "đến, hoặc, thành",
    Role.ABOVE: "phía trên",
    Role.BELOW: "phía dưới",
    Role.RUNNER: "mở, thả trôi, để chạy",
    Role.MOVE: """
        di chuyển, dời về, kéo về, dời, kéo, đưa, đặt, nâng
    """,
    Role.CLOSE: """
        đóng lệnh, thoát lệnh, đóng hết, đóng tất cả, đóng toàn bộ, đóng ngay, thoát hết, đóng hết lệnh, cắt lệnh,
        chốt hết, chốt hết lệnh, chốt toàn bộ, đóng phần còn lại, chốt phần còn lại, đóng tay, thoát hàng, đóng vị thế,
        chốt lời toàn bộ, chốt sạch, đóng sạch, cắt hết, đóng, đóng lệnh ngay, đóng tất cả lệnh, đóng lệnh hết,
        đóng lệnh này, đóng lệnh tay, thoát lệnh ngay, thoát hết lệnh, cắt lệnh này, cắt luôn, cắt ngay, cắt tay,
        chốt luôn, chốt hết luôn, chốt sạch lệnh, chốt toàn bộ lệnh, đóng phần còn lại luôn, chốt nốt, đóng nốt,
        thoát vị thế, đóng market, đóng theo market, cắt lỗ lệnh, đóng hòa, đóng hòa lệnh, đóng hòa lệnh này,
        đóng lệnh hòa, đóng hòa vốn, đóng kèo, đóng kèo này, đóng lệnh trên, đóng sớm, cắt sớm, cắt lệnh sớm, cắt hòa,
        chốt hòa, thoát hòa, thoát lệnh hòa, thoát toàn bộ, thoát toàn bộ lệnh, đóng và thoát, đóng và thoát hết,
        đóng và thoát toàn bộ, đóng và thoát toàn bộ lệnh, đóng toàn bộ lệnh, thoát lệnh này, thoát kèo, thoát kèo này,
        đóng luôn, thoát luôn, cắt lỗ ngay, cắt lỗ luôn,
        tạm đóng
    """,
    Role.CLOSED: """
        đã đóng, đã đóng lệnh, đã thoát, lệnh đã đóng, đã thoát lệnh, đã chốt hết,
        đóng rồi, đóng hòa rồi, đóng lệnh rồi, đóng hết rồi, thoát rồi, thoát hết rồi, chốt hết rồi, cắt rồi,
        thoát hòa rồi, lệnh này đóng hòa
    """,
    Role.CANCEL: """
        lệnh chờ đã hủy, đã hủy lệnh chờ, lệnh chờ đã xóa, lệnh đã xóa, đã xóa lệnh chờ,
        hủy lệnh, hủy kèo, hủy lệnh chờ, xóa lệnh, xóa lệnh chờ, bỏ lệnh, bỏ kèo, lệnh đã hủy, hủy limit,
        không còn hiệu lực, không vào nữa, bỏ qua lệnh này, hủy lệnh limit, hủy chờ, hủy lệnh đặt, hủy setup,
        hủy tín hiệu, xóa limit, xóa chờ, gỡ lệnh chờ, gỡ lệnh, lệnh hủy, kèo hủy, kèo này hủy, lệnh này hủy, hủy nhé,
        không khớp hủy, bỏ kèo này, bỏ lệnh này, hủy các lệnh chờ, hủy tất cả lệnh chờ, hủy hết lệnh chờ, hủy luôn,
        hủy luôn nhé, hủy đi, hủy ngay, hủy hết, hủy các lệnh chưa khớp, hủy lệnh chưa khớp, hủy lệnh chưa đón,
        k đón hủy, k đón hủy luôn, ko đón hủy, ko đón hủy luôn, không đón hủy, không đón hủy luôn, chưa đón hủy,
        chưa đón hủy luôn, chưa khớp hủy, chưa khớp hủy luôn, k khớp hủy, k khớp hủy luôn, không khớp hủy luôn,
        ko khớp hủy, ko khớp hủy luôn, hủy kèo này nhé, hủy lệnh này nhé, huỷ giúp
    """,
    Role.REMOVE: """
        gỡ bỏ, xóa
    """,
    Role.PART: """
        chốt một phần, chốt bớt, chốt lời bớt, chốt lời bớt về túi, chốt bớt về túi,
        đóng một phần, đóng bớt, chốt 1 phần, một phần, chốt lời một phần, chốt non,
        chốt dần, chốt, giảm vị thế, chốt phần lớn, chốt phần lớn lợi nhuận, đóng phần lớn
    """,
    Role.HALF: """
        một nửa, đóng một nửa, chốt một nửa, nửa lệnh, chốt nửa, đóng nửa, chốt 1/2, chốt nửa lệnh, chốt nửa vị thế,
        chốt nửa vol, đóng nửa lệnh, đóng nửa vị thế, chốt một nửa vị thế, đóng một nửa vị thế, chốt phân nửa, phân
        nửa, nửa vị thế, đóng 1 nửa, chốt 1 nửa, 1 nửa, đóng 1 nửa lệnh, chốt 1 nửa lệnh, chốt bớt 1 nửa, chốt bớt
        một nửa, chốt bớt nửa
    """,
    Role.ALL: """
        tất cả, toàn bộ, phần còn lại, còn lại
    """,
    Role.EVEN: """
        hòa vốn, về hòa vốn, điểm hòa vốn, về entry, về điểm vào, về giá vào, về be, lên entry, xuống entry,
        về điểm vào lệnh, về giá entry, an toàn, về an toàn, dời về entry, kéo về entry, về giá mở, về điểm mở, về hòa,
        về giá hòa vốn, về mức hòa vốn, về giá mở lệnh, về entry an toàn, sl hòa vốn, sl về entry, sl về hòa vốn,
        sl về hòa, sl hòa
    """,
    Role.HIT: """
        đã chạm, đã đạt, đã khớp tp, chạm mục tiêu, đạt mục tiêu, đã khớp, chạm tp, đã hit, hoàn thành, đã cán,
        full tp, chạm rồi, ăn tp
    """,
    Role.STOPPED: """
        dính sl, dính cắt lỗ, đã cắt lỗ, chạm sl, quét sl, dính stop, dính stoploss, đã dính sl, bị quét, sl rồi,
        cắt lỗ rồi, dính sl rồi, bị quét sl, bị sl, dính stop loss, đã chạm sl, đã quét sl, quét stop, chạm stop,
        chạm stoploss, cháy sl, dính sl nhé
    """,
    Role.FILLED: """
        đã khớp lệnh, khớp lệnh, lệnh đã khớp, đã kích hoạt, đã vào lệnh, khớp, khớp rồi, đã khớp entry, khớp entry,
        đã khớp limit, khớp limit, lệnh khớp, lệnh đã vào, đón rồi, đã đón, đón được rồi, khớp entry rồi, dính entry,
        dính entry rồi, vào entry rồi
    """,
    Role.HOLD: """
        giữ lệnh, tiếp tục giữ, gồng, gồng lời, giữ tiếp, gồng tiếp, giữ nguyên, gồng lãi, ôm thôi, ôm tiếp, ôm lệnh
    """,
    Role.NOT: """
        không, đừng, chưa, khoan, không nên, chưa đóng, không đóng, đừng đóng, chưa vào, đừng vào, không vào,
        chưa chốt, quên, hay quên, bạn quên,
        còn sớm để, còn quá sớm,
        không sl, không có sl, không stoploss, không có stoploss
    """,
    Role.IF: """
        nếu giá, nếu như, nếu phá, nếu thủng, nếu vượt, khi giá, sau khi, miễn là, trong trường hợp, chỉ khi,
        khi nào, trước khi, chờ giá, nếu chạm, nếu về, nếu không, nếu chưa, nếu ko, nếu lên, nếu xuống,
        nếu giảm, nếu tăng, nếu bạn, nếu ae, nếu anh em, nếu mn, nếu khớp, nếu đón, nếu lệnh,
        nếu tới, nếu đã, nếu có, nếu muốn, nếu thấy, nếu vàng, nếu đóng, nếu nến, nếu đạt, nếu tín hiệu, khi đạt,
        khi chạm, khi tới, khi có, khi khớp, khi nến, khi về, khi tp1, khi tp, khi vàng, khi lệnh, khi đã, k đón thì,
        ko đón thì, không đón thì, không khớp thì, k khớp thì, ko khớp thì, chưa khớp thì, chưa đón thì,
        nếu mua, nếu vào, nếu được, nếu nó, nếu ai, nếu h1, nếu h4, nếu giữ, nếu hồi, nếu quay, nếu mất, nếu break, nếu
        btc
    """,
    Role.WILL: """
        sẽ vào, sẽ mua, sẽ bán, sẽ đóng, ngày mai, chuẩn bị, sắp tới, tuần sau, sẽ chốt, dự định, lát nữa
    """,
    Role.MAY: """
        có thể, có lẽ, khả năng, theo mình, hy vọng, mình nghĩ, dự kiến, nghĩ rằng
    """,
    Role.YOU_CAN: """
        tùy bạn, tùy anh em, ai muốn, tùy ý, tự quyết định, tùy mỗi người, tùy ae, tùy quan điểm, tùy theo,
        tùy khẩu vị, tùy nhu cầu, cân nhắc, tùy mn, tùy các bạn, tự cân, khuyến nghị, khuyến cáo, ae nên, anh em nên,
        các bạn nên, mọi người nên, bạn nên, cả nhà nên, nên cân nhắc
    """,
    Role.QUESTION: """
        tại sao, thế nào, như thế nào, bao nhiêu, khi nào đóng
    """,
    Role.RECAP: """
        kết quả, tổng kết, thành quả, chúc mừng, tuần này, lợi nhuận hôm nay, lợi nhuận tuần, tháng này,
        lệnh của mình, tổng lợi nhuận, thống kê,
        bỏ lỡ lệnh, bỏ lỡ kèo, lỡ lệnh này, lỡ kèo này, mình đã vào, tôi đã vào, em đã vào,
        vẫn đang chạy, chúng ta đã vào, đăng nhầm, gửi nhầm
    """,
    Role.MEMORY: """
        nhầm sl, nhầm tp, ghi nhầm, gõ nhầm, nhầm giá,
        đã mua, đã bán, lúc nãy, trước đó, hồi nãy, sáng nay, hôm trước, lần trước, lệnh trước, trước đây
    """,
    Role.PAST: """
        hôm qua, tuần trước, tháng trước, tối qua, đã kịp, đã có thể, lệnh sáng nay, lệnh trưa nay, lệnh chiều nay,
        lệnh tối qua, kèo sáng nay, kèo trưa nay, kèo chiều nay, kèo tối qua, kèo hôm qua
    """,
    Role.OTHERS: """
        bạn tôi, người ta, anh ấy, thành viên, kênh khác, cá mập, bạn mình, chuyên gia, cá voi,
        vip đã có, vip đã nhận, vip đã vào
    """,
    Role.ANALYSIS: """
        phân tích, kháng cự, hỗ trợ, xu hướng, nhận định, tin tức, biến động, kịch bản,
        thanh khoản, quá bán, quá mua
    """,
    Role.LESSON: """
        ví dụ, bài học, hướng dẫn, giả sử, kiến thức, lệnh demo, khóa học, lệnh mẫu, tín hiệu thử
    """,
    Role.AD: "tham gia, đăng ký, miễn phí, nhóm vip, liên hệ, khuyến mãi, ưu đãi",
    Role.WAIT: """
        chờ xác nhận, chờ thêm, khoan vào, chờ đợi, quan sát, chờ tín hiệu, chuẩn bị lệnh, đợi tín hiệu, đợi xác nhận
    """,
    Role.EXCEPT: "ngoại trừ, trừ lệnh",
    Role.BUT: """
        nhưng, chỉ cần
    """,
    Role.FILLER: """
        trước tin, trước khi ra tin,
        vào lệnh đúng vùng, vào đúng vùng, đúng vùng,
        nhé, nha, ae, anh em, cả nhà, các bạn, mọi người, đi đều tay, đi lệnh đều tay, vào đều tay, đừng all in,
        không all in, đừng tham, không tham, đi vol nhỏ, vol nhỏ, quản lý vốn, quản lý rủi ro, đi vốn nhẹ,
        không phải lời khuyên đầu tư, không phải lời khuyên tài chính, không phải khuyến nghị đầu tư, đừng quên,
        chỉ mang tính chất học tập, mục đích học tập, mục đích giáo dục, chỉ mang tính giáo dục,
        chúc anh em, canh vào, các bác, lệnh này, giúp mình, vui lòng, luôn, trước, khoảng, ai có lệnh, ai còn lệnh,
        ai đã vào, ai đang có lệnh, ai giữ lệnh, không vào lại, không vào lại nữa, đừng vào lại, đi lệnh, tuân thủ,
        giá, tại, ae nào còn lệnh, ae nào còn lệnh thì, ae nào còn giữ lệnh, ae nào còn giữ lệnh thì,
        ae nào đang giữ lệnh, ae nào đang giữ lệnh thì, ae nào còn giữ, ae nào có lệnh, ae nào có lệnh thì,
        anh em nào còn lệnh, anh em nào còn lệnh thì, anh em nào còn giữ lệnh, anh em nào còn giữ lệnh thì,
        anh em nào đang giữ lệnh, anh em nào còn giữ, ai còn lệnh thì, ai có lệnh thì, ai còn giữ lệnh, mn, mọi ng,
        kỹ năng, tiềm năng, chức năng, năng lượng, ae nào còn, ae nào đang, anh em nào, bạn nào, bác nào, ai còn,
        ae còn, anh em còn, còn giữ lệnh, ai đang lời, ai đang lãi, ae đang lời, ae đang lãi, ai có lời, ai có lãi,
        không quá, không vào quá, không đi quá, không vượt quá, đừng vào quá, đừng đi quá, tự chịu trách nhiệm, tự
        chịu trách nhiệm với lệnh của mình, chịu trách nhiệm với lệnh của mình, ai vào lệnh thả, ai vào thả, thả tim,
        thả cảm xúc
    """,
    Role.HUNDREDTH: """
        phần trăm
    """,
    Role.ADD: """
        nhồi lệnh, nhồi thêm, vào thêm, dca thêm, thêm lệnh, thêm 1 lệnh, cài thêm, đặt thêm, bổ sung, thêm tp, buy
        thêm, sell thêm, mua thêm, bán thêm
    """,
    Role.EDIT: """
        sl mới, tp mới, cập nhật sl, cập nhật tp, sửa sl, sửa tp, sửa lại sl, sửa lại tp, sửa stl,
        chỉnh sl, chỉnh tp, chỉnh lại sl, chỉnh lại tp, cài lại sl, cài lại tp, đặt lại sl,
        đặt lại tp, set lại sl, set lại tp
    """,
}

EVERYDAY = """
    chào sáng tối trưa chiều mình hôm nay phiên mỹ chúc may mắn thắng lớn cảm ơn nhẹ nhàng cẩn thận kỷ luật kiên nhẫn
    vốn ngắn hạn dài nhanh đẹp mạnh nhỏ tí tẹo xíu nghỉ ngơi kèo mạo hiểm, ngay
"""

ALIASES = {
    "XAUUSD": "vàng",
    "USOIL": "dầu thô",
}
