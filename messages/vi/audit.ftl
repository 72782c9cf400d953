# Sổ kiểm tra: ai đã xem, đã xuất, đã quyết định gì; người báo được biết ai đã xem mình.

audit-walking = Kiểm tra sổ
audit-whole = Sổ kiểm tra nguyên vẹn: { $n } dòng, đầu sổ { $head }
audit-held = Đầu sổ { $head } đúng là của sổ này.
audit-changed = Sổ kiểm tra SAI ở dòng { $row } ({ $at } UTC): nội dung dòng đã bị đổi. { $n } dòng trước đó còn khớp.
audit-follow = Sổ kiểm tra SAI ở dòng { $row } ({ $at } UTC): không nối tiếp dòng trước; có dòng bị xóa, chèn hoặc đổi chỗ. { $n } dòng trước đó còn khớp.
audit-head = Sổ kiểm tra SAI ở dòng { $row } ({ $at } UTC): không phải đầu sổ đã ghi cho chỗ này. { $n } dòng trước đó còn khớp.
audit-lost = Sổ kiểm tra SAI ở cuối: sau { $n } dòng thì hết, chưa tới đầu sổ đã ghi ngày { $day } ({ $hash }).
audit-not-held = Sổ tự khớp, nhưng không có đầu sổ { $head }: đây không phải sổ mà người giữ mã ấy đã có.
audit-not-held-on = Sổ tự khớp, nhưng đầu sổ ngày { $day } là { $stands }, không phải { $head }.
audit-no-hash = “{ $given }” không phải đầu sổ: cần từ 8 đến 64 chữ số thập lục phân.
audit-on-alone = --on cần đi cùng --head.
audit-limit = Số dòng phải từ 1 đến { $most }: { $given }
audit-empty = Không có dòng nào.
d-audit = Đầu sổ kiểm tra { $date }: { $hash }

## Export

export-not-reports = { $who } không phải điều phối viên: nội dung phản ánh chỉ điều phối viên của đơn vị xuất được.
export-not-obligations = { $who } không phải điều phối viên hoặc quản trị của đơn vị nào.
export-reason = --operator cần cả --reason "lý do".
export-unnamed = Lưu ý: nên ghi rõ ai xuất (--as NGƯỜI, hoặc --operator --reason "lý do"). Lần này sổ kiểm tra ghi lý do “không nêu”.
e-reason = Lý do cần ít nhất 5 chữ cái, để người liên quan hiểu được.

## Who made a report

p-reporter-of = Xem người báo của phản ánh nào? Gõ mã, ví dụ PA-12.
p-reporter-why = Lý do xem người báo { $code }? Người báo đọc được lý do này, và lần xem được ghi vào sổ kiểm tra.
e-report-code = Chưa hiểu mã phản ánh. Gõ như PA-12, hoặc chỉ số 12.
e-no-report = Không có phản ánh { $code } trong đơn vị mình điều phối.
c-reporter = Người báo { $code }: { $who }. Đã ghi vào sổ kiểm tra và cho người báo biết.
c-reporter-forgotten = { $code }: không còn biết người báo.
team-reporter-seen = { $viewer } (điều phối viên) đã xem người báo { $code }, lý do: { $reason }
