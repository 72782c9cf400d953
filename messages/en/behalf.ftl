# Entered for others: phone, meeting, paper, hotline.

command-ghiho = Enter a report for others
p-behalf-how = How did it come?
b-behalf-phone = 📞 Phone
b-behalf-meeting = 👥 Meeting
b-behalf-paper = 📄 Paper
b-behalf-hotline = ☎️ Hotline
p-behalf-whom = Whose is it? Only collaborators of the team; no citizen's name is kept.
b-behalf-nobody = Citizen/not named
b-behalf-end = 🏁 End
p-behalf-next = { $n ->
    [one] { $n } statement entered. The next one? Choose whose it is, or End.
   *[other] { $n } statements entered. The next one? Choose whose it is, or End.
}
p-behalf-heard = Heard live, or recorded outside office hours? The caller is neither asked for nor kept.
b-behalf-live = 📞 Live
b-behalf-recorded = ⏺ Recorded
p-behalf-when = When was it said? For example: 21:30 { $day }
e-behalf-ahead = That hour is still to come. Type the hour of the recording.
p-behalf-said-phone = What was said on the phone? No names or numbers of citizens.
p-behalf-said-meeting = What was said? No names or numbers of citizens.
p-behalf-said-paper = What does the paper say? Type it; a picture or PDF may go with it. No names or numbers of citizens.
p-behalf-said-hotline = What was said in the call? No name or number of the caller.
c-behalf = ✅ ENTERED { $time } · code { $code }
behalf-whose = Counts for: { $who }
c-behalf-end = { $n ->
    [one] 🏁 Meeting: { $n } statement entered.
   *[other] 🏁 Meeting: { $n } statements entered.
}
behalf-topic = • { $topic }: { $n }

## To whose report it is said to be

behalf-phone = by phone
behalf-meeting = at the meeting
behalf-paper = from a paper
behalf-hotline = on the hotline
behalf-told = 📝 Entered for you as { $code }, { $way }:
behalf-object = If it is not yours, press Not mine.
b-not-mine = Not mine
c-not-mine = { $code } is no longer linked to you. The coordinators are told.
behalf-objected = { $code }: whoever it was entered for says it is not theirs. The link is gone, the words stay.
behalf-withdrawn = { $code }, entered for you before, was withdrawn.
