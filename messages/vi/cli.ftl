# Dòng lệnh: thiết lập sai, lỗi, trợ giúp.

cli-config-unreadable = Không đọc được tệp thiết lập { $file }: { $why }
cli-config-broken = Tệp thiết lập { $file } sai cú pháp ở dòng { $line }: { $why }
cli-setting = { $key }: { $why }
cli-setting-value = { $key } = { $value }: { $why }
cli-setting-unknown = { $key }: không có khóa này
cli-setting-unknown-guess = { $key }: không có khóa này; có phải { $guess }?
cli-setting-wrong = giá trị không hợp lệ
cli-setting-number = cần một số
cli-setting-above = phải lớn hơn { $limit }
cli-setting-least = ít nhất là { $limit }
cli-setting-most = nhiều nhất là { $limit }
cli-setting-bool = cần true hoặc false
cli-setting-date = cần ngày dạng 2026-11-30
cli-setting-choice = chọn một trong: { $choices }
cli-setting-quotes = đặt giá trị trong ngoặc kép
cli-setting-empty = không được để trống
cli-setting-list = cần một danh sách, ví dụ [a, b]
cli-setting-section = cần các dòng “khóa: giá trị” thụt vào bên dưới
cli-setting-span = cần khoảng giờ dạng "07:30-11:30"
cli-setting-zone = không có múi giờ này; ví dụ Asia/Ho_Chi_Minh
cli-setting-rule = không hiểu quy tắc này; ví dụ: monthly last-working-day, weekly thu 16:00
cli-setting-stage = cần số ngày làm việc và giờ, ví dụ "-2 08:00"
cli-setting-topic = không có mã lĩnh vực này, hoặc không tắt được
cli-setting-address = cần một địa chỉ đầy đủ, ví dụ https://baonhanh.example.vn
cli-setting-database = cần sqlite:///TỆP hoặc postgresql://người:mật-khẩu@máy/tên
cli-setting-webhook = mode: webhook cần cả webhook_url (https) và webhook_secret
cli-setting-webhook-secret = cần 16–256 chữ cái, chữ số, dấu _ hoặc -
cli-setting-webhook-bots = có nhiều token thì webhook_url cần chỗ cho số của bot: https://…/{ "{" }bot{ "}" }
zalo-polling = Zalo: mode polling chỉ để dùng thử, tin có thể đến chậm hoặc mất khi máy tắt giữa chừng; làm việc thật thì đặt zalo.mode: webhook.
cli-setting-alert-order = leader_after_minutes không được nhỏ hơn coordinators_after_minutes
cli-env-twice = { $name } và { $name }_FILE cùng có; chỉ giữ một
cli-env-file = { $name }: không đọc được tệp { $file }

# Trợ giúp.

