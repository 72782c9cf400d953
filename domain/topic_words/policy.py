"""What tells that a report is about policies and the organisation of the state."""

from __future__ import annotations

SURE = """
    sáp nhập, sắp xếp, bộ máy, tinh gọn, bỏ cấp huyện, chính quyền hai cấp, chính quyền 2 cấp, nghị
    quyết, chủ trương, chính sách mới, nghị định, luật mới, dự thảo luật, đại hội đảng, đại hội, bầu
    cử, hiến pháp, quốc hội, hội đồng nhân dân, hđnd, đảng viên, tổ chức đảng, chi bộ, đổi tên xã, tên
    xã mới, trụ sở xã, biên chế, cải cách, nhập xã, nhập tỉnh, nhập phường, cán bộ dôi dư, dôi dư, chống
    tham nhũng, kỷ luật cán bộ, nhân sự, bổ nhiệm, lãnh đạo đảng, quy định mới, cải cách         tiền lương,
    chỉ thị, nông thôn mới, bỏ huyện, địa giới, xã mới, phường mới, không chuyên trách, chuyển đổi số, ứng
    cử, đại biểu, ngày lễ lớn, duyệt binh, diễu binh, tổng bí thư, miễn học phí, thông tư, chính quyền địa
    phương, quân sự, nghĩa vụ quân sự, đồng tình với chủ trương, mặt trận, phát biểu, đoàn thể, gộp, gộp xã,
    gộp tỉnh, nhập chung, tên mới, bỏ công an huyện, bỏ thanh tra, thanh tra huyện, công an huyện, góp ý,
    luật đất đai, quốc hội bàn, hội nghị trung ương, lấy ý         kiến, tăng tuổi hưu, tuổi nghỉ hưu, lương
    cơ sở, công an xã chính quy, sau sáp nhập, hậu sáp nhập, mô hình mới, hai cấp, cấp xã, tỉnh mới, đặt
    tên, bỏ phiếu, lá phiếu, đại biểu quốc hội, ứng cử         viên, hiệp thương, đảng bộ, đảng ủy, cấp ủy,
    văn kiện, góp ý văn kiện, tứ trụ, lãnh đạo cấp cao, bí thư tỉnh, bộ chính trị, ban chấp hành, nghị quyết
    57, nghị quyết 68, đường lối, đổi mới, công         cuộc, chống lãng phí, lãng phí, trụ sở bỏ trống, trụ
    sở cũ, trụ sở dư, cán bộ nghỉ sớm, nghị định         178, nghỉ theo 178, nghỉ hưu sớm, tổ chức lại bộ
    máy, luân chuyển, tuyên truyền chủ trương, đời         sống chính trị, bằng lái trừ điểm, mức phạt mới,
    nghị định 168, nghĩa vụ, khám tuyển, đi bộ đội, nhập ngũ, khóm ấp sáp nhập, nhập thôn, sáp nhập thôn,
    bán chuyên trách, người hoạt động không         chuyên trách, kỷ niệm, 80 năm, quốc khánh, bí thư, đề
    án, kế hoạch phát triển, phát triển kinh tế         tư nhân, mục tiêu, chương trình mục tiêu, về đích
    nông thôn mới, xã nông thôn mới, nhân sự khóa         tới, khóa tới, xử nghiêm quan, quan to, xử lý cán
    bộ cấp cao, cán bộ cấp cao, tinh giản, bị tinh         giản, thôn đội, cán bộ thôn, gọn nhẹ, hiệu quả
    hoạt động, lên phường, lên thị xã, nâng cấp đô thị, thành lập phường, bộ máy mới, sắp xếp lại, chia
    tách, cơ quan nào giải quyết, ai giải         quyết sau, chính sách dân số, sinh con thứ ba, dân số, hôn
    nhân gia đình luật, luật giao thông         mới, luật bhxh, luật nhà giáo, luật nhà ở, dự án luật, kỳ
    họp, chất vấn, đại biểu hđnd, tiếp xúc         cử tri, nghị trường, tổng kết, đại đoàn kết, ngày hội đại
    đoàn kết, mặt trận tổ quốc, giám sát, phản biện, dân biết dân bàn, quy chế dân chủ, hương ước, tổ dân
    phố mới, chia lại tổ, đánh số nhà         lại, tên đường mới, đặt lại tên, logo, đối ngoại, biển đông,
    chủ quyền, biên giới, hải đảo, quan         hệ với, mỹ áp thuế, đường sắt tốc độ cao, điện hạt nhân, dự
    án quốc gia, tăng trưởng, gdp, đột         phá, kỷ nguyên, vươn mình, kỷ nguyên vươn mình, chống tiêu
    cực, lò, đốt lò, xét xử, đại án, ra         tòa, khởi tố lãnh đạo, cựu bộ trưởng, khởi tố, án tù, bằng
    cấp giả cán bộ, cán bộ luân chuyển, bí         thư mới, chủ tịch mới, lãnh đạo mới, huy động, chính sách
    thu hút, thu hút nhân tài, học tập và         làm theo, học tập bác, học nghị quyết, sinh hoạt chi bộ,
    kết nạp đảng, đảng phí
"""

PLAIN = """
    chính sách, ~luật, trụ sở, chế độ chính sách, tổ chức lại, lộ trình, ủng hộ chủ trương, trung
    ương, bỏ, tổ chức, dân chủ, đảng, cấp huyện, công khai, lãnh đạo, huyện cũ, cán bộ về hưu
"""

FAINT = """
    đồng tình, ủng hộ, thực hiện, nhà nước, chính phủ, quy định, chế độ, chính quyền, cấp
"""
