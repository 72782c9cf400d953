# The terminal: wrong settings, errors, help.

cli-config-unreadable = cannot read the settings file { $file }: { $why }
cli-config-broken = the settings file { $file } is broken at line { $line }: { $why }
cli-setting = { $key }: { $why }
cli-setting-value = { $key } = { $value }: { $why }
cli-setting-unknown = { $key }: there is no such key
cli-setting-unknown-guess = { $key }: there is no such key; did you mean { $guess }?
cli-setting-wrong = the value cannot be used
cli-setting-number = must be a number
cli-setting-above = must be more than { $limit }
cli-setting-least = must be at least { $limit }
cli-setting-most = must be at most { $limit }
cli-setting-bool = must be true or false
cli-setting-date = must be a date like 2026-11-30
cli-setting-choice = must be one of: { $choices }
cli-setting-quotes = put the value in quotes
cli-setting-empty = must not be empty
cli-setting-list = must be a list, e.g. [a, b]
cli-setting-section = must hold indented lines “key: value”
cli-setting-span = must be hours like "07:30-11:30"
cli-setting-zone = no such time zone; try Asia/Ho_Chi_Minh
cli-setting-rule = no such rule; e.g. monthly last-working-day, weekly thu 16:00
cli-setting-stage = must be working days and an hour, e.g. "-2 08:00"
cli-setting-topic = no such topic code, or one that cannot be switched off
cli-setting-address = must be a whole address, e.g. https://baonhanh.example.vn
cli-setting-database = must be sqlite:///FILE or postgresql://user:password@host/name
cli-setting-webhook = mode: webhook needs both webhook_url (https) and webhook_secret
cli-setting-webhook-secret = must be 16–256 letters, digits, _ or -
cli-setting-webhook-bots = with several tokens webhook_url needs a place for the number of the bot: https://…/{ "{" }bot{ "}" }
zalo-polling = Zalo: mode polling is for trials only, messages may come late or be lost when the machine stops in between; for work set zalo.mode: webhook.
cli-setting-alert-order = leader_after_minutes must not be less than coordinators_after_minutes
cli-env-twice = both { $name } and { $name }_FILE are set; keep one
cli-env-file = { $name }: cannot read the file { $file }

# Help.

cli-about = Báo Nhanh: reports of opinion, deadlines, alerts and answers for networks of collaborators.
cli-usage = usage:
cli-examples = examples:
cli-arguments = arguments
cli-options = options
cli-command = COMMAND
cli-commands = commands (each has its own --help)
cli-see-help = See: { $command } --help
cli-run = serve
cli-check = look at settings, database, channels and clock; all problems at once
cli-upgrade = create or upgrade the database
cli-init = make the first unit, its periods and an administrator's invite
cli-invite = make invites: web link, Telegram link, words for Zalo, QR code
cli-people = lists of members
cli-people-import = take over the list of a decision (.xlsx, .csv); looks first, writes nothing
cli-people-gaps = gaps of the roster: areas without anybody, terms that end
cli-programmes = joint programmes
cli-programmes-import = take a list of programmes over (.csv, .xlsx); looked at first, nothing written
cli-programmes-list = the programmes
cli-programmes-show = one programme: parties, days, what is shared
cli-people-second-reset = reset the authentication of somebody who has lost phone and recovery codes
cli-units = lists of units
cli-units-import = take over a list of units; looks first, writes nothing
cli-units-rules = a unit's regulations: show them, or publish a version from a text file
cli-chat = talk in the terminal
cli-rota = the duty rota
cli-rota-export = write the rota as a table (.csv)
cli-rota-import = take a rota over (.csv, .xlsx); looked at first, not written
cli-sealed = sealed reports
cli-sealed-readers = who in this unit reads what the units below seal
cli-export = write data to a file
cli-periods = reporting periods
cli-periods-preview = show the next periods of a rule
cli-remind = see who would be reminded, and why the others would not
cli-periods-list = the periods of a unit, and how they stand
cli-periods-change = give a period another deadline
cli-periods-lock = lock a period: nothing is taken or changed any more
cli-periods-excuse = excuse somebody from a period
cli-periods-extend = take one person's report after the cut-off
cli-periods-rule = by which rule a unit's periods are made
cli-audit = the audit trail: what was done by whom
cli-audit-verify = check that the trail is whole; otherwise name the first row that does not fit (exit code 1)
cli-audit-show = show the newest rows of the trail
cli-mask = hide in every line what the door would hide
cli-suggest = suggest topics for every line

