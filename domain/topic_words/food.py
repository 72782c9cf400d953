"""What tells that a report is about food safety."""

from __future__ import annotations

SURE = """
    an toàn thực phẩm, attp, vệ sinh thực phẩm, ngộ độc, thực phẩm bẩn, thịt bẩn, thịt ôi, thịt lợn
    chết, lợn bệnh, heo bệnh, hàn the, formol, phẩm màu, chất bảo quản, bếp ăn tập thể, thịt heo bệnh, heo
    chết, lò mổ, giết mổ, hàng hết hạn, hết hạn sử dụng, quá hạn sử dụng, rau bẩn, phun thuốc sâu, thuốc trừ
    sâu, dư lượng, sữa giả, rượu giả, bánh mì ngộ độc, không rõ nguồn gốc, đồ ăn ôi thiu, ôi         thiu,
    nước đá bẩn, thực phẩm giả, dầu ăn bẩn, mật ong giả, đồ ăn vặt, bún tẩy trắng, tẩy trắng, ăn
    xong đau bụng, chất cấm, chất tạo nạc, thịt thối, gà thải loại, hóa chất độc hại trong, đóng gói
    lại hạn, nước mắm giả, cơm thiu, có giòi, có dòi, mùi thiu, cơm hộp, bơm nước, thuốc tẩy, bơm tạp
    chất, dầu chiên, chiên dầu, dầu đen, dầu ăn, gà làm sẵn, suất ăn, thịt thiu, ướp hóa chất, kích
    thích tăng trưởng, thuốc kích, phun thuốc kích, giò chả hàn the, thức ăn thừa, hàng quá hạn, bán
    đồ ôi, đồ ôi, trái cây ngâm, ngâm hóa chất, nấm độc, ăn phải, ăn vào, tôm bơm, thịt không kiểm
    dịch, kiểm dịch, bánh mốc, bị mốc, quán cơm, chế biến mất vệ sinh, cơ sở chế biến, thực phẩm chức
    năng, nước uống đóng bình, mỹ phẩm giả, nhãn mác, bún phở, gia cầm chết, vịt chết, ăn nhầm, rau
    củ, thịt lậu, nôn ói, nôn, ói mửa, tiêu chảy hàng loạt, sau bữa trưa, sau bữa ăn, ăn xong, phẩm
    vàng, ngâm phẩm, nhúng thuốc, ngâm thuốc, phun thuốc cho chín, giấm thuốc, gián, chuột, bột mì, lò
    bánh, đóng gói, bao bì, không nhãn, không tem, hàng trôi nổi, trôi nổi, hạn sử dụng, ngày sản
    xuất, thịt đông, thịt đông lạnh, nước ngọt, nước giải khát, sữa chua, kẹo, kẹo lạ, thuốc tăng
    trọng, tăng trọng, nhồi nước, cá ươn, tôm ươn, rau muống nhúng, măng ngâm, cà pháo, dưa muối, giá
    đỗ, chả lụa, nem chua, pate, lòng lợn, đồ sống, nấu ăn, chế biến, rửa chén, bát đũa, không đeo
    găng, bán đồ ăn, thức ăn nhanh, trứng giả, gạo giả, gạo mốc, muối giả, hàng nhái, mì chính, bột
    ngọt giả, cháo dinh dưỡng, ốc luộc, thịt gà, thịt bò giả, bò giả, hạt nêm giả, mứt tết
"""

PLAIN = """
    quán ăn, thức ăn đường phố, đồ ăn, bánh mì, mất vệ sinh, kém vệ sinh, đồ uống, giò chả, nước đá, nội
    tạng, bánh trung thu, bánh kẹo, ăn vặt, thực phẩm, trà sữa, xúc xích, ~thiu, ~ôi, mốc, chiên, dầu, ~bún,
    gà vịt, bánh, ăn uống, đau bụng
"""

FAINT = """
    nấu, ăn, vệ sinh, tươi, cá, tôm, thịt, rau, hàng rong, cơm, thức ăn, hàng giả, quán nhậu, bếp ăn, hải
    sản, đông lạnh
"""
