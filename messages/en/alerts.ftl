# Urgent reports gathered, reports that need attention, "still working on it?", mutes.

## Several in one message

a-many-urgent = { $n ->
   *[other] 🔴 URGENT: { $n } reports
}
a-many-calm = { $n ->
    [one] 🟡 Needs attention: { $n } report
   *[other] 🟡 Need attention: { $n } reports
}
a-item = ▪️ { $code } · { $topic } · { $area } · { $at }
b-claim-code = 🙋 Take { $code }

## Still working on it?

a-still = ⏱ { $code }, taken at { $at }: still working on it?
a-unanswered = 🔴 { $code }: { $who } took it at { $at } and has not answered since. Somebody else is needed.
a-done = ✅ Settled at { $at }: { $said }
a-done-short = ✅ Settled: { $said }
b-going = ⏳ Still on it
b-settled = ✅ Done
b-hand-on = Hand it on
c-going = Noted: { $code } is being worked on.
c-asked-again = The next question comes at { $time }.
c-handed-on = { $code } is handed on; others are being told.
c-alert-closed = ✅ { $code } is closed. Its reporter has the answer.
c-done = { $code }: settled by the officer on duty: { $said }
p-done = { $code }: what was done? In short and without identities; the reporter will read it.

## Mutes

command-tatbao = Mute a topic or an area
a-muted = 🔕 This topic is muted ({ $who }: { $reason }, until { $until })
b-mute-new = 🔕 New mute
b-mute-save = 🔕 Mute
b-unmute = Lift number { $n }
b-tonight = Until tonight
b-days-3 = 3 days
b-days-7 = 7 days
b-all-topics = All topics
b-all-areas = Everywhere
mute-all-topics = all topics
mute-everywhere = everywhere
mute-what = { $topic }, { $area }
mute-none = 🔔 Nothing is muted.
mute-running = 🔕 Muted now:
mute-line = { $mark } { $unit } · { $what } · until { $until } · { $who }: { $reason } · { $held } held back
mute-lifted = 🔔 Not muted any more: { $what }.
mute-ended = 🔔 The mute has ended: { $what }.
mute-held = { $n ->
    [0] Nothing was held back.
    [one] { $n } report that needs attention was held back: { $codes }.
   *[other] { $n } reports that need attention were held back: { $codes }.
}
p-mute-topic = Mute which topic? Urgent reports come all the same.
p-mute-area = In which area?
p-mute-until = Until when? A week at most. Choose, or type a day and an hour, such as { $day } 17:00
p-mute-reason = Why? In short; the other coordinators will read it.
p-mute-review = Mute { $what } in { $unit } until { $until }. Reason: { $reason }
p-mute-promise = Urgent reports come all the same. Those that need attention are held back and counted in the digest.
c-muted = 🔕 Muted until { $until }. To lift it: /tatbao
c-mute-over = This mute is over.
e-mute-until = A mute must end within the next 7 days. For example: { $day } 17:00
e-mute-passed = That hour has passed, or is more than 7 days ahead. Please begin again: /tatbao
digest-muted = { $n ->
    [one] 🔕 Muted: { $n } report that needs attention was not told.
   *[other] 🔕 Muted: { $n } reports that need attention were not told.
}
