"""Vietnamese, as its channels write it: English for the levels, their own words for what becomes of the trade.

Without its accents many a word of one syllable means something elsewhere, so most of these are phrases.
"""

from __future__ import annotations

from core.reading.roles import Role

EVERY = "tất cả, toàn bộ, cả hai"
SHARES = {33: "một phần ba", 25: "một phần tư"}
TAKEN = "chốt"
TOOK = "đã chốt"

WORDS = {
    Role.HUNDREDTH: "phần trăm",
    Role.BUY: "mua, lệnh mua, mua lên, vào mua, mua ngay, vào lệnh mua",
    Role.SELL: "lệnh bán, bán xuống, vào bán, bán ngay, vào lệnh bán, bán khống",
    Role.ENTRY: "điểm vào, vùng vào, giá vào, vào lệnh, điểm vào lệnh, vùng mua, vùng bán, giá mua, giá bán",
    Role.STOP: "cắt lỗ, dừng lỗ, điểm cắt lỗ, mức cắt lỗ, chặn lỗ, sl về, stop về, stoploss về, sl lên, sl xuống",
    Role.TARGET: "chốt lời, mục tiêu, điểm chốt lời, mức chốt lời",
    Role.ADD: "nhồi lệnh, nhồi thêm, vào thêm",
    Role.LEVERAGE: "đòn bẩy",
    Role.MARKET: "giá thị trường, ngay bây giờ, bây giờ, giá hiện tại, theo thị trường",
    Role.LIMIT: "lệnh chờ, lệnh limit, lệnh giới hạn",
    Role.SYMBOL: "cặp tiền, đồng coin, tên coin",
    Role.HEADING: "lệnh, tín hiệu, vị thế",
    Role.SIZE: "rủi ro, khối lượng, đi vốn",
    Role.FILLER: """
        nhé, nha, anh em, ae, các bác, cả nhà, mọi người, lệnh này, giúp mình, vui lòng, luôn, trước, quanh,
        khoảng, ai có lệnh, ai còn lệnh, ai đã vào, ai đang có lệnh, ai giữ lệnh, không vào lại, không vào lại nữa,
        đừng vào lại, quản lý vốn, đi lệnh, tuân thủ
    """,
    Role.MOVE: "dời, kéo, di chuyển, đưa, đặt, nâng",
    Role.EDIT: "sl mới, tp mới, cập nhật sl, cập nhật tp",
    Role.CLOSE: """
        đóng lệnh, đóng hết, đóng hết lệnh, đóng tất cả, thoát lệnh, thoát hết, đóng toàn bộ, cắt lệnh, chốt hết,
        chốt hết lệnh, chốt toàn bộ, đóng phần còn lại, chốt phần còn lại, đóng tay, thoát hàng, đóng vị thế
    """,
    Role.CLOSED: "đã đóng, đã thoát, đã đóng lệnh, đã thoát lệnh, đã chốt hết",
    Role.CANCEL: """
        hủy lệnh, huỷ lệnh, hủy lệnh chờ, huỷ lệnh chờ, xóa lệnh, xoá lệnh, xóa lệnh chờ, hủy kèo, huỷ kèo, bỏ kèo,
        bỏ lệnh, hủy limit, không còn hiệu lực, không vào nữa, bỏ qua lệnh này
    """,
    Role.REMOVE: "xóa, gỡ bỏ",
    Role.PART: """
        chốt một phần, chốt bớt, chốt lời một phần, đóng một phần, đóng bớt, chốt non, chốt dần, chốt, giảm vị thế
    """,
    Role.HALF: "một nửa, chốt nửa, nửa lệnh, chốt một nửa, đóng nửa, đóng một nửa, chốt 1/2, chốt nửa lệnh",
    Role.ALL: "tất cả, toàn bộ, còn lại, phần còn lại",
    Role.EVEN: """
        về entry, về điểm vào, về hòa vốn, về hoà vốn, hòa vốn, hoà vốn, về giá vào, về be, lên entry, xuống entry,
        về điểm vào lệnh, về giá entry
    """,
    Role.HIT: "đã khớp, chạm tp, đã đạt, đạt mục tiêu, đã hit, đã chạm, hoàn thành, đã cán",
    Role.STOPPED: "dính sl, dính stop, dính stoploss, dính cắt lỗ, quét sl, chạm sl, đã dính sl, bị quét",
    Role.FILLED: "khớp lệnh, đã khớp lệnh, lệnh đã khớp, đã kích hoạt, đã vào lệnh",
    Role.HOLD: "giữ lệnh, giữ tiếp, gồng tiếp, tiếp tục giữ, giữ nguyên",
    Role.NOT: "không, chưa, đừng, chưa đóng, không đóng, đừng đóng, chưa vào, đừng vào, không vào, chưa chốt",
    Role.IF: "khi nào, khi giá, nếu giá, sau khi, trước khi, trong trường hợp, chờ giá",
    Role.WILL: "sẽ chốt, sẽ đóng, sẽ vào, ngày mai, sắp tới, dự định, lát nữa, tuần sau",
    Role.MAY: "có thể, có lẽ, khả năng, hy vọng, dự kiến, nghĩ rằng",
    Role.YOU_CAN: "ai muốn, tùy anh em, tuỳ anh em, tùy ý",
    Role.QUESTION: "tại sao, như thế nào, bao nhiêu, khi nào đóng",
    Role.RECAP: """
        kết quả, tổng kết, chúc mừng, lợi nhuận tuần, tuần này, tháng này, lệnh của mình, tổng lợi nhuận, thống kê
    """,
    Role.MEMORY: "hôm trước, lần trước, lệnh trước, trước đây",
    Role.PAST: "hôm qua, tuần trước, tháng trước, tối qua",
    Role.OTHERS: "bạn mình, thành viên, chuyên gia, cá voi, kênh khác",
    Role.ANALYSIS: "phân tích, hỗ trợ, kháng cự, xu hướng, nhận định, kịch bản, tin tức",
    Role.LESSON: "ví dụ, bài học, khóa học, hướng dẫn, lệnh mẫu, tín hiệu thử",
    Role.AD: "tham gia, đăng ký, miễn phí, khuyến mãi, nhóm vip, liên hệ",
    Role.WAIT: "chờ tín hiệu, chờ xác nhận, chuẩn bị lệnh, đợi tín hiệu, đợi xác nhận, chờ đợi",
    Role.EXCEPT: "ngoại trừ, trừ lệnh",
    Role.BUT: "nhưng, chỉ cần",
}

ALIASES = {
    "XAUUSD": "vàng",
    "USOIL": "dầu thô",
}
