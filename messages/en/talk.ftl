# Conversations: buttons, prompts, confirmations, errors. Limits: DOMAIN §9.

## Buttons

b-new = ✍️ New report
b-nil = ☑️ Nothing new
b-mine = 📂 My reports
b-focus = 🎯 Focus topics
b-replies = 💬 Answers
b-docs = 📚 Documents
b-help = ❓ Help
b-settings = ⚙️ Settings
b-mydata = 🔐 My data
b-send = ✅ Send
b-urgent-ok = 🔴 Send as urgent
b-urgent-dn = Lower the level
b-edit = ✏️ Edit the text
b-sendnow = ✅ Send as it is
b-writemore = ✍️ Write more
b-addto = ➕ Add to it
b-newrep = ✍️ New report
b-direct = 🔒 Upper level only
b-reissue = New code
b-cancel = ✖️ Drop
b-drop = Drop
b-hold = Keep
b-keep = ✔️ Leave as it is
b-back = ‹ Back
b-more = ➕ Add
b-addwords = ✍️ Add words
b-all = Show all
b-topics = Other topic
b-right = ✔️ Right
b-other = Choose again
b-skip = Skip
b-done = Done
b-undo = ↩️ Withdraw
b-normal = Normal
b-attn = 🟡 Needs attention
b-urgent = 🔴 Urgent
b-pos = 🙂 Approving
b-worry = 😟 Uneasy
b-anger = 😠 Aggrieved
b-neutral = ⚪ Unclear
b-e1 = One voice
b-e2 = Some voices
b-e3 = Many voices
b-e4 = Most people
b-calm = Calming down
b-same = Staying as it is
b-grow = Growing
b-hotspot = May become heated
b-officials = Officials
b-workers = Workers
b-farmers = Farmers
b-traders = Traders, firms
b-intellectuals = Intellectuals
b-youth = Youth, students
b-women = Women
b-veterans = Veterans
b-elderly = Elderly
b-retired = Retired
b-agree = I agree
b-disagree = I do not agree
b-remind-me = Remind me
b-no-remind = No reminders
b-remind-on = 🔔 Reminders on
b-remind-off = 🔕 Reminders off
b-lang-vi = Tiếng Việt
b-lang-en = English
b-take-data = 📄 Export my data
b-withdraw = Withdraw consent
b-erase = Erase my data
b-keepme = Do not erase
b-stop-remind = Stop reminders
b-leave = Leave the network
b-ack = 🙋 I take it
b-merge = 🔗 Merge into matter
b-remind = 🔔 Chase
b-export = 📄 Export .docx

## Asking

