# Tên kỳ báo cáo và quy tắc kỳ.

period-week = tuần { $number }/{ $year }
period-month = tháng { $number }/{ $year }
period-quarter = quý { $number ->
        [1] I
        [2] II
        [3] III
       *[4] IV
    }/{ $year }
period-half = { $number ->
        [1] 6 tháng đầu năm { $year }
       *[2] 6 tháng cuối năm { $year }
    }
period-year = năm { $year }

rule-unknown = Không hiểu quy tắc kỳ “{ $rule }”. Ví dụ: monthly last-working-day · monthly day 25 17:00 · monthly calendar · weekly thu 16:00 · quarterly 5th-working-day-after · half-yearly · yearly · 15-14 · 25-25.