cli-about = Báo Nhanh: phản ánh dư luận, hạn báo cáo, cảnh báo và phản hồi cho mạng lưới cộng tác viên.
cli-usage = Cách dùng:
cli-examples = Ví dụ:
cli-arguments = Tham số
cli-options = Tùy chọn
cli-command = LỆNH
cli-commands = Lệnh (thêm --help để xem từng lệnh)
cli-see-help = Xem: { $command } --help
cli-run = chạy chương trình
cli-check = kiểm tra thiết lập, cơ sở dữ liệu, kênh, đồng hồ; báo mọi lỗi một lần
cli-upgrade = tạo hoặc nâng cấp cơ sở dữ liệu
cli-init = lập đơn vị đầu tiên, kỳ báo cáo và mã mời quản trị
cli-invite = cấp mã mời: liên kết web, Telegram, lời mời Zalo, mã QR
cli-people = danh sách thành viên
cli-people-import = nhập danh sách theo quyết định (.xlsx, .csv); xem trước, chưa ghi
cli-people-gaps = chỗ trống của đội ngũ: địa bàn chưa có người, nhiệm kỳ sắp hết
cli-programmes = chương trình phối hợp
cli-programmes-import = nhập danh sách chương trình (.csv, .xlsx); xem trước, chưa ghi
cli-programmes-list = các chương trình
cli-programmes-show = một chương trình: các bên, thời hạn, mức chia sẻ
cli-people-second-reset = đặt lại mã xác thực của người mất điện thoại và mã dự phòng
cli-units = danh sách đơn vị
cli-units-import = nhập danh sách đơn vị; xem trước, chưa ghi
cli-units-rules = quy chế của một đơn vị: xem, hoặc đăng bản mới từ tệp văn bản
cli-chat = trò chuyện thử trong cửa sổ dòng lệnh
cli-rota = lịch trực
cli-rota-export = xuất lịch trực ra bảng (.csv)
cli-rota-import = nhập lịch trực (.csv, .xlsx); xem trước, chưa ghi
cli-sealed = phản ánh kín
cli-sealed-readers = ai ở đơn vị này đọc phản ánh kín của các đơn vị cấp dưới
cli-export = xuất dữ liệu ra tệp
cli-periods = kỳ báo cáo
cli-periods-preview = xem trước các kỳ của một quy tắc
cli-remind = xem ai sẽ được nhắc hạn, và vì sao người khác không
cli-periods-list = các kỳ của một đơn vị và tình hình từng kỳ
cli-periods-change = đổi hạn một kỳ
cli-periods-lock = chốt một kỳ: không nhận và không đổi gì nữa
cli-periods-excuse = miễn báo cáo một kỳ cho một người
cli-periods-extend = nhận báo cáo của một người sau giờ chốt
cli-periods-rule = quy tắc kỳ của một đơn vị
cli-audit = sổ kiểm tra: ai đã làm gì
cli-audit-verify = kiểm tra sổ còn nguyên vẹn không; sai thì chỉ ra dòng đầu tiên không khớp (mã thoát 1)
cli-audit-show = xem những dòng mới nhất của sổ
cli-mask = che thử từng dòng như khi nhận tin
cli-suggest = gợi ý lĩnh vực cho từng dòng

cli-option-help = xem trợ giúp này
cli-option-config = tệp thiết lập (mặc định: BAONHANH_CONFIG, rồi config.yaml)
cli-option-lang = ngôn ngữ: vi hoặc en (mặc định: BAONHANH_LANG, rồi vi)
cli-option-clock = chạy như đang ở thời điểm này, ví dụ 2026-11-30T07:59:00+07:00
cli-option-speed = đồng hồ chạy nhanh gấp N lần
cli-option-unit = mã đơn vị
cli-option-unit-name = tên đơn vị, ví dụ “Phường Mẫu”
cli-option-duty-phone = số điện thoại trực, gọi khi tin khẩn chưa ai nhận
cli-option-sample = thêm người, phản ánh và cơ quan mẫu để thử
cli-option-role = vai trò: collaborator, coordinator, duty, leader, administrator, observer, unit
cli-option-code = mã chương trình
cli-option-name = nhãn ghi cho người được mời
cli-option-count = số lượng
cli-option-again = cấp mã vào lại cho người đã có: nhãn hoặc CTV-17
cli-option-json = mỗi dòng một bản ghi JSON
cli-option-png = lưu mã QR vào tệp ảnh
cli-option-file = tệp
cli-option-apply = ghi vào cơ sở dữ liệu (không có: chỉ xem trước)
cli-option-as = nhãn của người, CTV-17, hoặc một mã mời
cli-option-save = lưu cuộc trò chuyện thành kịch bản mẫu
cli-option-what = reports = phản ánh, obligations = ai nợ, ai đã báo (dữ liệu của điều phối viên)
cli-option-format = jsonl, csv hoặc xlsx
cli-option-period = mã kỳ, ví dụ 2026-11
cli-option-out = tệp kết quả (mặc định: in ra)
cli-option-rule = quy tắc kỳ, ví dụ "monthly last-working-day" (mặc định: deadlines.rule)
cli-option-from = ngày bắt đầu, ví dụ 2026-11-01 (mặc định: hôm nay)
cli-option-person = nhãn của người, hoặc CTV-17
cli-option-sealed = gồm cả phản ánh kín và người đơn tuyến: chỉ dành cho cấp trên
cli-option-everybody = mọi điều phối viên của đơn vị
cli-option-reason = lý do, chỉ điều phối viên xem
cli-option-due = hạn mới, ví dụ "2026-11-25 17:00" hoặc "thứ sáu 17h"
cli-option-cutoff = giờ chốt (mặc định: hai ngày làm việc sau hạn)
cli-option-until = nhận đến khi nào, ví dụ "27/11 10h"
cli-option-own-rule = quy tắc riêng của đơn vị và các đơn vị bên dưới, ví dụ "quarterly"
cli-option-inherit = theo quy tắc của đơn vị trên
cli-option-dry-run = chỉ xem; chương trình đang chạy tự nhắc
cli-option-head = đầu sổ đang giữ (trên điện thoại), ví dụ 5f0c2a9b71d4
cli-option-on = đầu sổ của ngày nào, ví dụ 2026-11-25
cli-option-since = từ ngày, ví dụ 2026-11-01
cli-option-limit = nhiều nhất bao nhiêu dòng (mặc định: 50)
cli-option-exporter = người xuất: nhãn của điều phối viên, hoặc CTV-17 (mặc định: BAONHANH_AS); chỉ dữ liệu đơn vị của người đó
cli-option-operator = xuất tất cả với tư cách người quản trị máy; cần --reason
cli-option-why = lý do xuất, ghi vào sổ kiểm tra
cli-option-resetter = quản trị của đơn vị người ấy đặt lại: nhãn hoặc CTV-17
cli-option-as-operator = người quản trị máy đặt lại
cli-option-why-reset = lý do, ít nhất 5 chữ cái, ghi vào sổ kiểm tra
cli-option-now = xem như đang ở thời điểm này, ví dụ 2026-11-18T08:00:00+07:00

