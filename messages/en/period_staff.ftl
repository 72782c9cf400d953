# Periods in the coordinator's hands: deadline, lock, excuse, exception; the calendar of deadlines; leaves.

## Which unit

p-which-unit = Of which unit?

## Days and hours

moment = { $time } on { $weekday }, { $date }
weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
weekday-5 = Saturday
weekday-6 = Sunday
moment-label = { $time } { $day } { $date }
day-0 = Mon
day-1 = Tue
day-2 = Wed
day-3 = Thu
day-4 = Fri
day-5 = Sat
day-6 = Sun

## A period, its dates and how it stands

b-ky = 🗓 Periods
b-change-due = 📅 Move deadline
b-extend = 🕘 Take one late
b-lock = 🔒 Lock
b-open-term = ➕ New period
b-move = ✅ Move it
b-cutoff = Other cut-off
b-open-now = ✅ Begin it

term-label = { $period } · { $state }
term-coming = to come
term-running = taking reports
term-late = overdue, still taken
term-closed = closed
term-locked = locked
term-head = 🗓 { $period } · { $state }
term-span = From { $start } to { $end }
term-due = Due: { $due }
term-cutoff = Late reports until: { $cutoff }
term-briefing = Briefing: { $briefing }
term-locked-at = Locked: { $at }
term-late-for = 🕘 Taken late: { $who }, until { $until }

p-type-label = { $n ->
    [one] One more: type the label.
   *[other] { $n } more: type the label.
}
p-which-term = Which period?
p-due = The new deadline of { $period }? Choose, or type a day and hour: { $day } 17:00 · friday 5pm · { $day }
p-cutoff = Until when are late reports taken? Choose, or type a day and hour.
p-move = New deadline of { $period }: { $due }.
p-move-cutoff = Late reports are taken until { $cutoff }.
p-day-off = ⚠️ { $date } is a day off.
p-in-leave = ⚠️ { $date } is within a leave: nobody is reminded until { $resumes }.
p-after-briefing = ⚠️ The briefing is before the cut-off: { $briefing }.
p-sure = Is that right?
p-late-whom = Whose report for { $period } is taken late?
p-until = Until when? Choose, or type a day and hour.
p-lock = { $n ->
    [0] Lock { $period }? Everybody has reported. It cannot be opened again.
    [one] Lock { $period }? One person still owes. Nothing is taken for it any more, and it cannot be opened again.
   *[other] Lock { $period }? { $n } people still owe. Nothing is taken for it any more, and it cannot be opened again.
}
p-lock-early = This period is running: locking ends it now, and what is reported afterwards counts for the next.
p-term-name = What is the period called? For example: the peak weeks of { $month }/{ $year }
p-term-due = When is { $period } due? Choose, or type a day and hour.
p-open-term = Begin { $period } now, due at { $due }?

c-moved = { $period } is now due at { $due }, taken until { $cutoff }. Whoever still owes reads it in the next reminder.
c-extended = The report of { $who } for { $period } is taken until { $until }. They are told.
c-locked = { $next ->
    [none] { $period } is locked.
   *[other] { $period } is locked. What is reported from now on counts for { $next }.
}
c-opened = { $period } has begun, due at { $due }.
r-late-granted = Your report for { $period } is taken until { $until }. Type what people say, or press “Nothing new”.
r-late-exception = The report for { $period } is overdue. It is still taken, because your coordinator allows it, as late.

e-moment = That is no day and hour. For example: { $day } 17:00 · friday 5pm · { $day }
e-past = That hour has passed. Please choose a later one.
e-before-start = The deadline must come after the period has begun: { $start }.
e-cutoff-early = The cut-off cannot come before the deadline: { $due }.
e-still-taken = Everybody’s reports are taken until { $cutoff } anyway. Please choose a later hour.
e-term-locked = { $period } is locked and cannot be changed any more.
e-term-runs = { $period } runs until { $end }. There is one period at a time; the next begins when this one ends.
e-not-begun = { $period } has not begun.

## The unit's own regulations

b-accept = I have read, agree
b-later = Later
b-next-page = Read on ›
regulations-head = 📜 Regulations of { $unit } · version { $version }, since { $since } · page { $page }/{ $of }
c-no-regulations = { $unit } has published no regulations.
c-accepted-before = This version is accepted.
c-accepted = Noted: the regulations, version { $version }, are accepted.
c-not-accepted = Nothing is noted. They can be read at any time: /quyche

## Leaves and years

leave-tet = Tết
r-tet = During the { $leave } leave there is a rota: report at once what cannot wait. Nobody is reminded of periodic reports until { $date }.
a-rota-gap = ⚠️ The rota for the { $leave } leave has gaps: nobody is on duty from { $gap }. Please fill it before the leave.
a-year = ⚠️ The days off of { $year } are not compared with the Ministry's list. Change calendar.days_off and makeup_days where they differ, then add { $year } to calendar.confirmed_years.

## The calendar of deadlines

b-feed = 📅 Deadline calendar
b-feed-renew = New address
p-feed = A calendar of deadlines for the phone; it rings a day before. Take a new address if somebody else knows it; the old one ends.
c-feed = 📅 Open this address, or add it in the calendar app (“add calendar by URL”):
c-feed-private = This address is one person’s own; please pass it to nobody. Another one: /lich
c-feed-offer = This channel does not ring at a deadline. For a phone that does: type /lich and add the calendar of deadlines.
feed-title = Report deadlines
feed-due = Report due: { $period } – { $unit }
