# One message to many: announcements, the focus of a period, campaigns, requests out of turn.

## Under a message to many

b-seen = 👁 Noted
p-seen = When you have read it, press 👁 Noted or type: noted
c-seen = 👁 Noted at { $time } on { $date }
mailing-from = 📣 From { $unit }

## How it goes, told to its author

b-pause = ⏸ Pause
b-go-on = ▶ Go on
b-call-off = ✖️ Call off
b-missed = 📋 Not received
b-unread = 📋 Not read
mailing-broadcast = 📣 Announcement: “{ $said }”
mailing-focus = 🎯 Focus of { $said }
mailing-request = ❓ Request: “{ $said }”
c-mailing-going = Sending: { $sent } / { $of } …
c-mailing-paused = ⏸ Paused: { $sent } / { $of } sent.
c-mailing-done = ✅ Sent: it reached { $sent } of { $of }.
c-mailing-cancelled = ✖️ Called off: it reached { $sent }, and was not sent to { $n }.
c-mailing-read = Noted by { $n } of { $of }.
c-mailing-failed = Could not be sent to { $n }.
c-mailing-unreachable = No channel reaches { $n }; please call.
c-mailing-no-file = The file could not be fetched, so nothing was sent. Press ▶ Go on to send without it.
mailing-names-failed = Could not be sent to: { $names }
mailing-names-unreachable = No channel, please call: { $names }
mailing-names-unread = Not read by: { $names }
mailing-more = { $names } and { $n } more
c-nobody-missed = Everybody has received it.
c-nobody-unread = Everybody has read it.

## The conversation

p-broadcast = What is to be announced? Type it, or send a picture or PDF with words. It goes out as written, nothing is masked.
p-or-before = Or choose one sent before, to see how it goes:
mailing-again = 📊 { $title }
p-to-whom = To whom?
p-to-roles = Which roles? Choose one or more, then press Done.
p-to-people = { $n ->
   *[other] Who? Choose among { $n }, then press Done. Names can be typed.
}
b-to-team = The team ({ $n })
b-to-tree = Units below ({ $n })
b-to-roles = By role
b-to-people = Choose people
to-list = List of { $period }
b-role-collaborator = Collaborators
b-role-coordinator = Coordinators
b-role-duty = Duty officers
b-role-leader = Leaders
p-want-seen = Shall everybody confirm having read it?
b-want-seen = 👁 Ask to confirm
b-no-seen = No need
p-preview = NOT SENT. Have a last look:
p-with-file = 📎 With 1 file
p-masked-here = { $n ->
   *[other] { $n } places were masked, for they stood right after the command. To keep them, press Edit text and type it again.
}
p-seen-asked = With a button 👁 Noted
p-seen-not-asked = Nobody is asked to confirm
p-count = { $out ->
    [0] People: { $n }
   *[other] People: { $n }, of whom { $out } have no channel and need a call
}
b-send-to = ✅ Send to { $n }
b-whom = 👥 Change people
c-announced = ✅ Sending has begun. Another message shows how it goes.
e-too-many = Choose { $n } at most.

## The focus of a period

focus-point = • { $topic }: { $said }
focus-words = • { $said }
focus-head = 🎯 Focus of { $period }:
focus-head-next = 🎯 The next period, { $period }:
focus-told = 🎯 Focus of { $period }, due { $due }. Please listen to what people say about:
p-focus-now = 🎯 Focus: { $focus }
c-no-focus = No focus has been set.
b-set-now = 🎯 Set this one
b-set-next = 🎯 Set the next
p-focus-topics = Which fields? Choose { $n } at most, then press Done.
p-focus-words = { $topic }: listen for what? One sentence, { $n } characters at most.
p-focus-before = It says now: { $said }
p-focus-review = NOT SAVED. Have a last look:
p-focus-later = Once saved, the team is told when the period opens.
b-save = 💾 Save
b-announce = 📣 Announce
b-save-push = 📣 Save and send
b-edit-topics = ✏️ Change fields
c-focus-saved = ✅ The focus of { $period } is saved. Nobody has been told.
c-focus-pushed = ✅ The focus of { $period } is saved and on its way to the team.
c-focus-later = ✅ The focus of { $period } is saved. The team is told when the period opens.

## Requests out of turn

p-request = What is asked? Write the question, { $n } characters at most. It goes out as written, nothing is masked.
p-request-due = Until when? Press, or type a day and an hour, for example: { $day } 17:00
e-request-due = Not understood, or too soon (under 30 minutes) or too far (over 90 days). For example: { $day } 17:00 · friday 5pm
p-request-by = ⏰ Due: { $due }
b-due = ⏰ Change deadline
b-nothing = ☑️ Nothing to say
b-ask-new = ➕ New request
request-name = request { $code } “{ $said }”
request-told = ❓ { $unit } asks, until { $due }:
request-how = Press the button, or type /yeucau
request-one = ❓ { $said }
request-line = { $answered ->
    [1] ✅ Answered: { $said } (due { $due })
   *[other] ❓ { $said } (due { $due })
}
p-which-request = Answer which request?
p-answers = ❓ Answering: { $said } (due { $due })
c-nothing-asked = No request waits for an answer.
c-asked = ✅ The request is made and on its way. Who has not answered: /chuabao
c-answered-nothing = Noted: nothing to say. Thank you.
e-request-over = This request takes no answers any more.

## Campaigns

p-campaigns = Which campaign? Reports with one of its words belong to it by themselves.
p-no-campaign = There is no campaign. Open one to follow what is said about the theme of a year, or a policy.
campaign-one = 🏷 { $title }
b-new-campaign = ➕ New campaign
b-end-campaign = ⏹ End today
campaign-year = 🏷 Theme of the year: { $title }
campaign-policy = 🏷 Policy: { $title }
campaign-days = From { $start } to { $end }
campaign-open-end = an open end
campaign-words = Words: { $words }
campaign-counts = Reports: { $before } before · { $during } during · { $after } after (90 days before and after)
p-campaign-title = What is it called? For example: Merging of communes
p-campaign-kind = Of which kind?
b-year = Theme of the year
b-policy = Policy
p-campaign-from = From which day? Press, or type a day, for example: { $day }
p-campaign-to = To which day? Press, or type a day, for example: { $day }
b-today = Today
b-open-end = Open end
e-campaign-day = That is no day, or the end comes before the start. For example: { $day } or { $day }/{ $year }
p-campaign-words = Which words? With commas between them, with or without marks. For example: merger, new commune, #merger
e-campaign-words = There is no keyword in it. Type one at least, for example: merger, #merger
p-campaign-review = NOT SAVED. Have a last look:
b-edit-words = ✏️ Change words
b-edit-title = ✏️ Change title
c-campaign-open = ✅ The campaign { $title } is open. Earlier reports with its words belong to it too.
c-campaign-ended = ✅ The campaign { $title } ends with today.

## Help

help-asked = /trongtam the focus of the period · /yeucau requests that wait for an answer · /thamdo polls · /hop meetings · /viec work given to me
help-own = Your own work: { $commands }
help-coordinator = /nhom (in a Telegram group) urgent reports to the group · /nguoibao who made a report (for a reason, and the reporter is told)
