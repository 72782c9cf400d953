# For the unit above alone; people of the direct line.

b-unsealed = Not sealed
e-sealed-nobody = Nobody at the upper level can read sealed reports of this unit yet. Sent as usual, the unit reads it; the draft is kept.
p-review-sealed = 🔒 Opinion { $which }: seen by { $unit } only.
c-sealed = 🔒 Seen by the upper level only.
c-urgent-sealed = { $n ->
    [0] Urgent report recorded, code { $code }; nobody at the upper level could be told, please call { $phone }.
    [one] Urgent report recorded, code { $code }; alerting { $n } person at the upper level.
   *[other] Urgent report recorded, code { $code }; alerting { $n } people at the upper level.
}
c-acked-sealed = { $code }: taken over by the upper level at { $time }.

## To those above who read it

a-sealed = 🔒 Sealed: for the upper level only, not to be passed on to the unit.
a-to-leader = the leaders of the upper level
sealed-filed = 🔒 Sealed report { $code } · { $topic }
sealed-where = { $unit } · { $at } · for the upper level only, not to be passed on to the unit
sealed-changed = 🔒 { $code }: changed by its reporter.
sealed-added = 🔒 { $code }: its reporter adds:
sealed-withdrawn = 🔒 { $code } was withdrawn by its reporter.

## Lists

sheet-no-yes = “{ $text }” is neither yes nor no
roster-direct-role = only collaborators can be of the direct line
