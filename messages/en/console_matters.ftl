# The desk: matters, referrals, and what is done about a report. Words: DOMAIN §9.

console-nav-matters = Matters
console-nav-referrals = Referrals
console-matter = Matter
console-matter-code = Code of a matter, such as VD-12
console-open = Open
console-choose = Choose…
console-over = over { $n }

console-matter-open-ones = Open
console-matter-due = Due dates
console-matter-overdue = A referral is overdue
console-matter-whose = Whose
console-matter-mine = I did something
console-matter-late = overdue since { $due }
console-changed = changed { $at }
console-matters-n = { $n ->
    [one] { $n } matter
   *[other] { $n } matters
}
console-matters-more = Over 1,000 matters
console-matters-empty = No matter is open.
console-matters-empty-how = Open a report and press Make a matter. Reports about the same thing are joined in one matter; the machine suggests, people decide.
console-matters-none = No matter is as chosen.

console-sensitive = Sensitive
console-sealed = to the unit above only
console-nav-sealed = Sealed
console-sealed-noted = Every look at this list, a report or a file of it is written into the trail. The unit of the report does not know that there is one: do not mention its number to them.
console-sealed-empty = Nothing was sent to the upper level alone yet.
console-sealed-empty-how = When collaborators of { $units } press 🔒 Upper level only, or type “kín”, their report stands here and comes to your chat; their unit does not see it.
console-sealed-open-how = A matter made of this report is the upper unit's and sensitive: only those who read what is sealed see it. Use your own words and name no unit, so that nobody finds out who reported.
console-direct-line = Direct line
console-direct-line-what = On no list and in no count of their unit. Do not name them to it.
console-direct-line-empty = Nobody is of the direct line.
console-direct-line-empty-how = An administrator marks the column Đơn tuyến of the list that comes with a decision.
console-result = Result
console-verdict = Verification
console-origin = Raised by
console-opened = Opened
console-closed = Closed
console-feedback = Reporters
console-matter-reports = Reports ({ $n })
console-matter-unseen = { $n ->
    [one] { $n } report is not shown here.
   *[other] { $n } reports are not shown here.
}
console-matter-other = joined
console-directives = Directives
console-acts = What can be done
console-timeline = What was done
console-timeline-earlier = Only the last 200 steps are shown.

console-lead = in the lead
console-reason = Reason: { $why }
console-answer = Answer: { $verdict }
console-answer-waiting = to be judged
console-answer-approved = approved
console-answer-sent-back = sent back
console-done-by = By
console-reporters-read = Reporters read
console-lacking = Lacking
console-no-evidence = No picture or paper came with it. Where needed, send it back and ask.
console-more-time = The unit asks for time until { $until }
console-late-days = { $n ->
    [one] overdue by { $n } working day
   *[other] overdue by { $n } working days
}
console-late-today = past its hour
console-left-days = { $n ->
    [0] today
    [one] { $n } working day left
   *[other] { $n } working days left
}

console-link-unit = Link, slip on paper
console-link-unit-how = Whoever has this link can answer for the unit: give it to the unit only.
console-link-of = Link of { $code }
console-link-copy = Copy the link
console-link-copied = Copied
console-link-revoked = The link was revoked: nobody opens the referral by a link any more. A printed slip bears no QR code.
console-link-renew = Give a new link
console-link-revoke = Revoke the link
console-link-renew-how = Sent to the wrong person? Revoked, the link that was sent opens nothing any more. A new link ends the old one too, and the unit's people get it in their chats.
console-slip = Slip as .docx for printing

console-do-refer = Refer to a unit
console-do-reply = Answer the reporters
console-do-close = Close
console-do-reopen = Reopen
console-do-verified = Note what was found
console-do-join = Join a report
console-do-split = Split off
console-do-level = Change the level
console-do-reword = Reword
console-do-guard = Mark as sensitive
console-do-directive = Tie a directive
console-do-tie = Tie this one
console-do-raise = Raise to the unit above
console-do-approve = Approve, tell the reporters
console-do-send-back = Send back to the unit
console-do-move = Refer to another unit
console-do-open = Make a matter
console-do-ask = Ask the reporter
console-do-exclude = Do not handle

console-field-unit = Unit
console-field-due = To answer by
console-field-said = What the unit will read
console-field-told = What reporters will read
console-field-result = Result
console-field-checked = How it was checked: who, where, on which day
console-field-why = Reason
console-field-raise = Why the unit above is needed: what was done, what is in the way
console-field-matter = The matter, in your own words
console-field-report = Code of a report, such as PA-12
console-field-directive = Directives the unit knows
console-field-number = Number, for example 15-CV/ĐU
console-field-issued = Issued on
console-field-body = Issued by
console-field-summary = What it says in short
console-field-lacking = What the unit has to add
console-field-question = Question
console-field-reason = Reason, which the reporter will read
console-kind-urgent = Urgent: { $due }
console-kind-normal = Normal: { $due }
console-kind-complex = Complex: { $due }