cli-option-help = show this help
cli-option-config = settings file (default: BAONHANH_CONFIG, then config.yaml)
cli-option-lang = language: vi or en (default: BAONHANH_LANG, then vi)
cli-option-clock = run as if it were this instant, e.g. 2026-11-30T07:59:00+07:00
cli-option-speed = let the clock run N times as fast
cli-option-unit = code of the unit
cli-option-unit-name = name of the unit, e.g. “Phường Mẫu”
cli-option-duty-phone = duty phone, called when nobody takes an urgent report
cli-option-sample = add made-up people, reports and a body, to try things
cli-option-role = role: collaborator, coordinator, duty, leader, administrator, observer, unit
cli-option-code = code of the programme
cli-option-name = label of the person invited
cli-option-count = how many
cli-option-again = a further code for somebody known: label or CTV-17
cli-option-json = one JSON object a line
cli-option-png = save the QR code as a picture
cli-option-file = file
cli-option-apply = write it (without: look only)
cli-option-as = label of a person, CTV-17, or an invite code
cli-option-save = save the talk as a golden talk
cli-option-what = reports, obligations = who owes and who reported (for coordinators only)
cli-option-format = jsonl, csv or xlsx
cli-option-period = code of a period, e.g. 2026-11
cli-option-out = file to write (default: standard output)
cli-option-rule = rule, e.g. "monthly last-working-day" (default: deadlines.rule)
cli-option-from = first day, e.g. 2026-11-01 (default: today)
cli-option-person = the person's label, or CTV-17
cli-option-sealed = also sealed reports and people of the direct line: for the upper unit only
cli-option-everybody = every coordinator of the unit
cli-option-reason = the reason, for coordinators only
cli-option-due = the new deadline, for example "2026-11-25 17:00" or "friday 5pm"
cli-option-cutoff = the cut-off (default: two working days after the deadline)
cli-option-until = until when it is taken, for example "27/11 10:00"
cli-option-own-rule = a rule for the unit and those below it, for example "quarterly"
cli-option-inherit = follow the rule of the unit above
cli-option-dry-run = only look; the running process reminds by itself
cli-option-head = the head of the trail that somebody holds (on a phone), such as 5f0c2a9b71d4
cli-option-on = the day that head is of, such as 2026-11-25
cli-option-since = since this day, such as 2026-11-01
cli-option-limit = how many rows at most (default: 50)
cli-option-exporter = who exports: a coordinator's label, or CTV-17 (default: BAONHANH_AS); that person's units only
cli-option-operator = export everything as the operator of this machine; takes --reason
cli-option-why = why, for the audit trail
cli-option-resetter = an administrator of that person's unit: label, or CTV-17
cli-option-as-operator = whoever may run commands on this machine
cli-option-why-reset = why, at least 5 letters, kept in the trail
cli-option-now = look at this instant, for example 2026-11-18T08:00:00+07:00

cli-usage-required = missing: { $a }.
cli-usage-unknown = not understood: { $a }.
cli-usage-choice = there is no “{ $given }”; choose: { $known }.
cli-usage-choice-guess = there is no “{ $given }”; did you mean { $guess }?
cli-usage-value-missing = { $a } needs a value.
cli-usage-value = { $a }: “{ $b }” is not understood.
cli-usage-together = { $a } does not go with { $b }.

# What is wrong.

