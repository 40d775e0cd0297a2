"""Vietnamese: words of every day that rooms write beside calls and orders, which have no part.

Separate from the words of orders for its length only. No word here may deny, put off, doubt or tell of the past.
"""

from __future__ import annotations

from core.reading.roles import Role

WITH = "với"
WORDS: dict[Role, str] = {}

ALIASES: dict[str, str] = {}

EVERYDAY = """
    anh mọi người mng bác chúng tụi nhóm hội cộng cô chú viên học khách hàng buổi tốt lành xin kính vui giúp nhen
    nghen nghe oke okie okela lun thui ấy vậy thiệt cài treo xúc quất triển phang táng gom nhặt lụm thơm ngon đỉnh
    tuyệt toàn chắc chắn khỏe rõ gọn chút mỏng chuẩn tiêu quản lý rủi khối lượng tk tiền nghìn triệu phần trăm tỷ
    nghiêm túc tuân thủ chia bình tĩnh chậm khẩn cấp trọng lưu trung hiện giây khung biểu hình nến râu bóng xu hướng
    trợ kháng cứng mềm mức ngưỡng mốc điểm chỗ bên phía giữa giác vai lực gấu sóng nhịp sức loại phiếu sàn phái sinh
    giao hiệu nóng tươi dịch lướt đánh phương lược cách tưởng khuyến tham khảo lộc phát lửa bay cafe bia nhậu xe
    đường một sáu chín mười nửa từng với của chiếc nhiều khá cực siêu hơn lắm tiếp đầu cuối bởi tiết thông bấm nút
    anhem moinguoi cacbac bacnao vao quanly khoiluong taikhoan hientai homnay hotro khangcu xuhuong tinhieu cohoi
    giaodich chacchan maymanthang thanhcong
"""
