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
cli-setting-topic = không có mã lĩnh vực này, hoặc không tắt được
cli-setting-address = cần một địa chỉ đầy đủ, ví dụ https://baonhanh.example.vn
cli-setting-database = cần sqlite:///TỆP hoặc postgresql://người:mật-khẩu@máy/tên
cli-setting-webhook = mode: webhook cần cả webhook_url (https) và webhook_secret
cli-setting-webhook-secret = cần 16–256 chữ cái, chữ số, dấu _ hoặc -
cli-setting-alert-order = leader_after_minutes không được nhỏ hơn coordinators_after_minutes
cli-env-twice = { $name } và { $name }_FILE cùng có; chỉ giữ một
cli-env-file = { $name }: không đọc được tệp { $file }
