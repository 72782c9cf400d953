# Quick polls: one question to the team, answered by a button or a number, closed at its hour.

## Asking

b-poll-new = ➕ New poll
b-poll-answer = ✍️ Answer
b-poll-next = Next one
b-poll-choice = 🔘 One of several
b-poll-scale = 🔢 Points 0–10
b-poll-number = ✍️ A number
b-poll-hour = 1 hour
b-poll-today = Today 17:00
b-poll-tomorrow = Tomorrow 17:00
b-poll-share = Team may see result
b-poll-keep = No
p-poll-which = Ask the team something new, or answer an open poll?
p-poll-question = What is the team to be asked? (one question, at most 300 characters)
p-poll-kind = How is it answered?
p-poll-options = The options: 2–8 lines, one option a line (or parted by semicolons).
p-poll-closes = When does it close? Choose, or type day and hour, e.g. { $day } 17:00, friday 9h
p-poll-shared = When it closes, may the whole team see the result?
p-poll-preview = Preview, NOT SENT:
p-poll-send = { $n ->
    [one] Send it to { $n } collaborator?
   *[other] Send it to { $n } collaborators?
}
c-poll-sent = { $n ->
    [one] ✅ Poll sent to { $n } collaborator. The counts are kept up in a message of their own.
   *[other] ✅ Poll sent to { $n } collaborators. The counts are kept up in a message of their own.
}
e-poll-nobody = There is no collaborator who could be asked by a message.
e-poll-when = Day and hour were not understood. Type e.g. 17:00, { $day } 17:00, friday 9h
e-poll-past = This hour has passed.
e-poll-far = { $n ->
    [one] A poll may be open for { $n } day at most.
   *[other] A poll may be open for { $n } days at most.
}
e-lines = { $n ->
    [one] From { $least } to { $most } lines are needed, one option a line; this was { $n } line.
   *[other] From { $least } to { $most } lines are needed, one option a line; these were { $n } lines.
}
e-line-long = The line “{ $line }…” is longer than { $limit } characters.
e-lines-same = Two lines are the same.

## Answering

poll-asked = A quick poll of the team. Answers are only counted; nobody sees who chose what.
poll-scale = Points from 0 (lowest) to 10 (highest).
poll-any-number = Answer with a whole number.
poll-closes = Closes at { $at }.
poll-how = Press a button, or type /thamdo.
p-poll-again = Every open poll is answered. Which answer is to be changed?
c-no-poll = No poll is open.
c-poll-kept = ✅ Noted: { $answer }. It can be changed until { $at }.
c-poll-more = { $n ->
    [one] { $n } poll is not answered yet.
   *[other] { $n } polls are not answered yet.
}
e-poll-closed = The poll closed at { $at }; this answer could not be taken any more.
e-number = A whole number from { $least } to { $most } is needed.

## How it stands

poll-live = 📈 Poll under way. Counts below 3 are shown as <3.
poll-closed = 🏁 The poll closed at { $at }.
poll-result-below = The result is in the message below.
poll-row = { $label }: { $count }
poll-average = Average (of counts shown): { $whole }.{ $tenth }
poll-total = { $n ->
    [one] Total: { $n } answer.
   *[other] Total: { $n } answers.
}
poll-total-least = { $n ->
    [one] Total: at least { $n } answer.
   *[other] Total: at least { $n } answers.
}
poll-total-few = { $n ->
    [one] Fewer than { $n } answer so far (<{ $n }).
   *[other] Fewer than { $n } answers so far (<{ $n }).
}
