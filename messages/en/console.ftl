# The desk in the browser: in, out, the frame of its pages.

console-name = The desk
console-skip = To the contents
console-menu = Sections
console-nav-home = Today
console-leave = Sign out
console-to-desk = Back to the desk
console-to-chat = Open the chat

console-busy = The system is busy, nothing was written. Please try again in a few minutes.
console-no-page = There is no such page. Check the address, or go back to the desk.
console-not-ours = This form is too old, or was not sent from a page of the desk. Open the page again and repeat.

console-entrance-how = In your own chat with Báo Nhanh (Telegram, Zalo or web), send exactly this line:
console-entrance-then = The bot answers with a link that works once, for 10 minutes. Open it in this very browser.
console-entrance-other = To sign in on the device that has the chat, just send /ban and open the link there.
console-entrance-again = I am signed in, open the desk
console-ended = The session has ended. Sign in with a new link.

console-link-ask = Sign in to the desk in this browser?
console-link-enter = Sign in
console-link-not = If it was not you who sent /ban, close this page.
console-link-gone = This link was used, or is older than 10 minutes. Send /ban in the chat for a new one.
console-link-elsewhere = This link is for another browser. Open it in the one that asked, or send /ban for a link that opens anywhere.
console-link-no-desk = This is for the staff of the unit. Ask your coordinator if you need it.

console-second = Authentication code
console-second-ask = Open the authenticator app on your phone and type the 6 digits it shows.
console-second-code = Authentication code
console-second-send = Go on
console-second-recovery = Without your phone: type a recovery code of 10 letters.
console-second-lost = Both lost: ask the administrator to reset the authentication.
console-second-wrong = This code is wrong or was used, or 5 wrong codes came within an hour. Wait for a new code and try again.
console-second-new = Set up the authentication code
console-second-why = From now on the desk asks for a code of your phone as well, so that a link that got out is of no use.
console-second-app = Install an authenticator app (Google Authenticator, Microsoft Authenticator, Aegis…).
console-second-scan = Add an account in the app and scan this picture.
console-second-picture = QR code with the authentication key
console-second-typed = If it cannot be scanned, type the key:
console-second-then = Type the 6 digits the app shows.

console-codes = Recovery codes
console-codes-what = Done. Without your phone each of these codes signs you in once. Write them down and keep them safe.
console-codes-once = They are shown this once.
console-codes-done = Written down, open the desk

console-sessions = Where you are signed in
console-sessions-what = A session ends after 30 minutes without use, after 12 hours at the latest.
console-session = Since { $since }, last used { $seen }.
console-session-here = This session
console-session-end = Sign out there
console-told-session-ended = That session was ended.
console-told-session-gone = That session had ended before.

command-ban = The desk
console-link-told = Your link to the desk, good once and for { $minutes } minutes: { $link }
console-link-bound = It opens only in the browser that shows { $word }.
console-link-private = Pass this link on to nobody.
console-link-enough = Many links were asked for within an hour. Try again later.
console-link-word = The line in the browser is /ban and 6 letters. Look again and send it once more.

# Reports

