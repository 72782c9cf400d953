# Units in time, joint programmes, shared figures, the roster.

unit-not-yet = “{ $unit }” begins on { $on }; it can be chosen from then on
unit-ended = “{ $unit }” is no more, and no successor is on record
p-which-of-units = { $n } units are called so. Which?
