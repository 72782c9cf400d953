# The audit trail: who looked, exported, decided; reporters are told who looked at them.

audit-walking = Checking the trail
audit-whole = The audit trail is whole: { $n } { $n ->
    [one] row
   *[other] rows
}, head { $head }
audit-held = The head { $head } is of this trail.
audit-changed = The audit trail is BROKEN at row { $row } ({ $at } UTC): the row was changed. The { $n } before it fit.
audit-follow = The audit trail is BROKEN at row { $row } ({ $at } UTC): it does not follow the row before; rows were removed, put in or moved. The { $n } before it fit.
audit-head = The audit trail is BROKEN at row { $row } ({ $at } UTC): it is not the head on record for this place. The { $n } before it fit.
audit-lost = The audit trail is BROKEN at its end: it stops after { $n } and does not reach the head on record for { $day } ({ $hash }).
audit-not-held = The trail fits itself but has no head { $head }: it is not the one its holder has seen.
audit-not-held-on = The trail fits itself, but its head of { $day } is { $stands }, not { $head }.
audit-no-hash = “{ $given }” is no head: it takes 8 to 64 hex digits.
audit-on-alone = --on goes with --head.
audit-limit = The number of rows goes from 1 to { $most }: { $given }
audit-empty = There are no rows.
d-audit = Head of the audit trail, { $date }: { $hash }

## Export

export-not-reports = { $who } is no coordinator: reports are exported by coordinators of their unit only.
export-not-obligations = { $who } is no coordinator or administrator of any unit.
export-reason = --operator takes --reason "why" as well.
export-unnamed = Please name who exports (--as PERSON, or --operator --reason "why"). This time the audit trail says “không nêu” (not given).
e-reason = A reason takes 5 letters at least, so that those concerned understand it.

## Who made a report

p-reporter-of = The reporter of which report? Type its code, such as PA-12.
p-reporter-why = Why the reporter of { $code }? The reporter will read this reason, and the look goes into the audit trail.
e-report-code = That is no code of a report. Type it like PA-12, or its number 12.
e-no-report = There is no report { $code } in a unit you coordinate.
c-reporter = The reporter of { $code }: { $who }. The trail has it, and the reporter is told.
c-reporter-forgotten = { $code }: it is no longer known who made it.
team-reporter-seen = { $viewer } (coordinator) looked up who made { $code }. Reason: { $reason }
