# Directives, campaigns and work of a matter. DOMAIN §1 rows 8, 9, 36.

b-directive = 📜 Directive
b-tie-campaign = 🎗 Campaign
b-give-task = 📌 Give work
p-directive-number = Number of the document? For example 15-CV/ĐU.
p-known-directive = Or one that is known:
p-directive-day = Issued on which day? Type it, for example { $day }.
p-directive-body = Issued by whom?
p-directive-said = What does it say, in short?
p-tie-campaign = Which campaign?
p-task = What is to be done? Sent as written.
m-directive = 📜 { $number } of { $on }, { $body }: { $said }
m-campaign = 🎗 { $title }
c-directive = { $code }: the document { $number } is tied to it.
c-tied = { $code }: tied.
c-task-given = { $code }: { $task } is given.