console-approve-how = Say what was checked, what was found, what will be done. Everybody who reported the matter gets these words.
console-reply-how = Everybody who reported the matter gets these words in the own chat.
console-close-how = Nothing is closed without words. Every reporter reads them; open referrals are called off.
console-move-how = The former unit stays responsible until the new one accepts.
console-reword-how = The former words stay in what was done.
console-verified-how = The approved answer of a unit need not be noted again. What is noted last counts; a matter opened again is to be verified again.
console-guard-how = From now on only those chosen, and whoever marks it, see this matter.
console-guard-who = Who sees it
console-directive-how = A new one, or the number of one the unit knows. Its words stay as written and are not masked.
console-open-how = Write it in your own words, so that nothing gives the reporter away.
console-ask-how = Neither side learns who the other is. The answer is kept with the report.
console-exclude-how = The reporter reads the reason. The report is kept and counted.
console-join-this = Join { $code }
console-join-into = Join to { $code }
console-join-matter = Join to a matter
console-join-none = No report looks alike. If the code is known, write it below.

console-again-masked = Personal details were replaced by words in square brackets, such as [tên]. Nothing is written yet. Read it again, then press once more.
console-again-empty = Words are needed.
console-again-long = Longer than { $n } characters. Shorten it.
console-again-vague = No result is told: what was checked, what was found. Add it, then press again.
console-again-day = No such day. Write it like { $day }, not later than today.
console-again-not = Leave it

console-told-changed = Not written: this page has just changed. Look again, then do it again.
console-told-not-now = This cannot be done now. Look at the state and at what was chosen.
console-told-referred = Referred. The unit is told, and so are the reporters.
console-told-referred-by-hand = Referred. Nobody of the unit can be written to here: hand over the link, or print the slip.
console-told-verifying = Noted: being checked.
console-told-verified = Noted what was found.
console-told-replied = The reporters are being told.
console-told-matter-closed = Closed. The reporters are told the result.
console-told-reopened = Reopened.
console-told-level-set = Level changed.
console-told-reworded = Reworded.
console-told-guarded = From now on only those chosen see it.
console-told-unguarded = No longer marked as sensitive.
console-told-split = The report was split off.
console-told-joined = Joined. The reporter is told.
console-told-directive = The directive is tied.
console-told-directive-there = Not written: the directive is tied to this matter already, or that is no number.
console-told-raised = Raised to the unit above.
console-told-approved = Approved. The reporters are being told.
console-told-sent-back = Sent back to the unit with the reason.
console-told-sent-back-by-hand = Sent back with the reason. Nobody of the unit can be written to here: hand over the link, or call.
console-told-chased = Chased.
console-told-chased-by-hand = The reminder is written down. Nobody of the unit can be written to here: hand over the link, or call.
console-told-link-renewed = There is a new link, shown below: copy it for the unit. The old one opens nothing any more.
console-told-link-revoked = Revoked. The link that was sent opens nothing any more.
console-told-granted = More time given.
console-told-granted-by-hand = More time given. Nobody of the unit can be written to here: hand over the link, or call.
console-told-denied = The due date stays.
console-told-denied-by-hand = The due date stays. Nobody of the unit can be written to here: hand over the link, or call.
console-told-matter-opened = The matter is made.
console-told-reporter-asked = The reporter was asked. The answer will be shown here and told in chat.
console-told-reporter-unreachable = Cannot be asked: there is no way to the reporter any more.
console-told-excluded = Noted as not handled. The reporter reads the reason.

console-asked = Asked of the reporter
console-asked-answer = The reporter answers
console-asked-waits = No answer yet.

console-board-overdue = Overdue
console-board-today = Today
console-board-week = This week
console-board-later = Later
console-board-answered = To be judged
console-board-empty = No referral is waiting.
console-board-empty-how = Open a matter and press Refer to a unit. Referrals are shown here by due date, overdue ones first.

console-home-matters = open matters
console-home-answers = answers to be judged
console-home-overdue = overdue referrals

# Who did what

console-by-coordinator = Coordinator { $who }
console-by-leader = Leader { $who }
console-by-duty = Duty officer { $who }
console-by-unit = Unit { $who }
console-by-staff = { $who }
console-by-link = The unit, by its link
console-by-reporters = Reporters
console-by-machine = The machine
console-did-opened = Made the matter
console-did-joined = Joined { $report }
console-did-split = Split off { $report }
console-did-level = Level changed: { $level }
console-did-sensitive = Seen by: { $readers }
console-did-reworded = Reworded. Before:
console-did-verify = Began to check
console-did-verified = What was found: { $verdict }
console-did-refer = Referred to a unit
console-did-accepted = { $referral }: accepted
console-did-more-time = { $referral }: asked for more time
console-did-granted = { $referral }: more time given
console-did-denied = { $referral }: due date kept
console-did-returned = { $referral }: given back, not competent
console-did-handed-in = { $referral }: answered
console-did-chased = { $referral }: chased
console-did-reassigned = { $referral }: put to another unit
console-did-freed = { $referral }: called off, another unit has accepted
console-did-link-renewed = { $referral }: link renewed
console-did-link-revoked = { $referral }: link revoked
console-did-called-off = { $referral }: called off, the matter is closed
console-did-approved = { $referral }: answer approved
console-did-sent-back = { $referral }: sent back
console-did-feed-back = Answered the reporters
console-did-asked = Asked the reporter of { $report }
console-did-told = The reporter of { $report } answered
console-did-directive = Tied a directive
console-did-campaign = Tied a campaign
console-did-card = Sent a card
console-did-task-given = Gave work
console-did-task-done = Work given was done
console-did-raise = Raised to the unit above
console-did-reopen = Reopened
console-did-close = Closed
