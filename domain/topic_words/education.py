"""What tells that a report is about schools."""

from __future__ import annotations

SURE = """
    trường học, học phí, giáo viên, dạy thêm, học thêm, mầm non, tiểu học, trung học, thcs, thpt, năm
    học, sách giáo khoa, lạm thu đầu năm, tuyển sinh, vào lớp, thi vào lớp 10, thầy giáo, nhà trường, giáo
    dục, bán trú, bạo lực học đường, đưa đón học sinh, trường lớp, điểm trường, hội phụ huynh, quỹ lớp, quỹ
    trường, đồng phục, thi tốt nghiệp, ký túc xá, hiệu trưởng, bỏ học, học bổng, lớp 1, đại học, trung tâm
    ngoại ngữ, khai giảng, nhà trẻ, bạo hành trẻ, cô nuôi, học online, kỳ thi, điểm         thi, môn học,
    chương trình học, giữ trẻ, quỹ phụ huynh, tiền trường, suất cơm học         sinh, cấm dạy thêm, học trực
    tuyến, liên kết giáo dục, vào lớp một, vào lớp 1, gửi con, vào 10, ôn         thi, trường chuyên, học
    bạ, chuyển trường, bài tập, trường mầm non, trường tiểu học, ép học, học         nhà cô, đánh học sinh,
    phạt học sinh, bắt nạt, giáo viên nghỉ việc, thiếu phòng học, phòng học         tạm, nhà vệ sinh trường,
    cổng trường, trường cấp, cấp hai, cấp ba, tiếng anh, môn tự chọn, liên         kết, trường tư, trường
    công, sữa học đường, bữa ăn bán trú, cơm bán trú, tiền bán trú, tin học, thư viện trường, xe đưa rước,
    xe đưa đón, học buổi hai, buổi hai, khuyến học, xóa mù, lớp ghép, trường xa, học đường, mầm non tư thục,
    nhóm trẻ, trường nội trú, dân tộc nội trú, điểm chuẩn, nguyện vọng, thi thử, nghỉ hè, sinh hoạt hè, trẻ
    đến trường, con tới trường, sách vở, sách mới, thay sách, giáo trình, ngày học hai buổi, tiền học,
    chương trình mới, học hành, lớp đông, học sinh         đông, trường làng, các cháu đi bộ, đi học xa, máy
    lạnh cho lớp, máy lạnh, tivi cho lớp, thưởng tết         giáo viên, vùng cao giáo viên, nghỉ học đi, bọn
    trẻ nghỉ học, tan trường, giờ tan học, đến trường, tới trường, đi học bằng, dột ướt sách, sách vở ướt,
    mái trường, bàn ghế, bàn ghế hỏng, thiết bị         dạy, thầy vắng, thiếu thầy, thiếu cô, hợp đồng giáo
    viên, lương giáo viên, giữ trẻ tự         phát, trông trẻ, gửi trẻ, ăn bán trú, cơm trưa bán trú, bữa ăn
    học sinh, lịch học, học hai ca, học         ca, học thứ bảy, trái tuyến, suất học, hồ sơ nhập học, nhập
    học, tốt nghiệp, cử nhân, cao đẳng, học nghề, trường nghề, thực tập, điểm số, gian lận thi, chạy điểm,
    chạy trường, nâng điểm, tư vấn         học đường, kỷ luật học sinh, đánh bạn, đánh hội đồng, bạo lực
    trong trường, cô phạt, thầy phạt, bắt học sinh, bắt mua, bắt mua sách, bắt đóng quỹ lớp, đóng góp đầu
    năm, thu đầu năm, chương         trình, môn tích hợp, học tiếng anh, ngoại ngữ, kỹ năng sống, học bơi,
    dạy bơi, sân trường, tường         rào trường, nhà công vụ giáo viên
"""

PLAIN = """
    dạy, thi, trẻ mầm non, phòng học, môn, học sinh, sinh viên, phụ huynh, ~trường, cô         giáo, lớp
    học, ca ba, đầu năm, đầu năm học, nghỉ học, thầy cô, sĩ số, thi cử, học trò, ~lớp
"""

FAINT = """
    trẻ em, cháu, trẻ nhỏ, sách, cô, ~học, trẻ, con em, đi học, kiểm tra, thầy, con vào
"""
