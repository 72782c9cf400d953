# Matters, referrals, answers and what is said to them. Wording: DOMAIN §9.

matter-new = new
matter-verifying = being looked into
matter-referred = referred
matter-answered = answered by the unit
matter-fed-back = answer given to reporters
matter-closed = closed
referral-sent = not accepted yet
referral-accepted = accepted
referral-answered = answered, to be checked
referral-approved = approved
referral-returned = returned, not competent
referral-revoked = called off
referral-overdue = ⏰ overdue
verdict-checking = Being checked
verdict-founded = Founded
verdict-partly = Partly founded
verdict-unfounded = Unfounded
verdict-outside = Outside its competence
verdict-duplicate = Same as one answered before
verdict-unsettled = Could not be verified
verdict-none = Not verified yet
level-normal = Normal

m-label = { $code } · { $topic } · { $title }
m-head = { $code } · { $topic } · { $status }
m-about = { $area } · { $n ->
        [one] one report
       *[other] { $n } reports
    } · opened { $on }
m-verdict = 🔎 { $verdict }
m-level-attention = 🟡 Needs attention
m-level-urgent = 🔴 Urgent
m-sensitive = 🔒 Sensitive: only those named see it.
m-referral = 📨 { $code } { $unit }: { $state }, due { $due }
m-tally = 👍 Clear { $clear } · 👎 Not satisfying { $unclear }
m-result = Result: { $result }
m-report-head = { $code } · { $topic } · { $area } · { $on }
m-sealed = 🔒 For the unit above only: the unit of the reporter does not see it.
m-added = ➕ { $said }
m-in-matter = Part of { $matter }.
m-done = ✅ Done: { $said }
m-answer-head = { $referral } · { $unit } answers: { $verdict }
m-part-checked = Checked: { $said }
m-part-found = Found: { $said }
m-part-planned = Will be done: { $said }
m-part-by = By: { $said }
m-files = 📎 { $n ->
        [one] one file
       *[other] { $n } files
    } attached
m-no-files = No picture or paper attached.
m-raised = ⬆️ { $unit } raises { $matter }: { $said }
    Reason: { $why }
m-reopened = { $matter } is open again: { $said }
    Reason: { $why }
m-unclear = { $n } reporters are not satisfied
m-one-unclear = 👎 { $matter }: one reporter finds the answer not satisfying.
m-why-unclear = 👎 { $matter }, a reporter writes: { $why }
m-accepted = { $referral }: { $unit } has accepted.
m-more-time = ⏳ { $referral }: { $unit } asks for time until { $until }. Reason: { $why }
m-returned = ↩️ { $referral }: { $unit } returns it as outside its competence. Reason: { $why }
m-answered = 📬 { $referral }: { $unit } has answered. { $found }
m-told = { $code }, asked: { $asked }
    The reporter answers: { $said }

a-overdue = ⏰ { $referral }: { $unit } is late by { $n ->
        [one] one day
       *[other] { $n } days
    }.
r-unit = Referral { $referral } is due { $due }. { $left ->
        [one] One working day
       *[other] { $left } working days
    } left.
u-asked = 📨 Referral { $referral } · { $area }. Please check, verify and answer before { $due }.
u-label = { $code } · due { $due } · { $title }
u-link-renewed = { $referral } has a new link; the old one opens nothing any more.
u-link = Open and answer without an account: { $link }
u-sent-back = ↩️ { $referral }: please answer again before { $due }. { $why }
u-first-taken = { $referral }: the first answer was taken. Please answer with the result before { $due }.
u-granted = { $referral }: now due { $due }.
u-denied = { $referral }: still due { $due }.

b-open-matter = 📂 Open the matter
b-open-referral = 📨 Open the referral
b-handle = 🗂 Deal with it
b-loose = 📥 New reports ({ $n })
b-new-matter = 🔗 Make a matter
b-join = 🔗 Join { $code }: { $title }
b-refer = 📨 Refer
b-refer-again = 📨 Another unit
b-refer-send = ✅ Refer
b-due-normal = Normal: { $due }
b-due-urgent = 🔴 Urgent: { $due }
b-due-complex = Complex: { $due }
b-ask = Ask more
b-exclude = Do not handle
b-same-words = Use these words
b-own-words = ✍️ Write anew
b-judge = 📬 See the answer
b-approve = ✅ Approve and send
b-approve-words = ✏️ Approve reworded
b-send-back = ↩️ Back to the unit
b-reply = 💬 Answer reporters
b-close = 🏁 Close
b-reopen = 🔁 Reopen
b-other-acts = Something else
b-verify = Being checked
b-verified = 🔎 What was found
b-split = ✂️ Split a report
b-level = Change level
b-reword = ✏️ Reword
b-escal = ⬆️ Raise
b-guard = 🔒 Sensitive
b-unguard = 🔓 Not sensitive
b-useful = 👍 Clear
b-unclear = 👎 Not satisfying
b-people-clear = 👍 It is settled
b-still = People still wonder
b-give-answer = ✍️ Answer
b-accept-referral = ✅ Accept
b-more-time = ⏳ Ask for time
b-give-back = ↩️ Not competent
b-hand-in = ✅ Hand in
b-grant = Give the time
b-deny = Keep the date
b-dated = There is a date
b-undated = No date yet

