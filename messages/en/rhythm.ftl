# The rhythm of reports: reminders, who still owes, how a period stands. Reminders: at most 200 characters.

## Buttons

b-periodic = 📝 Period report
b-this-afternoon = This afternoon
b-tomorrow = Tomorrow
b-resume = ✏️ Go on with draft
b-answer = ✍️ Answer
b-owing = 📋 Who still owes

## Reminders

r-before = { $days ->
    [one] The report for { $period } is due at { $time } on { $date } (one day left).{ $focus } Type what people say, or press “Nothing new”.
   *[other] The report for { $period } is due at { $time } on { $date } ({ $days } days left).{ $focus } Type what people say, or press “Nothing new”.
}
r-focus = { " " }Focus: { $focus }.
r-today = The report for { $period } is due today ({ $time }). Nothing has come from { $area } yet. Send a report, or choose Nothing new.
r-late = The report for { $period } is overdue. It is taken until { $cutoff }, as late.
r-late-request = The answer to { $period } is overdue. It is taken until { $cutoff }, as late.
r-request = Asked of you, due at { $time } on { $date }: { $said }

a-capped = { $n } people were reminded today, all that reminders.daily_cap allows. The others come tomorrow; look at the setting.
c-later = You will be reminded at { $time } on { $date }.
c-nothing-owed = No report is owed any more.

## How a period stands (for coordinators)

d-head = 📊 { $period } · due { $due }
d-counts = Reported { $reported } · nothing new { $nil } · late { $late } · owing { $owes } · excused { $excused } ({ $total } on the list)
d-rates = { $rate } % have reported, { $ontime } % in time
d-owing = { $more ->
    [0] Still owing: { $names }
   *[other] Still owing: { $names } and { $more } more
}
d-head-request = 📊 { $period } · due { $due }
d-counts-request = Answered { $reported } · nothing to say { $nil } · late { $late } · not yet { $owes } · excused { $excused } ({ $total } asked)
d-rates-request = { $rate } % have answered, { $ontime } % in time
d-owing-request = { $more ->
    [0] Not answered yet: { $names }
   *[other] Not answered yet: { $names } and { $more } more
}
d-call = 📞 Cannot be reminded – please call: { $names }
d-declined = 🔕 Want no reminders: { $names }
d-blocked = ⛔ Blocked the bot – please call: { $names }
a-silent = { $n ->
    [one] One area without a report for { $k } periods in a row.
   *[other] { $n } areas without a report for { $k } periods in a row.
}

## The periodic report

b-heard = Yes
b-not-heard = No
p-focus = Focus { $n }/{ $of }: { $words }. Do people speak of it?
p-any-matter = Do people speak of anything in this period?
p-other-matter = Anything else?
p-review = { $n ->
    [0] Report for { $period }: nothing new. Send it?
    [one] Report for { $period }: one opinion. Send it?
   *[other] Report for { $period }: { $n } opinions. Send it?
}
p-review-one = { $n }. { $said }
c-periodic = { $n ->
    [one] ✅ The report for { $period } is sent: one opinion.
   *[other] ✅ The report for { $period } is sent: { $n } opinions.
}
c-periodic-one = { $code } · { $said }

## One's own record, and what coordinators do

record-head = Your reporting (seen by you and your coordinators only):
record-one = { $period }: { $state }
record-one-at = { $period }: { $state } ({ $at })
record-owes = not sent
record-reported = in time
record-nil = nothing new
record-nothing = nothing to say
record-late = late
record-excused = excused
b-excuse = Excuse somebody
b-silent = Silent areas
b-close-list = Close
p-which-period = Which period?
p-which-of-both = Which period or request?
p-excuse-whom = Who owes nothing for { $period }?
p-excuse-whom-request = Who need not answer { $period }?
p-excuse-why = Why?
c-chased = { $n ->
    [0] Nobody was reminded: everybody has been today, or cannot be reached by a message.
    [one] One person was reminded, and will not be again today.
   *[other] { $n } people were reminded, and will not be again today.
}
c-excused = Excused.
c-nobody-silent = No area is silent.
e-nothing-to-excuse = This person owes nothing for that period any more.