cli-usage-required = thiếu: { $a }.
cli-usage-unknown = không hiểu: { $a }.
cli-usage-choice = “{ $given }” không có; chọn: { $known }.
cli-usage-choice-guess = “{ $given }” không có; có phải { $guess }?
cli-usage-value-missing = { $a } cần một giá trị.
cli-usage-value = { $a }: không hiểu “{ $b }”.
cli-usage-together = { $a } không đi cùng { $b }.

# Điều gì sai.

cli-file = { $file }: { $why }
cli-no-database = Chưa có cơ sở dữ liệu { $url }. Lập đơn vị đầu tiên: baonhanh init --help
cli-old-database = Cơ sở dữ liệu còn trống hoặc thuộc bản cũ. Chạy: baonhanh upgrade
cli-newer-database = Cơ sở dữ liệu thuộc bản Báo Nhanh mới hơn bản này. Cài bản mới.
cli-database = Không dùng được cơ sở dữ liệu: { $why }
cli-database-readonly = Cơ sở dữ liệu chỉ đọc được, không ghi được. Kiểm tra quyền của tệp và thư mục.
cli-database-locked = Cơ sở dữ liệu đang bị chương trình khác giữ. Chờ một lát rồi thử lại.
cli-database-full = Ổ đĩa đầy, không ghi thêm được.
cli-database-foreign = Tệp cơ sở dữ liệu hỏng, hoặc không phải của Báo Nhanh.
cli-database-password = Cơ sở dữ liệu không nhận người dùng hoặc mật khẩu này.
cli-clock = Không hiểu thời điểm “{ $given }”; cần cả múi giờ, ví dụ 2026-11-30T07:59:00+07:00; --speed phải lớn hơn 0.
cli-clock-early = Đồng hồ của máy sai: { $now } (UTC). Đặt lại giờ rồi chạy lại.
cli-clock-behind = Đồng hồ của máy ({ $now } UTC) chậm hơn dữ liệu mới nhất ({ $newest } UTC). Đặt lại giờ rồi chạy lại.
cli-count = Số lượng phải từ 1 đến 1000: { $given }
run-running = Báo Nhanh đang chạy trên thư mục { $folder }; mỗi thư mục chỉ một chương trình.
run-port = Không mở được cổng { $host }:{ $port }: { $why }. Chọn cổng khác: BAONHANH_WEB_PORT=…
reach-none = Không nối được tới { $channel } (mạng bị chặn, proxy hoặc địa chỉ sai).
reach-token = { $channel } không nhận token này ({ $key }.token).
reach-odd = Máy chủ { $channel } trả lời lạ (mã { $status }); xem lại { $key }.base_url.

# Kiểm tra.

