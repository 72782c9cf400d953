# Meetings: date, invitation, roll-call, agenda, statements, conclusions; the day in figures. DOMAIN §1, §5.E.

command-hop = Meetings, today in figures
mailing-meeting = 🗓 Invitation to the meeting { $said }
mailing-conclusion = 📌 Conclusions of the meeting { $said }

## The day in figures

day-head = 📊 { $unit }, { $on }
day-reports = New reports { $new } (urgent { $urgent }) · not dealt with { $loose }
day-matters = Open matters { $open } · referrals due today { $due } · overdue { $late }
day-owing = { $period }: { $n } still owe: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}

## Calling and inviting

b-new-meeting = ➕ Call a meeting
b-open-meeting = 🗓 Open the meeting
b-invite = ✅ Invite { $n }
b-other-hour = ⏰ Another hour
b-other-place = 📍 Another place
b-come-yes = ✅ Coming
b-come-no = ❌ Not coming
b-come-later = 🕒 Not sure yet
p-meetings = Which meeting?
p-come = Will you come?
p-meeting-at = When? Type day and hour, for example { $day } 14:00.
p-meeting-place = Where?
p-chair = Who takes the chair?
p-no-chair = The unit has no leader here: the coordinator approves agenda and conclusions.
e-meeting-at = Unclear, or it is past. For example { $day } 14:00.
e-meeting-not-now = This cannot be done now. Look again with /hop.
e-day = Unclear, or a day that does not fit. For example { $day }.
c-no-meetings = There is no meeting.
c-meeting-called = The meeting { $at } is called. Invitations are on their way.
c-come-yes = Noted: coming { $at }, { $place }.
c-come-no = Noted: not coming { $at }, { $place }.
c-come-later = Noted: not sure yet. The meeting is { $at }, { $place }.
meeting-invitation = 🗓 { $unit } invites to the meeting on public opinion at { $at }, { $place }.
meeting-you-chair = Please take the chair. Agenda and conclusions will be put before you.
meeting-mine = Answered: { $said }
meeting-soon = ⏰ A reminder of the meeting.
meeting-label = 🗓 { $at }

## One meeting

meeting-head = 🗓 Meeting { $at }, { $place }
meeting-planned = Invited.
meeting-waiting = The conclusions wait for the chair.
meeting-concluded-mark = Concluded.
meeting-counts = ✅ Coming { $yes } · ❌ Not coming { $no } · 🕒 Not sure { $later } · no answer { $none }
meeting-agenda-put-mark = The agenda waits for the chair.
meeting-agenda-approved-mark = The agenda is approved.
meeting-statements = 🗣 { $n } statements
meeting-has-conclusions = 📌 { $n } conclusions
b-agenda = 📋 Agenda
b-roll = 🙋 Roll-call
b-statement = 🗣 Statement
b-conclude = 📌 Conclusion
b-conclusions = 👀 See conclusions
b-reply-invitation = ✉️ Answer
b-move-meeting = ✅ Move and tell
p-move-meeting = To what hour? Type day and hour, for example { $day } 14:00.
p-move-sure = Move the meeting: { $at } instead of { $before }. Those invited are told once and answer anew.
e-move-meeting = That day and hour is not clear, has passed, or is the former one. For example { $day } 14:00.
c-meeting-moved = Moved to { $at }. Those invited are being told.
c-kept-hour = The hour stays.
meeting-moved = ⏰ { $unit } moves the meeting: { $at } instead of { $before }, at { $place }. Please answer anew.
b-call-off-meeting = ✖️ Call it off
p-off-why = Why? Those invited will read it.
c-meeting-off = The meeting is called off, and those invited are told.
meeting-off = ✖️ The meeting { $at } does not take place. Reason: { $why }
roll-yes = ✅ Coming { $n }: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
roll-no = ❌ Not coming { $n }: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
roll-later = 🕒 Not sure { $n }: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
roll-none = No answer { $n }: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
roll-nobody = The invitation has reached nobody yet.

## The agenda (DOMAIN §5.E)

agenda-head = 📋 Agenda of the meeting
agenda-roll = 1. Roll-call: { $n } invited, { $yes } coming
agenda-period = 2. The period: { $n } reports
agenda-figure = – { $name }: { $n }
agenda-tone-approve = Approving
agenda-tone-uneasy = Uneasy
agenda-tone-aggrieved = Aggrieved
agenda-feedback = 3. Feedback
agenda-answer = – { $matter }, { $unit } answers: { $said }
agenda-overdue = – { $referral }: { $unit } is { $n } days late
agenda-opinions = 4. Opinions
agenda-matter = – { $code } · { $topic } · { $n } reports: { $said }
agenda-unverified = Not verified yet:
agenda-orientation = 5. Orientation
agenda-point = – { $said }
agenda-conclusions = 6. Conclusions of the chair
agenda-none = – Nothing.
b-put-agenda = 📤 Put to the chair
c-agenda-put = The agenda is before the chair.
c-agenda-stands = The agenda stands; those who come get it with the reminder.

## Statements, conclusions

p-statement = What was said? The opinion, not who a citizen is.
c-statement = Noted, { $code }. Statement number { $n }.
b-next-statement = 🗣 Next statement
b-next-conclude = 📌 Next conclusion
p-conclusion = Which conclusion? At most { $n } characters, sent as written.
p-as-task = Does somebody do it?
b-as-task = 👤 Give to somebody
b-only-conclusion = 📌 Only note it
p-owner = Who does it?
p-task-due = Done by which day? Type it, for example { $day }.
c-conclusion = Conclusion { $n } noted.
conclusion-line = { $n }. { $said }
conclusion-task = { $n }. { $said } ({ $owner }, by { $due })
b-put-conclusions = 📤 Put to the chair
b-drop-conclusion = ✖️ Take one out
p-drop-conclusion = Which one?
c-conclusion-dropped = Taken out.
c-conclusions-put = The conclusions are before the chair.
c-conclusions-sent = The conclusions stand, and go to those invited.

## The chair

meeting-put-agenda = 📋 The agenda of the meeting { $at }
meeting-put-conclusions = 📌 The conclusions of the meeting { $at }
b-judge-put = ✅ Look and approve
b-approve-agenda = ✅ Approve agenda
b-approve-concl = ✅ Approve
b-comment = ✏️ Write back
p-comment = What do you say? The coordinators will read it.
c-commented = Sent to the coordinators.
c-approved-agenda = The agenda is approved.
c-approved-conclusions = The conclusions are approved; they go to those invited, and the work is given.
c-approved-changed = This has changed or is approved already. See the newest with /hop.
meeting-agenda-approved = ✅ The chair has approved the agenda of the meeting { $at }.
meeting-concluded = ✅ The chair has approved the conclusions of the meeting { $at }. They are being sent.
meeting-comment = ✏️ The chair on the meeting { $at }: { $said }
meeting-conclusions = 📌 Conclusions of the meeting { $at }, { $place }