p-welcome = Báo Nhanh, the channel of the opinion collaborators of { $unit }. Type what is to be reported, choose the mood and press ✅ Send.
p-welcome-numbered = Báo Nhanh, the channel of the opinion collaborators of { $unit }. Type what is to be reported; answer the card by number of the mood, then “send”.
p-rule = Write opinions, not identities: no citizen's name, phone number, papers or home address. No classified documents.
p-text = What are people saying? Briefly: what, where, in which words.
p-photos = { $n ->
    [one] One file received. Please add: what, where, what do people say?
   *[other] { $n } files received. Please add: what, where, what do people say?
}
p-more = Please write on: what, where. What is written already stays.
p-unsent = NOT SENT. ① Choose the mood  ② Press ✅ Send
p-unsent-numbered = NOT SENT. Answer in one line: the number of the mood, then “send”. Example: 3 send
p-unsent-ready = NOT SENT. Type “send” to send it, or another number to change it.
p-cut = […] The text has { $n } characters; only its beginning and end are shown here.
p-files = { $n ->
    [one] One file attached.
   *[other] { $n } files attached.
}
p-topic = Which topic?
p-level = How serious?
p-tone = What is the general mood?
p-answer-sends = Choosing sends the report.
p-pii = { $n ->
    [one] One place masked. The original is not stored; better delete it from the chat.
   *[other] { $n } places masked. The original is not stored; better delete it from the chat.
}
p-urgent = Send an urgent alert to the duty officers now? If lives are in danger, call 113/114/115 first.
p-add = Add to the report being written?
p-add-first = The last message has no place yet. Add it to the report being written, or make it a new one?
p-edit = The present text is above. Type the new one; until then nothing changes.
p-drop = Drop this draft?
p-extra = To add (optional): how widely said, by whom, forecast, proposal, photo.
p-forecast = As seen on the spot, where is this going in the next days?
p-forecast-words = Choose, or say it in words.
p-proposal = What should be done? (1–2 sentences)
p-spread = How widely is it said?
p-group = Who cares most? Several may be chosen, then press Done.
p-media = Send JPG/PNG pictures or PDF, at most { $n } files. No faces, number plates or papers.
p-media-more = { $n ->
    [one] One file received. Send more, or press Done.
   *[other] { $n } files received. Send more, or press Done.
}
p-area = Area: { $area }. Change it?
p-nil = Confirm { $period }: nothing new in { $area }?
p-nil-instead = Send it as a report?
p-join = Enter the invite code given by the coordinator (10 letters, no spaces).
p-reminders = Send a reminder when a deadline is near? It can be changed at any time: /caidat
p-which = Choose a report.
results-head = 💬 Answers, the newest first:
results-one = { $date } · { $said }
results-older = { $n } earlier; see each report at /cuatoi.
p-report = { $code } · { $date } · { $status }
p-amend = Type the whole new text of { $code }.
p-addition = Write what is to be added to { $code }.
p-withdraw = Withdraw { $code }?
p-withdraw-alerted = Withdraw { $code }? Everybody who was alerted will be told.
p-data = My data: export all of it, withdraw consent, or erase it.
p-consent-out = Withdraw consent to what? Reports already sent stay, without the sender's name.
p-leave = Leave the network of collaborators? No reports or messages after that.
p-erase = Erasing personal data: name, chat account, reminders, the link to reports sent. It cannot be undone after { $hours } hours.
p-erase-stays = What stays: the reports' text without its sender; proof of consent for { $years } years, as the law demands.
p-erase-words = To confirm, type: XÓA HẾT. To stop, type: thôi
p-settings = Settings. Reminders are { $reminders }.
p-on = on
p-off = off
p-numbers = Or type: { $labels }

consent = To take part in the network of collaborators, { $unit } processes: name, unit, chat account, what you report and when. Purpose: receiving, compiling and answering public opinion; reminding of deadlines. No other use, no advertising. Reports carry no identity of citizens. Your name is not passed to the unit reported on. Kept for at most { $months } months. You may see, correct, erase your data or withdraw consent at any time: /dulieu. Data protection contact: { $contact }. Data on online activity is sensitive data.
consent-abroad = This channel keeps its servers outside Viet Nam.

help-report = Type what is to be reported, choose the mood, send. Urgent: begin with KHẨN or /khan.
help-commands = /baocaoky period report · /khongphatsinh nothing new · /cuatoi my reports · /ketqua answers · /xoa drop a draft or withdraw · /dulieu my data · /caidat settings · /kenh my channels · /tieptuc go on with a draft here · /lich calendar of deadlines · /quyche regulations
help-drop = In the middle of something: /huy drops it, /start shows the open question. Drafts are not lost.
help-contact = On duty: { $phone }. Contact: { $contact }.

## Confirmations