p-which-matter = Which matter?
p-which-report = Which report?
p-which-referral = Which referral?
p-which-unit-refer = Refer to which unit?
p-type-unit = { $n } more; type a name.
p-refer-due = Until when is { $unit } to answer?
p-refer-look = To { $unit }, to be answered before { $due }. The unit will read:
p-refer-rule = Without reporter, channel, hour or picture.
p-refer-words = Write it in your own words.
p-narrow = ⚠️ The reporter could be guessed: few collaborators in this area. A wider area will be named; look at the wording again.
p-own-words = A matter is best put in your own words, so that nobody is given away. The report says:
p-matter-words = The matter: what, where, what people say.
p-ask-reporter = What do you want to ask the reporter? Neither learns who the other is.
p-exclude-why = Why is it not handled? The reporter will read this.
p-reply = What do you answer the reporters?
p-result = What is the result? Nothing closes without words.
p-reopen-why = Why is it opened again?
p-matter-level = Level of { $code }?
p-level-why = Why does the level change?
p-raise-why = Why is the upper level needed? (what was done, what is in the way)
p-move-why = Why another unit?
p-send-back-why = What is the unit to add?
p-told = What will the reporters read?
p-asked-about = ❓ About { $code }, the coordinator asks: { $said }
p-answer-asked = Answer below. No identities of citizens.
p-unclear-why = What is still unclear?
p-still = { $matter }: { $said }
    There was an answer some days ago. Do people still wonder?
p-verdict = { $code }: what came of the check?
p-found = What was found?
p-checked = What was checked? (who, where, when)
p-planned = What will be done?
p-by-when = Is there a date?
p-by = By which day?
p-hand-in = { $code }, answer:
p-more-time = { $code }: until when?
p-more-time-why = Why?
p-give-back-why = Why is it outside your competence? If you know whose it is, say so.

c-no-matters = No matter is open and there are no new reports.
c-no-referrals = No referral waits for an answer.
c-replied = { $code }: { $unit } answers: { $said }
c-told = { $codes }, the coordinator answers: { $said }
c-closed-matter = { $codes }: closed. { $result }
c-not-handled = { $code }: not followed up. { $why }
c-matter-opened = { $code } is open.
c-joined-matter = { $code } is part of { $matter }.
c-excluded = { $code }: noted as not handled; the reporter is told why.
c-referred-to = { $code } referred to { $unit }, due { $due }.
c-hand-over-link = Nobody of { $unit } reads messages here: hand over this link, or print the slip.
c-next = What next with { $code }?
c-unit-chased = { $code }: reminded.
c-asked-reporter = The reporter of { $code } was asked. You will be told the answer.
c-unreachable-reporter = The reporter of { $code } cannot be reached any more.
c-told-more = Sent to the coordinator and added to the report. Thank you.
c-clear = Noted: clear. Thank you.
c-unclear = Noted: not satisfying.
c-reopened-by-reporters = Noted: not satisfying. The matter is open again.
c-why-told = Sent to the coordinator. Thank you.
c-why-skipped = Noted. Thank you.
c-sent-back = Sent back to the unit with the reason.
c-judged-already = Somebody has dealt with this answer.
c-approved = { $code }: approved, the reporters are being told.
c-split = { $code } was taken out of { $matter }.
c-level = { $code }: level changed.
c-verifying = { $code }: being looked into.
c-verified = { $code }: what was found is noted. { $verdict }.
c-reworded = { $code }: reworded.
c-guarded = { $code }: only those named see it from now on.
c-unguarded = { $code }: no longer marked sensitive.
c-raised = { $code }: raised to the unit above.
c-replied-to = { $code }: the reporters are being told.
c-matter-closed = { $code }: closed, the reporters are told the result.
c-reopened = { $code }: open again.
c-accepted-referral = Accepted. Due { $due }.
c-given-back = Returned to the coordinator with the reason.
c-more-time = Time asked for. Until it is granted the old date stands.
c-handed-in = { $code }: handed in, the coordinator will look at it.
c-granted = { $code }: time granted.
c-denied = { $code }: the date stands.

e-not-now = This cannot be done now. Look again with /vande.
e-no-units = There is no unit to refer to yet. The administrator adds them with the list of units.
e-not-approved = The words say nothing definite, or somebody has approved the answer already.
e-vague = Nothing definite yet (what was checked, what was found). Please add; what is written stays:
e-not-later = This is not later than the date there is.

command-vande = Matters and new reports
command-phieu = Referrals to be answered
