# The page on which a unit without an account answers a referral (/phieu/…).

unit-title = Referral { $code }
unit-gone = This link cannot be used any more. Contact { $contact }.
unit-gone-who = whoever sent the referral
unit-refused = Another page sent this in place of ours, so it was not taken. Open the link again and send it again.
unit-too-often = Sent too many times within a few minutes. Wait ten minutes and try again.
unit-too-large = The files are too large, so nothing was taken. Send fewer, each below { $mb } MB.
unit-busy = The system is busy and has taken nothing. What was typed is still on the page before; wait a minute and send it again.
unit-broken = What was sent could not be read. Go back to the page and send it again.
unit-back-to-page = Back to the referral

unit-to = To: { $unit }
unit-sent-on = Referred on
unit-due = Answer due
unit-area = Area
unit-said = What is to be checked and verified
unit-asks = Referred by
unit-phone = Duty phone
unit-contact = Data-protection contact
unit-kind-urgent = Urgent
unit-left = { $n ->
    [one] { $n } working day left
   *[other] { $n } working days left
}
unit-today = Due today
unit-late = { $n ->
    [one] { $n } working day overdue
   *[other] { $n } working days overdue
}
unit-print = Slip for printing (.docx)

unit-state-sent = Waiting to be accepted
unit-state-accepted = Accepted, waiting for an answer
unit-state-sent-back = Another answer is asked for
unit-state-answered = Answered, waiting for the coordinator
unit-state-approved = The answer was accepted
unit-state-returned = Given back: not within competence
unit-more-pending = More time was asked for until { $until }; the coordinator decides. The present due date still counts.
unit-more-why = Reason: { $why }
unit-returned-why = Reason: { $why }
unit-returned-next = The coordinator will refer it elsewhere. Until that unit accepts, this one stays named as responsible.
unit-sent-back-head = The coordinator asks for another answer
unit-sent-back-next = The former text is below. Change it and send it again.

unit-accept = Accept
unit-accept-hint = It can be answered at once; accepting first is not needed.
unit-more = Ask for more time
unit-more-until = Until
unit-more-reason = Why more time is needed
unit-more-send = Send the request
unit-back = Not within our competence
unit-back-choose = Why
unit-back-area = Outside the unit’s area
unit-back-field = Outside the unit’s field
unit-back-above = Belongs to the level above
unit-back-other = Belongs to another body
unit-back-else = Another reason
unit-back-words = Which body is competent, or the reason
unit-back-words-hint = Needed with “another body” and “another reason”.
unit-back-send = Give back to the coordinator

unit-answer = Answer
unit-answer-hint = No names, phone numbers or addresses of citizens. Where there are any, they are masked.
unit-checked = What was checked
unit-checked-hint = Who checked, where, on which day, which papers were seen.
unit-found = What was found
unit-found-hint = What is really so. General words such as “noted” will be sent back.
unit-planned = What will be done
unit-planned-hint = Needed where there is something in it.
unit-done-by = By when
unit-day-hint = For example { $day }
unit-required = required
unit-optional = if any
unit-verdict = Verdict
unit-verdict-checking = Still being verified (first answer)
unit-verdict-founded = Founded
unit-verdict-partly = Partly founded
unit-verdict-unfounded = Unfounded
unit-verdict-duplicate = Answered before
unit-verdict-outside = Not within competence
unit-files = Pictures and PDF
unit-files-hint = { $n } files at most, each below { $mb } MB. Place and camera are removed from pictures. No recognisable faces, plates or papers.
unit-attach = Attach the chosen files
unit-file-photo = Picture { $n }
unit-file-pdf = PDF { $n }
unit-file-size = { $kb } KB
unit-file-drop = Remove
unit-file-drop-name = Remove { $name }
unit-hand-in = Send the answer
unit-kept-here = What is being typed is kept on this device until it is sent.
unit-answered-on = Answered on { $day }
unit-nothing = (nothing)

unit-problem-head = Not sent yet
unit-look-again = Look again before sending
unit-masked = Personal details were replaced by words in square brackets, such as [tên]. Read it again, then send once more.
unit-changed = The referral has just changed. What was typed is still here; read it again and send once more.
unit-problem-verdict = Choose a verdict.
unit-problem-found = Say what was found, in at least one sentence that tells something.
unit-problem-planned = Where there is something in it, say what will be done.
unit-problem-done-by = The day it will be done by must not lie behind.
unit-problem-day = This day was not understood. Write it like { $day }
unit-problem-until = Choose a day after the present due date ({ $due }).
unit-problem-why = Give the reason.
unit-problem-back = Choose a reason.
unit-problem-back-words = Name the competent body or the reason.
unit-problem-long = Longer than { $n } characters. Shorten it.
unit-problem-file = A file was not taken: only JPG, PNG, WebP pictures or PDF below { $mb } MB.
unit-problem-files = { $n } files at most. What was too many was not taken.
