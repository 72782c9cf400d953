# Việc giao sau kết luận hoặc từ một vấn đề. DOMAIN §1 dòng 9.

command-viec = Việc được giao
b-task-done = ✅ Đã xong
b-unit-tasks = 📋 Việc đơn vị ({ $n })
b-open-tasks = 📌 Xem việc
p-tasks = Việc nào?
p-unit-tasks = Việc của đơn vị, hạn gần nhất trước:
p-task-result = Kết quả thế nào?
c-no-tasks = Không có việc nào đang giao.
c-task-done = { $code }: đã ghi kết quả và báo điều phối viên.
c-task-done-before = Việc này đã xong.
task-given = 📌 Việc { $code }, hạn { $due }:
task-soon = ⏰ Việc { $code } đến hạn { $due }:
task-today = ⏰ Hôm nay là hạn việc { $code } ({ $due }):
task-overdue = ⏰ { $n } việc quá hạn:
task-late = { $code } · { $owner } · quá { $n } ngày: { $said }
task-finished = ✅ Việc { $code } đã xong: { $said }
    Kết quả: { $result }
task-label = { $code } · { $due } · { $title }
task-head = { $code } · { $owner } · { $state }
task-is-late = quá hạn { $n } ngày
task-is-due = hạn { $due }
