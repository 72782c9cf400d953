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
r-request = Asked of you, due at { $time } on { $date }: { $said }

a-capped = { $n } people were reminded today, all that reminders.daily_cap allows. The others come tomorrow; look at the setting.
c-later = You will be reminded at { $time } on { $date }.
c-nothing-owed = No report is owed any more.
