# A person's channels: add, choose, remove; go on with a draft elsewhere.

channel-web = Web page
channel-telegram = Telegram
channel-zalo = Zalo
channel-terminal = Terminal
channel-of-bot = { $name } (bot { $bot })
channel-label = { $name } · { $since }
channel-line = • { $name } · joined { $since } · { $state }{ $here }{ $used }
channel-live = takes messages
channel-dead = cannot be reached
channel-here = {" "}· in use here
channel-used = {" "}· ★ messages go here
channel-wanted = {" "}· chosen
channel-sure-here = {" "}It is the one in use here.
channel-by-link = • { $channel }: open { $link }
channel-by-code = • { $channel }: send this code to the bot

b-channels = 📱 My channels
b-channel-add = ➕ Add a channel
b-channel-prefer = ★ Choose a channel
b-channel-remove = Remove a channel
b-continue = ▶️ Go on here

p-channels = My channels:
p-channel-prefer = Where shall reminders, announcements and alerts go?
p-channel-remove = Which channel is to be removed?
p-channel-sure = Remove { $channel }?{ $here } Nothing can be sent or read there any more; a draft there is dropped.

c-channel-code = Code: { $code }
    Good once, for { $minutes } minutes; give it to nobody.
c-channel-added = This channel is joined to the account { $who }: reports, reminders and settings are those of the same person. Not you? Remove it: /kenh
c-channel-joined = { $channel } was just joined to this account. Was it not you? Remove it at once: /kenh
c-channel-preferred = Messages go to { $channel } from now on; to another channel when that one takes none.
c-channel-silent = { $channel } is chosen. It does not ring when closed, so messages go to { $other } as long as that takes them.
c-channel-removed = { $channel } is removed.
c-channel-gone = This channel was removed and takes no messages any more. To join it again needs a new code.

e-channel-last = Not removed: at least one channel has to stay. To leave altogether: /rutdongy
e-channel-own = This channel is joined already. Use the code on the other one.
e-channel-taken = This channel belongs to another member and was not joined. The code can still be used.
e-question-passed = This question has passed.

turn-draft-elsewhere = There is a draft “{ $start }…” in { $channel }. Go on with it here: /tieptuc
turn-draft-moved = Going on from { $channel }:
turn-draft-busy = The draft is being used on the other channel. Try again in some seconds: /tieptuc

tried-unreachable = cannot be reached
tried-refused = refused
tried-quota = monthly limit reached
tried-removed = removed
tried-at = { $channel }: { $why }
