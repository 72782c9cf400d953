# Alerts (at most 300 characters in all) and what a turn says by itself.

a-urgent = 🔴 URGENT { $code } · { $topic }
a-where = { $area } · { $at }
a-edited = (changed by the reporter)
a-next = Nobody has taken it. In { $minutes } minutes { $who } will be told.
a-to-coordinators = every coordinator
a-unclaimed = 🔴 Nobody has taken it for { $minutes } minutes.
a-added = ➕ { $code }, the reporter adds: { $said }
a-claimed = ✅ Taken by { $who } at { $at }.
a-withdrawn = { $code } was withdrawn by its reporter.
a-spike = 🟡 { $topic } in { $unit }: { $n } reports within { $hours } hours (usually { $usual }). Please consider making it a matter.

turn-editable = For { $minutes } minutes it can be changed or withdrawn.
turn-greeting = Message received. If there is something to report, type it.
turn-passed = This button has passed. Type what is to be reported, or /trogiup.
turn-nothing-open = No draft is open.
turn-nothing-asked = No question is open. If there is something to report, type it.
turn-older-draft = A draft is still unsent:
turn-parked = The last message could not be handled. It was kept for the administrator. Please send it again in other words, or call the contact.
turn-claim-mine = This one is taken already, by this account.
turn-claim-taken = Somebody else has taken this one.
turn-claim-gone = This alert is gone, or was not addressed here.
turn-no-voice = Voice messages cannot be heard and are not kept. Please type.
turn-no-sticker = Stickers cannot be kept. Please type.
turn-no-video = Videos are not taken. Please type; pictures may be added.
turn-no-contact = Contacts of other people are not taken. Write opinions, not identities.
turn-no-location = Locations are not taken. Please type what and where.
turn-no-file = Only JPG or PNG pictures and PDF are taken. Please type the text.
turn-no-kind = This kind of message cannot be kept. Please type.
turn-no-unseen = Zalo passes no files, videos or links on to bots. Please type; pictures may be added.
turn-photo-failed = A picture could not be fetched; the text is safe. The picture may be sent again.
turn-too-long = Too long for one message. Please split it.

command-baocao = Send a report
command-khan = Send an urgent report
command-khongphatsinh = Nothing new this period
command-baocaoky = Period report
command-cuatoi = Reports sent
command-ketqua = What came of them
command-xoa = Drop the draft or withdraw
command-huy = Drop what is under way
command-dulieu = My data
command-kenh = My channels
command-tieptuc = Go on with a draft of another channel
command-caidat = Settings
command-trogiup = Help
command-chuabao = Who still owes a report
command-ky = Periods: deadline, excuses, lock
command-thongbao = Write to many
command-trongtam = Focus of the period
command-yeucau = Request out of turn
command-dot = Campaigns
command-truc = Duty rota
command-thamdo = Quick poll

## Where a channel has no buttons or carries no files
out-reply = Reply with: { $labels }
out-file = 📎 { $link }
out-no-file = 📎 There is a file which this channel cannot carry; please look at the web page or ask a coordinator.

## A platform's monthly limit
quota-near = ⚠️ { $channel } (bot { $bot }) has sent { $sent }/{ $of } messages of { $month }. Close to the limit, reminders and announcements go another way where there is one; urgent alerts and answers have room kept for them.