cli-file = { $file }: { $why }
cli-no-database = There is no database { $url } yet. Make the first unit: baonhanh init --help
cli-old-database = The database is empty or of an older release. Run: baonhanh upgrade
cli-newer-database = The database is of a newer release than this one. Install that.
cli-database = The database cannot be used: { $why }
cli-database-readonly = The database can be read but not written. Look at the rights of its file and folder.
cli-database-locked = Another program holds the database. Wait a moment and try again.
cli-database-full = The disk is full: nothing more can be written.
cli-database-foreign = The database file is damaged, or not one of Báo Nhanh.
cli-database-password = The database does not accept this user or password.
cli-clock = “{ $given }” is no instant with its zone, e.g. 2026-11-30T07:59:00+07:00; --speed must be more than 0.
cli-clock-early = This machine's clock is wrong: { $now } (UTC). Set it and start again.
cli-clock-behind = This machine's clock ({ $now } UTC) is behind the newest data ({ $newest } UTC). Set it and start again.
cli-count = How many must be from 1 to 1000: { $given }
run-running = Báo Nhanh is running on the folder { $folder } already; one program a folder.
run-port = Cannot open the port { $host }:{ $port }: { $why }. Choose another: BAONHANH_WEB_PORT=…
reach-none = { $channel } cannot be reached (network blocked, wrong proxy or address).
reach-token = { $channel } does not accept this token ({ $key }.token).
reach-odd = The { $channel } server gives an odd answer (status { $status }); look at { $key }.base_url.

# Checking.

cli-problem = PROBLEM  { $what }
cli-warning = WARNING  { $what }
cli-check-fine = No problems.
cli-check-folder = The data folder { $folder } cannot be written.
cli-check-no-unit = There is no unit yet; the sample unit will answer. Make one: baonhanh init --help
cli-check-phone = { $units }: no duty phone. Set alerts.phone, or make the unit with --duty-phone.
cli-check-chain = { $units }: no duty officer, coordinator or leader has a channel that reaches a phone; urgent reports are seen only by opening the page.
cli-check-readers = { $units }: collaborators but no coordinator; calm reports are read by nobody. Make a code: baonhanh invite --role coordinator --unit …
cli-check-year = The holidays of { $year } were not checked against the Ministry's list (calendar.confirmed_years).
cli-check-contact = No data-protection contact (privacy.contact); the consent text names the unit only.

# Results.

