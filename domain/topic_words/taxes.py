"""What tells that a report is about taxes, fees and contributions."""

from __future__ import annotations

SURE = """
    thuế, tiền thuế, thuế đất, thuế hộ kinh doanh, thuế khoán, hộ kinh doanh kê khai, hóa đơn điện tử, lệ
    phí, thu phí, phí vỉa hè, tiền quỹ, quỹ thôn, các khoản thu, khoản thu, đóng góp tự nguyện, phí
    rác, tiền rác, thu quỹ, vận động đóng góp, thuế phi nông nghiệp, thuế thu nhập, thuế tncn, thuế
    vat, máy tính tiền, cơ quan thuế, chi cục thuế, cán bộ thuế, phí chợ, phí gửi xe, quỹ phòng chống
    thiên tai, quỹ vì người nghèo, bot, trạm thu phí, phí đường bộ, phí vệ sinh, phí bảo trì, khoản
    đóng góp, phí trước bạ, mức thu, thu sai, lạm thu, nộp thuế, đóng thuế, truy thu, phí môi trường, phí
    dịch vụ, tăng phí, miễn thuế, giảm thuế, hoàn thuế, thuê đất trả tiền, mã số thuế, kê khai         thuế,
    phí hạ tầng, tiền phí, mức phí, đóng phí, đóng quỹ, biên lai, bắt nộp, bắt đóng, phải nộp, phải đóng, bổ
    đầu hộ, bổ đầu người, cào bằng, đóng đủ thứ, thứ quỹ, nói là tự nguyện, gọi là tự         nguyện, mỗi hộ
    đóng, mỗi hộ nộp, thu mỗi hộ, tiền cổng chào, xã hội hóa, vận động tiền, vận động         tự nguyện, nộp
    quỹ, tiền đóng góp, thuế môn bài, bỏ thuế khoán, xuất hóa đơn, phần mềm bán hàng, kê khai điện tử, bị
    phạt thuế, phạt thuế, nợ thuế, tiền sử dụng đất, thu trái quy định, thu vô lý, thu cao, chuyển khoản bị
    truy thu, bán hàng online nộp thuế, quyết toán, giảm trừ gia cảnh, thu         quá cao, phí giữ xe, phí
    ra vào, không biên lai, không đưa biên lai, phí hoa chi, hoa chi, vé chợ, bị thu thêm, thu thêm, áp mức
    thuế, mức thuế, không góp tiền, góp tiền, góp         tiền làm         đường, phải khai, kê khai doanh
    thu, doanh thu, ấn định thuế, bán hàng trên mạng, thuế         bán         hàng, sổ sách, hóa đơn đỏ,
    xuất hoá đơn, cục thuế, đi thuế, thu hụi chết, tiền đường, tiền làm         đường, tiền điện đường, tiền
    loa, tiền an ninh, quỹ an ninh, quỹ quốc phòng, tiền bảo vệ, phí bảo         vệ, phí quản lý, phí thẩm
    định, phí công chứng, thu lệ phí, thu tiền mặt, thu không phiếu, phiếu         thu, thu bao nhiêu, khoán
    doanh thu, nợ quỹ, gây quỹ, thu hai lần, thu phí hai lần, phí đò, phí         qua cầu, tiền chợ, tiền
    sạp, tiền chỗ, tiền thuê sạp, mức đóng, tăng mức đóng, đóng theo đầu         người, đóng theo nhân khẩu,
    mỗi khẩu, đầu heo, phí giết mổ, tiền vệ sinh
"""

PLAIN = """
    ~phí, hóa đơn, hoá đơn, đóng tiền, nộp tiền, thu hộ, khoản đóng, kê khai, không có hóa đơn, quỹ, thu
    tiền, nộp, ~thuê mặt bằng, ngàn một hộ, tự nguyện, đóng, đóng góp
"""

FAINT = """
    thu, công khai, tiền, ~khoản
"""
