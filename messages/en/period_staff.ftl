# Periods in the coordinator's hands: deadline, lock, excuse, exception; the calendar of deadlines; leaves.

## Days and hours

moment = { $time } on { $weekday }, { $date }
weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
weekday-5 = Saturday
weekday-6 = Sunday
