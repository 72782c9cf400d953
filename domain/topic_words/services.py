"""What tells that a report is about public services and officials' conduct."""

from __future__ import annotations

SURE = """
    thủ tục, một cửa, dịch vụ công, hành chính, trung tâm hành chính, hách dịch, nhũng nhiễu, vòi
    vĩnh, hối lộ, thái độ cán bộ, vneid, căn cước, làm căn cước, khai sinh, chứng thực, công chứng, hộ
    khẩu, tạm trú, đăng ký kết hôn, hồ sơ trễ hẹn, trễ hẹn, giấy tờ, tiếp dân, tiếp công dân, giải
    quyết chậm, làm việc chậm, đùn đẩy, quan liêu, trả lời chung chung, trực tuyến, nộp hồ sơ, bộ phận
    một cửa, hành dân, tham nhũng, tiêu cực, lót tay, gây khó dễ, chữ ký số, đi lại nhiều lần, lấy số
    thứ tự, cổng dịch vụ công, phiếu lý lịch, lý lịch tư pháp, cấp phép, không tiếp dân, cửa quyền, né
    tránh, chậm trả lời, bao che, chi sai, ưu ái người nhà, vô cảm, giấy phép xây dựng, mạng lỗi, lỗi
    mạng, trễ hạn, giải quyết khiếu nại, đơn thư, kết quả trả, đổi giấy phép lái xe, đổi bằng lái, giấy phép
    lái xe, đăng ký xe, chạy tới chạy lui, hẹn lên hẹn xuống, hẹn tới hẹn lui, cán bộ tư         pháp, đăng
    nhập, niềm nở, làm giấy, gắt gỏng, cáu gắt, nạt dân, nạt nộ, khó chịu với dân, mất cả         ngày, ngồi
    chờ, sao y, báo tử, khai tử, kết hôn, hộ tịch, thẻ căn cước, nghỉ sớm, đi trễ, không ai         trực,
    vắng mặt, không có ai tiếp, hành người dân, hướng dẫn sai, hướng dẫn tận tình, mỗi nơi một         kiểu,
    thiếu giấy, bổ sung giấy, đi tới đi lui, đi lại mấy lần, phải đi lên tỉnh, chờ cả buổi, chờ         đợi
    lâu, phiền hà, rườm rà, máy lấy số, bấm số, hệ thống lỗi, treo máy, định danh điện tử, định         danh
    mức 2, dịch vụ công trực tuyến, nộp trực tuyến, nộp trên mạng, làm trên mạng, không trả lời         dân,
    trả lời vòng vo, vòng vo, gọi không nghe máy, gọi không ai nghe, hứa suông, hứa rồi để đó, hứa hoài,
    thân quen, con ông cháu cha, phong bì, chung chi, ăn chặn, xà xẻo, tham ô, gần dân, lịch         sự, vui
    vẻ nhẹ nhàng, trả kết quả, trả hồ sơ, đổi thẻ, cấp đổi, đường dây nóng, tổng đài, tiếp         nhận phản
    ánh, phản ánh không ai, nhậu trong giờ, giờ hành chính, cán bộ trẻ, cán bộ mới, người         nhà cán
    bộ, họ hàng cán bộ, đối thoại, đội ngũ cán bộ, nộp giấy, mẫu khác, về làm lại, chỉ dẫn, ở         quầy,
    quầy số, nhạc chờ, đường dây nóng toàn, phong bao, ký xác nhận, tổ công nghệ số, công nghệ         số,
    nộp đơn, nộp đơn qua mạng, điện thoại nộp đơn, đổi giấy tờ, cán bộ         tiếp nhận, tình         trạng
    hôn nhân, độc thân giấy, không rõ ràng, đòi tiền, ăn tiền, vòi tiền, gợi ý         tiền, hành vi tiêu
    cực, chạy việc, làm luật, lơ là, thờ ơ, thờ ơ với dân, xem thường dân, quát         dân, mắng dân, cán
    bộ nói, họp dân không, không họp dân, không công khai, thiếu công khai, thu chi         không công khai,
    đi muộn về sớm, giờ làm việc, uống rượu trong giờ, ngồi chơi, chơi game giờ, chậm         xử lý, xử lý
    chậm, không xử lý, chưa xử lý, phản ánh nhiều lần, phản ánh mãi, kiến nghị nhiều lần, nhiều lần kiến
    nghị, hứa mà không làm, cử tri kiến nghị, cán bộ tận tình, cán bộ nhiệt tình, phục         vụ tận nhà,
    trả kết quả tại nhà, qua bưu điện, khai báo tạm trú, nhập khẩu, tách khẩu, cải chính, sửa tên, sửa ngày
    sinh, sai tên, sai ngày sinh, xin giấy, giấy khai sinh, giấy chứng tử, lý lịch, photo, ảnh thẻ, vân tay,
    trụ sở đóng cửa, tài khoản định danh, mã otp, máy tính hỏng, đường         truyền, hệ thống treo, lên
    tỉnh làm giấy, chạy giấy tờ, làm giấy tờ, giấy tờ đất chậm, chờ từ         sáng, chờ tới trưa, chờ tới
    chiều, xếp hàng làm
"""

PLAIN = """
    giấy xác nhận, thái độ, chờ đợi, tiếp đón, phục vụ, chữ ký, con dấu, đăng ký, mẫu đơn, bốc số, phản hồi,
    cán bộ, hồ sơ, công chức, trưởng thôn, tổ trưởng, chủ tịch xã, lãnh đạo xã, ứng dụng, phần mềm, xác
    nhận, giấy phép, nhiệt tình, tận tình, cán bộ xã, cán bộ phường, ~giấy, ~bận, tư         pháp, thái độ
    tốt, nói chuyện, hành, hẹn, tiếp, nhanh gọn, nhanh hơn trước, cáu, ~nạt, ~hứa
"""

FAINT = """
    chậm, lâu, nhiều lần, công khai, bộ phận, xã, phường, ubnd, ủy ban, giải quyết, hướng dẫn, trả
    lời, tài khoản, họp
"""