cli-problem = LỖI     { $what }
cli-warning = LƯU Ý   { $what }
cli-check-fine = Không có lỗi.
cli-check-folder = Thư mục dữ liệu { $folder } không ghi được.
cli-check-no-unit = Chưa có đơn vị nào; chương trình sẽ chạy đơn vị mẫu. Lập đơn vị: baonhanh init --help
cli-check-phone = { $units }: chưa có số điện thoại trực. Đặt alerts.phone, hoặc lập đơn vị với --duty-phone.
cli-check-chain = { $units }: cán bộ trực, điều phối viên, lãnh đạo chưa ai có kênh báo được vào điện thoại; tin khẩn chỉ thấy khi mở trang.
cli-check-readers = { $units }: có cộng tác viên nhưng chưa có điều phối viên, phản ánh thường không ai đọc. Cấp mã: baonhanh invite --role coordinator --unit …
cli-check-year = Lịch nghỉ năm { $year } chưa đối chiếu với thông báo của Bộ (calendar.confirmed_years).
cli-check-contact = Chưa ghi đầu mối bảo vệ dữ liệu (privacy.contact); văn bản đồng ý chỉ ghi tên đơn vị.

# Kết quả.

cli-upgrade-done = Đã nâng cấp { $url }.
cli-upgrade-current = { $url } đã là bản mới nhất.
cli-no-unit-guess = Không có đơn vị { $code }; có phải { $guess }?
cli-no-units = Chưa có đơn vị nào. Lập đơn vị: baonhanh init --help
cli-unit-exists = Đơn vị { $code } đã có.
cli-bad-name = Tên đơn vị cần từ 2 đến 200 ký tự.
cli-bad-phone = { $phone } không phải số điện thoại.
cli-init-done = Đã lập { $name } ({ $code }). Mã mời quản trị, chỉ hiện một lần:
cli-init-next = Tiếp theo: baonhanh invite --role coordinator --unit { $code }, rồi --role duty, --role collaborator. Đang chạy đơn vị mẫu thì chạy lại baonhanh run.
cli-ticket = { $code }   { $role } · { $unit }{ $who } · đến hết { $day }
cli-ticket-text = Mời tham gia Tổ cộng tác viên dư luận xã hội { $unit }: mở { $web } hoặc nhập mã { $code }. Mã dùng một lần, hạn { $day }.
cli-ticket-zalo = Mời tham gia Tổ cộng tác viên dư luận xã hội { $unit }: trên Zalo nhắn mã { $code } cho bot “{ $bot }”, hoặc mở { $web }. Mã dùng một lần, hạn { $day }.
cli-invite-local = Liên kết bắt đầu bằng { $web }: chỉ mở được nơi tới được máy này. Đặt web.public_url để gửi ra ngoài.
cli-invite-no-bot = Không có tên bot { $channel }: { $why }
cli-invite-full = Mọi bot { $channel } đã đủ người; thêm bot hoặc mời qua kênh khác.
cli-invite-needs = Cần --role và --unit, hoặc --again.
cli-reading = Đọc { $file }
cli-writing = Ghi
cli-inviting = Cấp mã
cli-exporting = Xuất
cli-exported-reports = Đã xuất { $n } phản ánh ra { $file }.
cli-export-binary = Tệp xlsx không in ra màn hình được. Thêm --out TỆP.xlsx
cli-no-period = Không có kỳ { $period }; có: { $known }
cli-nothing-taken = { $n } lỗi; chưa ghi gì.
cli-ignored = Bỏ qua cột “{ $header }”.
cli-dry-run = Xem trước, chưa ghi gì. Thêm --apply để ghi.
cli-applied = Đã ghi.
cli-unit-new = + { $code }  { $name }
cli-unit-changed = ~ { $code }  { $name }
cli-units-found = { $new } đơn vị mới, { $changed } thay đổi, { $same } giữ nguyên.
cli-and-more = … và { $n } đơn vị nữa
cli-joins = + { $label } · { $role } · { $unit }
cli-leaves = − { $label } · { $role } · { $unit }
cli-people-found = { $joins } người vào, { $stays } người tiếp tục, { $leaves } người thôi.
cli-period = { $name }: { $start } – { $end } · hạn { $due } · chốt { $cutoff } · giao ban { $briefing }
cli-moment = Không hiểu ngày giờ “{ $given }”. Ví dụ: "2026-11-25 17:00" · "25/11 17:00" · "thứ sáu 17h"
cli-now = Không hiểu thời điểm “{ $given }”; cần cả múi giờ, ví dụ 2026-11-18T08:00:00+07:00
cli-term = { $code } · { $name } · { $state }: { $start } – { $end } · hạn { $due } · chốt { $cutoff } · đã báo { $reported }, không phát sinh { $nil }, chậm { $late }, chưa báo { $owes }, miễn { $excused }
cli-term-request = { $code } · { $name } · { $state }: { $start } – { $end } · hạn { $due } · chốt { $cutoff } · đã trả lời { $reported }, không có gì { $nil }, chậm { $late }, chưa trả lời { $owes }, miễn { $excused }
cli-rule-own = { $unit }: quy tắc riêng “{ $rule }”.
cli-rule-inherited = { $unit }: theo quy tắc chung “{ $rule }”.
cli-rule-stays = Đã lập, giữ nguyên: { $name } (hạn { $due })
cli-reminds = NHẮC   { $unit } · { $period } · { $who } · { $stage } · { $at } · { $channel }
cli-reminds-quietly = NHẮC   { $unit } · { $period } · { $who } · { $stage } · { $at } · { $channel } (không reo: hãy gọi điện)
cli-no-reminder = KHÔNG  { $unit } · { $period } · { $who }: { $why }
cli-no-regulations = { $unit } chưa có quy chế. Đăng: baonhanh units rules --unit { $unit } TỆP.txt
cli-not-utf8 = { $file } không phải tệp văn bản UTF-8.
cli-regulations-length = Quy chế cần từ 1 đến { $most } ký tự; tệp có { $given }.
cli-published = { $unit }: đã đăng quy chế, bản { $version }. Người tham gia từ nay đọc và đồng ý; người đang tham gia đọc ở /quyche.
cli-reminders-found = { $sent } người được nhắc, { $others } người không. Chưa gửi gì.
cli-exported-obligations = Đã xuất { $n } dòng ra { $file }. Tệp ghi rõ ai còn nợ: chỉ dành cho điều phối viên.
cli-sealed-named = { $n ->
   *[other] { $n } người được chỉ định đọc phản ánh kín.
}
cli-sealed-everybody = { $n ->
    [0] Đơn vị chưa có điều phối viên: chưa ai đọc được phản ánh kín.
   *[other] Chưa chỉ định ai: cả { $n } điều phối viên đọc phản ánh kín.
}
cli-second-reset = Đã đặt lại mã xác thực của { $who }. Lần vào sau sẽ đặt mã mới; các phiên đang mở đã bị đóng.
cli-second-none = { $who } chưa đặt mã xác thực nào.
cli-second-not-yours = { $by } không phải quản trị của đơn vị nào mà { $who } tham gia.
cli-sealed-no-coordinator = “{ $who }” không phải điều phối viên của đơn vị này.

# Vì sao chưa nhắc.

why-reported = đã báo
why-nil = đã báo không phát sinh
why-late = đã báo, gửi chậm
why-excused = được miễn
why-declined = không nhận nhắc
why-blocked = đã chặn bot, hãy gọi điện
why-no-channel = chưa có kênh nào, hãy gọi điện
why-told = hôm nay đã nhắc
why-quiet = ngoài giờ nhắc, đến { $until }
why-capped = hết mức nhắc trong ngày (reminders.daily_cap)
why-stage = lần nhắc tới: { $at }
why-no-stage = không còn lần nhắc nào

cli-slip = in phiếu chuyển ra tệp (.docx)
cli-option-referral = mã phiếu chuyển, ví dụ PC-7
cli-option-profile = thể thức: dang hoặc nd30 (mặc định: style.layout)
cli-no-referral = Không có phiếu chuyển { $referral }.
cli-slip-made = Đã ghi phiếu { $referral } ra { $file }. Đây là dự thảo: số, ngày, chữ ký để trống.
cli-slip-local = Chưa đặt web.public_url: mã QR dẫn tới { $web }, máy khác không mở được.