console-nav-reports = Reports
console-views = Saved lists
console-view-keep = Save these filters as
console-view-keep-do = Save
console-view-drop = Remove from the saved lists
console-told-view-kept = The filters were saved.
console-told-view-many = There are 20 saved lists already. Remove one first.
console-told-view-unnamed = A saved list needs a name, which may not be about a person.
console-told-view-dropped = The saved list was removed.
console-find = Search
console-find-hint = Words of the report, or its code PA-…
console-find-refused = These words are about a person (a name, phone number, paper, address…). Persons are not searched for here.
console-find-instead = Search for the matter: what happened, where, which service.
console-filters = Filters
console-filter = Apply
console-filter-none = No filters
console-any = Any
console-topic = Topic
console-tone = Tone
console-level = Level
console-status = Status
status-loose = not handled yet
console-channel = Channel
console-period = Period
console-area = Area
console-unit = Unit
console-with-files = With attachments
console-tone-approve = Approve
console-tone-uneasy = Uneasy
console-tone-aggrieved = Aggrieved
console-tone-unclear = Unclear
console-level-normal = Normal
console-level-attention = Attention
console-level-urgent = Urgent
console-channel-web = Web
console-channel-telegram = Telegram
console-channel-zalo = Zalo
console-channel-terminal = Server
console-channel-phone = Phone
console-channel-meeting = Meeting
console-channel-paper = Paper
console-channel-hotline = Hotline
console-spread-one = An opinion
console-spread-some = Some opinions
console-spread-many = Many opinions
console-spread-most = Most opinions
console-files = { $n ->
    [one] { $n } file
   *[other] { $n } files
}
console-count = { $n ->
    [one] { $n } report
   *[other] { $n } reports
}
console-count-more = More than 1,000 reports
console-inbox-empty = There are no reports yet.
console-inbox-empty-how = Reports of your collaborators appear here as soon as they are sent, the newest first. Invite collaborators with `baonhanh invite` on the server.
console-inbox-none = No report matches these filters.
console-first-page = First page
console-next-page = More
console-news = { $n ->
    [one] { $n } new report. Press to see it
   *[other] { $n } new reports. Press to see them
}
console-forecast = Forecast
console-proposal = Proposal
console-added = Additions and earlier versions
console-added-addition = Addition
console-added-before = Before an edit
console-added-excluded = Why it is not dealt with
console-attached = Attachments
console-photo = Photo { $n }
console-pdf = PDF { $n }
console-file-hidden = not looked at yet, may show a face, plate or paper
console-file-ok = It shows no face, plate or paper
console-file-not = Hide again
console-told-ticked = Noted: the file shows no face, plate or paper.
console-told-unticked = The file is hidden.
console-erase = Erase personal data
console-erase-how = Select or copy the exact words of the report that still give somebody away. They are replaced everywhere: report, additions, earlier versions, messages. This cannot be undone.
console-erase-piece = Words to erase
console-erase-token = Replace by
console-told-erased = Erased everywhere.
console-told-not-erased = These words are not in the report. Copy them exactly, two letters at least.
console-when = Sent
console-claimed = taken at { $at }
console-done = Done
console-spread = Spread
console-strata = Groups
console-reporter = Reporter
console-reporter-gone = the link is gone
console-revision = Revision

# The other pages of the desk

