"""Vietnamese. Accents are folded away, so a word of one syllable stands here only where no other language has it."""

from __future__ import annotations

from core.reading.roles import Role

EVERY = "tất cả, toàn bộ, cả hai"

WORDS = {
    Role.BUY: "mua, mua vào, lệnh mua, canh mua, vào lệnh mua, mua ngay, lệnh buy, canh buy, canh long",
    Role.SELL: """
        lệnh bán, canh bán, vào lệnh bán, bán ngay, bán ra, bán khống, bán vàng, lệnh sell, canh sell, canh short
    """,
    Role.ENTRY: "điểm vào, điểm vào lệnh, giá vào, giá vào lệnh, vùng vào, vùng vào lệnh, vào lệnh, vùng mua, vùng bán",
    Role.STOP: "cắt lỗ, dừng lỗ, chặn lỗ, điểm cắt lỗ, mức cắt lỗ",
    Role.TARGET: "chốt lời, mục tiêu, điểm chốt lời, mức chốt lời",
    Role.LEVERAGE: "đòn bẩy",
    Role.MARKET: "giá thị trường, giá hiện tại, hiện tại, ngay bây giờ, bây giờ",
    Role.LIMIT: "lệnh chờ, lệnh limit, chờ khớp",
    Role.ZONE: "vùng, quanh, quanh vùng, khu vực",
    Role.SYMBOL: "cặp tiền, cặp tiền tệ",
    Role.HEADING: "lệnh, tín hiệu, lệnh mới",
    Role.SIZE: "rủi ro, khối lượng",
    Role.CLOCK: "giờ, phút",
    Role.TO: "đến, hoặc",
    Role.ABOVE: "phía trên",
    Role.BELOW: "phía dưới",
    Role.RUNNER: "mở, thả trôi, để chạy",
    Role.MOVE: "di chuyển, dời về, kéo về",
    Role.CLOSE: "đóng lệnh, thoát lệnh, đóng hết, đóng tất cả, đóng toàn bộ, đóng ngay, thoát hết, đóng hết lệnh",
    Role.CLOSED: "đã đóng, đã đóng lệnh, đã thoát, lệnh đã đóng",
    Role.CANCEL: "hủy lệnh, hủy kèo, hủy lệnh chờ, xóa lệnh, xóa lệnh chờ, bỏ lệnh, bỏ kèo, lệnh đã hủy",
    Role.REMOVE: "gỡ bỏ",
    Role.PART: "chốt một phần, chốt bớt, đóng một phần, đóng bớt, chốt 1 phần, một phần",
    Role.HALF: "một nửa, đóng một nửa, chốt một nửa, nửa lệnh",
    Role.ALL: "tất cả, toàn bộ, phần còn lại",
    Role.EVEN: "hòa vốn, về hòa vốn, điểm hòa vốn, về entry, về điểm vào",
    Role.HIT: "đã chạm, đã đạt, đã khớp tp, chạm mục tiêu, đạt mục tiêu",
    Role.STOPPED: "dính sl, dính cắt lỗ, đã cắt lỗ, chạm sl, quét sl, dính stop",
    Role.FILLED: "đã khớp, đã khớp lệnh, khớp lệnh",
    Role.HOLD: "giữ lệnh, tiếp tục giữ, gồng, gồng lời",
    Role.NOT: "không, đừng, chưa, khoan, không nên",
    Role.IF: "nếu giá, nếu như, nếu phá, nếu thủng, nếu vượt, khi giá, sau khi, miễn là, trong trường hợp, chỉ khi",
    Role.WILL: "sẽ vào, sẽ mua, sẽ bán, sẽ đóng, ngày mai, chuẩn bị, sắp tới, tuần sau",
    Role.MAY: "có thể, có lẽ, khả năng, theo mình, hy vọng, mình nghĩ",
    Role.YOU_CAN: "tùy bạn, tùy anh em, ai muốn",
    Role.QUESTION: "tại sao, thế nào",
    Role.RECAP: "kết quả, tổng kết, thành quả, chúc mừng, tuần này, lợi nhuận hôm nay",
    Role.MEMORY: "đã mua, đã bán, lúc nãy, trước đó, hồi nãy, sáng nay",
    Role.PAST: "hôm qua, tuần trước, tháng trước, hôm trước",
    Role.OTHERS: "bạn tôi, người ta, anh ấy, thành viên, kênh khác, cá mập",
    Role.ANALYSIS: "phân tích, kháng cự, hỗ trợ, xu hướng, nhận định, tin tức, biến động",
    Role.LESSON: "ví dụ, bài học, hướng dẫn, giả sử, kiến thức, lệnh demo",
    Role.AD: "tham gia, đăng ký, miễn phí, nhóm vip, liên hệ, khuyến mãi, ưu đãi",
    Role.WAIT: "chờ xác nhận, chờ giá, chờ thêm, khoan vào, chờ đợi, quan sát",
    Role.EXCEPT: "ngoại trừ, trừ lệnh",
    Role.BUT: "nhưng",
    Role.FILLER: """
        nhé, nha, ae, anh em, cả nhà, các bạn, mọi người, đi đều tay, đi lệnh đều tay, vào đều tay, đừng all in,
        không all in, đừng tham, không tham, đi vol nhỏ, vol nhỏ, quản lý vốn, quản lý rủi ro, đi vốn nhẹ,
        không phải lời khuyên đầu tư, không phải lời khuyên tài chính, không phải khuyến nghị đầu tư, đừng quên,
        chúc anh em, canh vào
    """,
}

EVERYDAY = """
    chào sáng tối trưa chiều hôm nay phiên mỹ chúc may mắn thắng lớn cảm ơn nhẹ nhàng cẩn thận kỷ luật kiên nhẫn
    vốn ngắn hạn dài nhanh đẹp mạnh
"""

ALIASES = {
    "XAUUSD": "vàng",
    "USOIL": "dầu thô",
}
