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
cli-setting-topic = no such topic code, or one that cannot be switched off
cli-setting-address = must be a whole address, e.g. https://baonhanh.example.vn
cli-setting-database = must be sqlite:///FILE or postgresql://user:password@host/name
cli-setting-webhook = mode: webhook needs both webhook_url (https) and webhook_secret
cli-setting-webhook-secret = must be 16–256 letters, digits, _ or -
cli-setting-alert-order = leader_after_minutes must not be less than coordinators_after_minutes
cli-env-twice = both { $name } and { $name }_FILE are set; keep one
cli-env-file = { $name }: cannot read the file { $file }
