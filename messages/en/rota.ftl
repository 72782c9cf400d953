# The duty rota: who is on duty, the week's grid, planning, exchanges, hand-over.

## The grid

rota-weekday-0 = Mon { $date }
rota-weekday-1 = Tue { $date }
rota-weekday-2 = Wed { $date }
rota-weekday-3 = Thu { $date }
rota-weekday-4 = Fri { $date }
rota-weekday-5 = Sat { $date }
rota-weekday-6 = Sun { $date }
rota-day = { $day }  { $watches }
rota-moment = { $time } { $day }
rota-watch = { $since } – { $until }
rota-shift = { $since } · { $who }
rota-and = { $first }; { $rest }
rota-week = 🗓 Duty rota, week of { $day }:
rota-empty = Nobody yet.
rota-now = 🛡 On duty: { $who }, until { $until }.
rota-nobody = 🛡 Nobody is on duty now. Urgent reports go to every duty officer.
rota-none = 🛡 There is no rota. Urgent reports go to every duty officer at once.
rota-gap = { $since } – { $until }
rota-gaps = { $n ->
    [one] ⚠️ { $n } gap in the next 7 days: { $gaps }
   *[other] ⚠️ { $n } gaps in the next 7 days: { $gaps }
}

## Planning

b-rota = 📅 Duty rota
b-next-week = Next week
b-this-week = This week
b-week-after = In two weeks
b-plan-rota = 🗓 Plan a week
b-change-shift = Change one shift
b-ask-swap = 🔁 Ask to swap
b-pattern-day = One a day
b-pattern-night = Day and night
b-pattern-week = One all week
b-save-rota = ✅ Save
p-which-week = Plan which week?
p-pattern = How are the shifts?
p-who-order = Who is on duty, in which order? Press one after the other, then Done; or type numbers in order, e.g. 2 1 3
p-who-week = Who is on duty all week?
p-rota-review = Duty rota, week of { $day }, not saved yet:
p-rota-replaces = It replaces the shifts planned for these hours. Save?
p-which-shift = Which shift?
p-who-instead = Who takes it instead?
p-swap-whom = Who is to be asked?
c-rota-saved = { $n ->
    [one] ✅ { $n } shift saved. Whoever is on duty has been told.
   *[other] ✅ { $n } shifts saved. Whoever is on duty has been told.
}
c-shift-changed = ✅ { $who } has the shift { $shift }. Both have been told.
e-week-over = Nothing of this week is left to plan. Change one shift, or plan the next week.
e-shift-over = This shift is over.

## Between colleagues

b-take-shift = ✅ Take it
b-decline = No
rota-yours = 🗓 Your shifts in the week of { $day }:
rota-now-has = 🔁 { $who } now has the shift { $shift }.
rota-asked = 🔁 { $who } asks you to take the shift { $shift }.
rota-declined = { $who } does not take the shift { $shift }. It stays as it was; type /truc to ask somebody else.
c-swap-asked = { $who } has been asked. The shift changes only when they take it.
c-shift-taken = ✅ You have the shift { $shift }.
c-swap-declined = They have been told.
e-swap-unreachable = { $who } cannot be reached by a message. Ask somebody else, or call.

## At the change

rota-begins = 🛡 Your duty has begun, until { $until }. { $urgent }
rota-ends = 🛡 Your duty is over. { $who } is on duty until { $until }.
rota-open = { $n ->
    [0] No urgent matter is open.
   *[other] Urgent matters open: { $codes }.
}

## As a table

sheet-column-since = from
sheet-column-until = to
sheet-column-officer = officer
rota-nobody-called = no duty officer is called “{ $who }”
rota-several-called = several duty officers are called “{ $who }”; give a number, e.g. CTV-17
rota-crossed = the end { $until } is not after the start { $since }
rota-no-moment = “{ $text }” is no day and hour (as in 23/11/2026 07:30)
rota-found = { $n ->
    [one] { $n } shift, from { $since } to { $until }; it replaces the shifts planned for these hours.
   *[other] { $n } shifts, from { $since } to { $until }; they replace the shifts planned for these hours.
}
e-nobody-else = There is no other duty officer who could take it.
