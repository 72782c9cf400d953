# Importing lists of people and units from files.

sheet-line = line { $line }: { $problem }
sheet-empty = The file has no lines below its header.
sheet-broken = The file cannot be read. It must be an Excel table (.xlsx) or text (.csv), without a password.
sheet-old-excel = An old Excel file (.xls), or one with a password. Open it in Excel and save it as .xlsx without password.
sheet-no-column = There is no column “{ $column }” in the header.
sheet-no-cell = { $column } is missing
sheet-no-date = “{ $text }” is no date (write it like 30/11/2026)
sheet-dates-crossed = ends on { $last }, before it begins on { $first }
sheet-too-long = “{ $text }…” has more than { $longest } characters

sheet-column-label = name
sheet-column-unit = unit
sheet-column-decision = decision number
sheet-column-decided = decision date
sheet-column-code = code
sheet-column-name = name
sheet-column-type = type

roster-twice = { $label } is already on line { $first }; if they are two people, add something to tell them apart, such as “(village 2)”
roster-role-unknown = no role is called “{ $role }”; choose: collaborator, coordinator, duty, leader, administrator, observer
roster-unit-unknown = no unit is called “{ $unit }”
roster-unit-ambiguous = “{ $unit }” is the name of several units ({ $codes }); write the code
roster-older = { $unit }: the decision of { $offered } is older than the one in force (of { $current })

units-bad-code = the code “{ $code }” may only have plain letters, digits, dots, hyphens and underscores, at most 40
units-type-unknown = no type is called “{ $type }”; choose: province, city, commune, ward, village, cluster, sector, body, committee, front, youth, labour, women, veterans, farmers, training
units-twice = the code { $code } is already on line { $first }, and the dates do not follow each other
units-parent-unknown = the parent “{ $code }” is neither in the file nor in the system
units-successor-unknown = the successor “{ $code }” is neither in the file nor in the system
units-circle = units belong to each other in a circle: { $units }
units-successor-circle = units succeed each other in a circle: { $units }