console-nav-period = Period
console-nav-charts = Charts
console-nav-people = People
console-nav-units = Units
console-nav-rota = Duty rota
console-nav-mailings = Broadcasts
console-nav-polls = Polls
console-nav-audit = Audit
console-look = Show
console-total = Total
console-until = until { $at }
console-more-than = More than 1,000
console-home-urgent = urgent reports nobody has taken
console-home-new = reports not handled yet
console-home-period = The running period
console-home-duty = On duty
console-home-nobody = Nobody is on the rota now
console-home-ending = Terms that end soon
console-home-ending-n = { $n ->
    [one] { $n } person within 60 days
   *[other] { $n } people within 60 days
}
console-home-empty = Nothing waits today. The sections above lead to what you may see.
console-due = due { $due }
console-locked = locked
console-came = { $n } of { $of } have reported
console-no-list = Nobody was on the list of this period.
console-state-reported = Reported
console-state-nil = Nothing new
console-state-late = Late
console-state-owes = Owing
console-state-excused = Excused
console-reach-push = can be reminded
console-reach-call = to be called
console-reach-blocked = has blocked the bot, to be called
console-reach-declined = wants no reminders
console-period-empty = There is no reporting period yet.
console-period-empty-how = Periods open by the rule of the unit. See and change them with /ky in the chat.
console-period-chat = Remind or excuse: /chuabao in the chat. Change deadlines or lock: /ky.
console-ending = Terms that end within 60 days
console-term-ends = ends { $date }
console-term-over = ended { $date }
console-gaps = Areas without a collaborator
console-not-come = has not joined
console-decision = Decision { $number }, { $date }.
console-term = Term { $from } – { $to }.
console-second-reset = Reset the authentication
console-told-second-reset = Reset. A new authenticator is set up at the next signing in; open sessions were ended.
console-people-empty = Nobody serves in this unit yet.
console-people-empty-how = Take over the list of a decision with `baonhanh people import` on the server.
console-collaborators = { $n ->
    [one] { $n } collaborator
   *[other] { $n } collaborators
}
console-duty-phone = duty phone { $phone }
console-unit-above = Up to the unit above
console-unit-below = Units below
console-units-empty = There are no units below.
console-units-empty-how = Add units with `baonhanh units import` on the server.
console-rota-chat = Plan and pass on shifts with /truc in the chat.
console-rota-nobody = nobody
console-rota-empty = The next two weeks have no rota.
console-rota-empty-how = Send /truc in the chat to plan a week. While it is empty, urgent reports go to every duty officer.
console-mailings-empty = Nothing was sent to many yet.
console-mailings-empty-how = Send /thongbao in the chat. Who has got it and who has read it is shown here.
console-polls-empty = There was no poll yet.
console-polls-empty-how = Send /thamdo in the chat to ask the team. Nobody sees who chose what.
console-poll-open = open, closes { $at }
console-poll-closed = closed { $at }
console-audit-what = What people of the unit did, the newest first. Words of reports are not kept here.
console-audit-empty = Nothing was noted yet.
console-who = Who
console-act = Act
console-object = About
console-charts-what = The last eight weeks, by their first day. Cells under 3 reports say “<3”, counts that would give them away “…”; areas with few collaborators are counted with the wider one.
console-charts-topics = Topics by week
console-charts-areas = Areas
console-charts-empty = Not enough figures yet.
console-charts-empty-how = Charts appear when there are reports of the last eight weeks.

# Acts of the trail

audit-console-entered = Signed in at the desk
audit-console-left = Signed out
audit-console-recovery-used = Used a recovery code
audit-console-second-reset = Reset the authentication
audit-console-second-set = Set up the authentication
audit-personal-data-erased = Erased personal data
audit-file-ticked = Noted that a file shows nobody
audit-file-unticked = Hid a file
audit-deadline-moved = Moved a deadline
audit-person-excused = Excused somebody
audit-late-granted = Allowed a late report
audit-period-locked = Locked a period
audit-period-opened = Opened a period
audit-rule-changed = Changed the rule of periods
audit-group-set = Chose a group for alerts
audit-group-ended = Ended a group for alerts
audit-poll-made = Opened a poll
audit-rota-planned = Planned the rota
audit-rota-imported = Took over a rota
audit-regulations-published = Published regulations
audit-people-imported = Took over a list of people
audit-units-imported = Took over units
audit-unit-founded = Founded a unit
audit-unit-link-renewed = Gave a unit a new link
audit-unit-link-revoked = Revoked a unit's link
audit-sealed-listed = Opened the list of what is sealed
audit-sealed-read = Read a sealed report
audit-sealed-file-seen = Looked at a file of a sealed report
audit-direct-line-listed = Looked at the direct line
audit-meeting-moved = Moved a meeting
audit-invited-again = Gave a new code
audit-alert-closed = Urgent report done
audit-alert-handed-on = Urgent report handed on
audit-alert-let-go = Urgent report nobody's again
audit-chatted-as = Talked as somebody on the server
audit-meeting-called = Meeting called
audit-meeting-called-off = Meeting called off
audit-meeting-concluded = Conclusions of a meeting approved
audit-mute-made = Muted
audit-mute-lifted = No longer muted
audit-mute-ended = Mute over
audit-programmes-imported = Programmes taken over
audit-report-excluded = Report not handled
audit-report-unlinked = Link to a person taken away
audit-reporter-seen = Looked who reported
audit-sealed-readers-named = Readers of sealed reports named
audit-slip-made = Slip written
audit-reports-exported = Reports exported
audit-obligations-exported = Obligations exported
console-at = When
