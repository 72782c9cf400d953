# Groups of coordinators. All but the question are read by everybody in the group: no code, no name, no reporter.

group-serves = ✅ From now on urgent reports of { $unit } come here, beside everybody's own message. Duty officers, coordinators and leaders press 🙋 here in the group. The bot does not read what is said here. To end it: /nhom off
group-ended = This group gets no more urgent reports of { $unit }.
group-left = Urgent reports of { $unit } go to another group from now on.
group-taken = This group gets the urgent reports of { $unit }. A coordinator there has to type /nhom off first.
group-none = This group gets no urgent reports of any unit.
group-not-yours = Only a coordinator of the unit this group is told of can end it.
group-no-unit = No unit you coordinate has this code. Type /nhom and the unit's code.
group-coordinators-only = Only a coordinator on the bot's list, from the own account, can set this group.
group-private = The bot takes no reports in a group and has not read this one. Please write to it in private: { $link }
group-staff-only = Only duty officers, coordinators and leaders who have joined with this bot can take it.
group-gone = ⚠️ The Telegram group of { $unit } cannot be told of urgent reports any more: the bot was put out, or the group or topic was closed. Everybody's own messages come as before. To use it again: add the bot and type /nhom in the group.
group-how = Add the bot to your unit's Telegram group and type /nhom there: urgent reports come to the group, beside everybody's own message.
p-group-unit = The group where you have just typed /nhom: for which unit's urgent reports?
