# Names of periods, and rules they are made by.

period-week = week { $number }/{ $year }
period-month = { $number ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
period-quarter = quarter { $number } of { $year }
period-half = { $number ->
        [1] first half of { $year }
       *[2] second half of { $year }
    }
period-year = the year { $year }

rule-unknown = “{ $rule }” is no rule for periods. Examples: monthly last-working-day · monthly day 25 17:00 · monthly calendar · weekly thu 16:00 · quarterly 5th-working-day-after · half-yearly · yearly · 15-14 · 25-25.
