"""What tells that a report is about rumours and social media."""

from __future__ import annotations

SURE = """
    tin đồn, đồn thổi, tin giả, tin sai sự thật, mạng xã hội, tung tin, lan truyền, tiktok, xuyên tạc, bịa
    đặt, đăng clip, livestream, deepfake, hội nhóm zalo, nhóm zalo, tin chưa         kiểm chứng, nghe đồn,
    thông tin sai, sai sự thật, kích động, phản động, chống phá, fanpage, tin nhắn giả, tung         clip,
    chia sẻ trên mạng, bài đăng, cư dân mạng, tin thất thiệt, thất         thiệt, câu view, ai         mà
    tin, đính chính, tin vịt, đồn đoán, tin bịa, đồn ầm, đồn nhau, cắt ghép, vu         khống, kháo
    nhau, không biết thật giả, thật hay giả, thật giả, có clip, clip nói, đăng lên mạng, đăng mạng, ai
    đó đăng, truyền tay nhau, truyền tai nhau, hình cũ, hình ảnh cũ, rút tiết kiệm, đổ         xô, tích trữ,
    gom hàng, đổi tiền, lan tin, tin nhắn lan truyền, có người nói là, bảo nhau, đồn         rằng, người ta
    đồn, dân đồn, bà con đồn, đồn là, loan tin, loan tin đồn, tung hình, ghép ảnh, ai         giả giọng, giả
    giọng, công nghệ ai, dùng ai, trang giả, tài khoản giả, fb giả, giả mạo trang, giả         mạo, mạo
    danh, lời đồn, ác ý, gây hoang mang, bắt cóc trẻ em lấy nội tạng, lấy nội tạng, thông tin         thất
    thiệt, chưa được kiểm chứng, chưa rõ thực hư, thực hư, hỏi nhau, bàn tán trên, livestream nói
    xấu, nói xấu, bôi nhọ, kêu gọi biểu tình, biểu tình, kêu gọi tụ tập, tụ tập phản đối, việt tân, thế lực
    thù địch, thù địch, chỉ trích trên mạng, dư luận mạng, tin nhảm, ảnh chế, bảo sắp, nói là         sắp,
    rộ lên, rộ tin, chuyền tay, bị gắn là, gắn là ở, hình ở nước ngoài, ở nước ngoài bị, truyền
    nhau, ghi âm, rỉ tai, rỉ tai nhau, ngân hàng sắp sập, sắp sập, nói sắp, đồn         sắp, nghe sắp, có
    tin, tin nói, tin bảo, tin là, nghe bảo, bà con kháo, dân kháo, kháo, thì thào, xì xào, xầm xì, bàn ra
    tán vào, đồn bậy, đồn nhảm, thêu dệt, thổi phồng sự, chưa có cơ sở, không         có cơ sở, không đúng
    sự thật, sai lệch, bóp méo, cắt xén, suy diễn, giật tít, trang mạng, báo lá         cải, mạng internet,
    bình luận ác ý, bình luận chửi, chửi nhau trên mạng, đấu tố, bóc phốt, phốt, tẩy chay, hashtag, trend,
    thách thức tiktok, video giả, giọng giả, ảnh giả, ảnh ai, hình ai, ai         tạo, chuyển tiếp tin nhắn,
    tin nhắn zalo, nhóm facebook, group facebook, nhóm kín, kênh youtube, người nổi tiếng nói, idol,
    streamer, gây hoang, hoảng loạn, đổ xô mua, đổ xô rút, tích trữ gạo, tích trữ xăng, mua vét, chính quyền
    lên tiếng, cần đính chính, cần thông tin chính thức, không         thấy thông báo chính thức, tin thật
    hay, thật không, có thật, có đúng không, tin cũ đăng lại, tung         tin vịt
"""

PLAIN = """
    đăng tải, video, ~đồn, clip, chuyền nhau, tin lạ, hoang mang, xôn xao, nhắn tin, thổi         phồng,
    trên mạng, facebook, zalo, youtube
"""

FAINT = """
    nghe nói, nhóm, ~tin, mạng, thông tin, chia sẻ, bình luận, đăng
"""