c-filed = ✅ SENT { $time } · code { $code }
c-sent = { $minutes ->
    [one] Received, code { $code }. It can be edited or withdrawn for one minute.
   *[other] Received, code { $code }. It can be edited or withdrawn for { $minutes } minutes.
}
c-urgent = { $n ->
    [0] Received as urgent, code { $code }; nobody could be alerted yet, please call { $phone }.
    [one] Received as urgent, code { $code }; alerting one duty officer.
   *[other] Received as urgent, code { $code }; alerting { $n } duty officers.
}
c-unclaimed = Nobody has taken { $code } yet. Please call { $phone }.
c-acked = { $code }: taken by the duty officer at { $time }.
c-referred = { $code }: referred to { $unit }, answer promised before { $due }.
c-nil = Received: nothing new in { $period }. Thank you.
c-undone = { $code } withdrawn.
c-saved = Draft kept. Go on at any time.
c-merged = { $n ->
    [one] { $code } is now part of matter { $matter } (one report of the same content).
   *[other] { $code } is now part of matter { $matter } ({ $n } reports of the same content).
}
c-amended = { $code } changed.
c-added = Added to { $code }.
c-nothing-added = Nothing added. { $code } stays as it is.
c-closed = Closed.
c-kept = Left as it is.
c-dropped = Draft dropped.
c-joined = Joined the collaborators of { $unit }.
c-declined = Not joined. Nothing was stored, the code can still be used.
c-exported = This is everything stored.
c-reminders-on = Reminders will come before deadlines.
c-reminders-off = No more reminders.
c-left = Consent withdrawn, membership ended. Thank you for the time given.
c-erasing = Request to erase received. Final after { $hours } hours; until then it can be stopped: /dulieu
c-kept-me = Nothing will be erased. Your data stays as it is.
c-language = English from now on.
c-nudge = NOT sent: “{ $start }…”. Press ✅ Send or answer: send
c-draft-ended = The draft “{ $start }…” was left too long and is deleted; it was sent nowhere.

## Where a report stands

status-sent = sent
status-received = received
status-answered = answered
status-merged = part of a matter
status-compiled = compiled
status-returned = needs more
status-excluded = not compiled
status-withdrawn = withdrawn

## Errors and guard-rails

e-unknown = Not understood. Type what is to be reported, or press ❓ Help.
e-choose = That fits no answer. Please choose one below.
e-perm = This is for coordinators.
e-notmember = This account is not on the list of collaborators. Contact { $contact }.
e-short = Very short. Send it as it is, or write more: what, where?
e-long = { $n ->
    [one] Long text, kept as one part of one report.
   *[other] Long text, kept as { $n } parts of one report.
}
e-over = Only the first { $kept } characters could be kept. The rest ({ $lost } characters) is not stored; please send it as another report.
e-nowords = No words in it. Please write: what, where.
e-letters = No words in it. Please type again.
e-expired = That question has passed. The present one is below.
e-first = This is the first question. To stop, type: drop
e-turns = This conversation became too long and pauses. What was written is kept as a draft.
e-nofile = This is answered in words. Pictures can follow later.
e-files = At most { $n } files are taken. The rest was not taken.
e-locked = Period { $period } is closed. Further reports count for { $next }.
e-file = Only JPG/PNG pictures or PDF below { $mb } MB.
e-net = The system is busy, nothing was stored. Leave the message, it will be taken again.
e-secret = The text carries a secrecy mark and is not stored. Report directly to { $contact }.
e-dup = This seems to be reported already ({ $code }). Send again, or add to it?
e-code = The invite code is wrong or no longer valid. Check it, or contact the coordinator who gave it.
e-no-reports = No reports yet.
e-no-results = Nothing has come of your reports yet. You are told as soon as it does.
e-no-period = No reporting period is open.
e-nil-early = It is early; the question will come again on { $date }. You may answer now all the same.
e-nil-settled = { $period } is reported already. Anything new can simply be typed.
e-not-editable = { $code } can no longer be edited or has been taken. Adding is possible.
e-not-withdrawable = { $code } can no longer be withdrawn or has been taken. Adding is possible.
e-erase-words = Not the words asked for; nothing erased.
g-scope = One person's complaint or denunciation goes to { $reception }. If it is general opinion, simply send it.
g-reception = the citizens' reception office
