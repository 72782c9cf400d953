# The web pages: chat, entry, sample, errors. Buttons and sentences of the talk itself are in talk.ftl.

web-name = Báo Nhanh
web-title = { $unit } · Báo Nhanh
web-sample-banner = Sample unit, all data made up.
web-clock = Time in the sample unit: { $clock }
web-clock-stage = What comes next: { $at }
web-clock-due = The deadline: { $at }
web-clock-moves = Move the clock of the sample unit
web-noscript = This page needs JavaScript. Please switch JavaScript on in the browser and open it again.

web-role-collaborator = Collaborator
web-role-coordinator = Coordinator
web-role-duty = Duty officer
web-role-leader = Leader
web-role-administrator = Administrator
web-role-observer = Observer
web-role-unit = Answers for a unit

web-skip = Go to the message box
web-log = Conversation
web-bot-says = Báo Nhanh:
web-own-says = Own message:
web-empty = Type what is to be reported into the box below.
web-empty-office = Nothing yet. Alerts will appear here.
web-quick = Quick commands
web-compose = Write a message
web-hint = What are people saying?
web-hint-office = Message to Báo Nhanh
web-send = Send
web-attach = Add pictures or a PDF
web-tray = Attached
web-remove = Remove { $name }
web-picture = Picture
web-pdf = PDF file
web-show-picture = Show the picture
web-download = Download { $name }
web-below = New message
web-unread = { $count } new

web-waiting = Kept on this device, will be sent by itself.
web-sending = Sending…
web-sending-part = Sending { $percent } %
web-sent = Sent
web-hidden = (Sent)
web-refused = The server did not take this message. The text is still on this device.
web-held = Not sent. Check it, then press Send.
web-retry = Send now
web-again = Edit again
web-copy = Copy
web-copied = Copied
web-drop = Discard
web-dropped = Discarded
web-tap-refused = This button was not taken. Try again in a few minutes.
web-too-many = At most { $count } pictures at a time.
web-full = This device is full, the message is not kept. Copy the text before closing the page.
web-offline = No connection. Keep writing: messages are kept on this device and sent by themselves.
web-online = Connected again.

web-options = Options
web-language = Language
web-leave = Leave this device
web-leave-ask = Leave this device?
web-leave-what = Messages kept on this device, unsent ones too, will be deleted. Reports already sent stay with the unit. Coming back needs a new code.
web-leave-offline = No connection, so the session is still open. Try again when connected.
web-leave-yes = Leave
web-leave-no = Stay

web-entry = Enter a code
web-entry-ended = The session on this device has ended. Unsent messages are still kept.
web-code = Invite code
web-code-hint = 10 letters without spaces, given by the coordinator.
web-code-wrong = A code has 10 letters and no digits.
web-enter = Enter
web-opening = Opening with the invite code…
web-entry-failed = Could not enter. Check the code and try again.
web-entry-offline = No connection yet. It will enter by itself.

web-join-lead = The channel of the public-opinion collaborators of { $unit }. One message, two taps, and the report is where it belongs.
web-join-lead-nobody = The channel of public-opinion collaborators. One message, two taps, and the report is where it belongs.
web-join-nocode = Without a code, ask the coordinator of the unit.
web-join-back = Already entered on this device
web-join-open = Open the chat

web-sample-title = Try Báo Nhanh
web-sample-steps = What to try
web-sample-how = On the collaborator's phone, type something people talk about, pick a tone, press ✅ Send.
web-sample-urgent = Add 🔴 Urgent and the coordinator on duty is alerted at once.
web-sample-claim = When that coordinator presses 🙋 I take it, the collaborator is told.
web-pane-collaborator = Collaborator's phone
web-sample-desk = Open the Desk: an answer waits to be judged, a referral is overdue; open the Unit's page to answer as the unit.
web-sample-ways = Other places to look at
web-sample-unit = Unit's page
web-sample-clock = Press ⏩ to let the clock run to the next reminder and to the deadline, and see who still owes a report.
web-pane-duty = Phone of the coordinator on duty
web-panes = Choose a phone

web-not-found = There is no such page. Check the address, or go to the first page.
web-error-back = To the first page
web-away-title = No connection
web-away-text = This page cannot be opened yet. Messages already written are kept on this device and sent by themselves.
web-away-retry = Try again