cli-upgrade-done = Upgraded { $url }.
cli-upgrade-current = { $url } is of this release already.
cli-no-unit-guess = There is no unit { $code }; did you mean { $guess }?
cli-no-units = There is no unit yet. Make one: baonhanh init --help
cli-unit-exists = There is a unit { $code } already.
cli-bad-name = The unit's name must have 2 to 200 characters.
cli-bad-phone = { $phone } is no phone number.
cli-init-done = Made { $name } ({ $code }). The administrator's invite, shown only once:
cli-init-next = Next: baonhanh invite --role coordinator --unit { $code }, then --role duty and --role collaborator. If the sample unit is running, start baonhanh run again.
cli-ticket = { $code }   { $role } · { $unit }{ $who } · until { $day }
cli-ticket-text = You are invited to the team of public-opinion collaborators of { $unit }: open { $web } or enter the code { $code }. It works once, until { $day }.
cli-ticket-zalo = You are invited to the team of public-opinion collaborators of { $unit }: in Zalo send the code { $code } to the bot “{ $bot }”, or open { $web }. It works once, until { $day }.
cli-invite-local = Links begin with { $web }: they open only where this machine can be reached. Set web.public_url to send them out.
cli-invite-no-bot = No name of a { $channel } bot: { $why }
cli-invite-full = Every { $channel } bot is full; add a bot or invite by another channel.
cli-invite-needs = Needs --role and --unit, or --again.
cli-reading = Reading { $file }
cli-writing = Writing
cli-inviting = Making codes
cli-exporting = Exporting
cli-exported-reports = Wrote { $n } reports to { $file }.
cli-export-binary = An xlsx file cannot be shown on the screen. Add --out FILE.xlsx
cli-no-period = There is no period { $period }; there are: { $known }
cli-nothing-taken = { $n } mistakes; nothing was written.
cli-ignored = Column “{ $header }” left out.
cli-dry-run = Looked only, nothing was written. Add --apply to write.
cli-applied = Written.
cli-unit-new = + { $code }  { $name }
cli-unit-changed = ~ { $code }  { $name }
cli-units-found = { $new } new units, { $changed } changed, { $same } as they were.
cli-and-more = … and { $n } more
cli-joins = + { $label } · { $role } · { $unit }
cli-leaves = − { $label } · { $role } · { $unit }
cli-people-found = { $joins } join, { $stays } stay, { $leaves } leave.
cli-period = { $name }: { $start } – { $end } · due { $due } · cut-off { $cutoff } · briefing { $briefing }
cli-moment = “{ $given }” is no day and hour. For example: "2026-11-25 17:00" · "25/11 17:00" · "friday 5pm"
cli-now = “{ $given }” is no instant; it needs its offset, for example 2026-11-18T08:00:00+07:00
cli-term = { $code } · { $name } · { $state }: { $start } – { $end } · due { $due } · cut-off { $cutoff } · reported { $reported }, nil { $nil }, late { $late }, owing { $owes }, excused { $excused }
cli-term-request = { $code } · { $name } · { $state }: { $start } – { $end } · due { $due } · cut-off { $cutoff } · answered { $reported }, nothing to say { $nil }, late { $late }, not yet { $owes }, excused { $excused }
cli-rule-own = { $unit }: a rule of its own, “{ $rule }”.
cli-rule-inherited = { $unit }: the common rule, “{ $rule }”.
cli-rule-stays = Made already, stays: { $name } (due { $due })
cli-reminds = SENDS  { $unit } · { $period } · { $who } · { $stage } · { $at } · { $channel }
cli-reminds-quietly = SENDS  { $unit } · { $period } · { $who } · { $stage } · { $at } · { $channel } (does not ring: please call)
cli-no-reminder = NOT    { $unit } · { $period } · { $who }: { $why }
cli-no-regulations = { $unit } has no regulations. Publish: baonhanh units rules --unit { $unit } FILE.txt
cli-not-utf8 = { $file } is no UTF-8 text file.
cli-regulations-length = Regulations have 1 to { $most } characters; the file has { $given }.
cli-published = { $unit }: published the regulations, version { $version }. Whoever joins from now on reads and accepts them; members read /quyche.
cli-reminders-found = { $sent } would be reminded, { $others } would not. Nothing was sent.
cli-exported-obligations = Wrote { $n } rows to { $file }. It names who owes: for coordinators only.
cli-sealed-named = { $n ->
    [one] { $n } person is named to read sealed reports.
   *[other] { $n } people are named to read sealed reports.
}
cli-sealed-everybody = { $n ->
    [0] The unit has no coordinator: nobody can read sealed reports.
    [one] Nobody is named: the { $n } coordinator reads sealed reports.
   *[other] Nobody is named: all { $n } coordinators read sealed reports.
}
cli-second-reset = The authentication of { $who } is reset. A new one is set up at the next signing in; open sessions were ended.
cli-second-none = { $who } has set no authentication up.
cli-second-not-yours = { $by } is administrator of no unit in which { $who } serves.
cli-sealed-no-coordinator = “{ $who }” is no coordinator of this unit.

# Why somebody is not reminded.

why-reported = has reported
why-nil = has reported that nothing arose
why-late = has reported, late
why-excused = is excused
why-declined = wants no reminders
why-blocked = has blocked the bot, please call
why-no-channel = has no channel, please call
why-told = reminded today already
why-quiet = outside the hours for reminders, until { $until }
why-capped = the daily cap is reached (reminders.daily_cap)
why-stage = next stage: { $at }
why-no-stage = no stage is left

cli-slip = write a referral as a slip (.docx)
cli-option-referral = code of the referral, e.g. PC-7
cli-option-profile = layout: dang or nd30 (default: style.layout)
cli-no-referral = There is no referral { $referral }.
cli-slip-made = Wrote the slip of { $referral } to { $file }. It is a draft: number, date and signature are blank.
cli-slip-local = web.public_url is not set: the QR code leads to { $web }, which no other machine opens.
