# Work given by a conclusion or out of a matter. DOMAIN §1 row 9.

command-viec = Tasks
b-task-done = ✅ Done
b-unit-tasks = 📋 All tasks ({ $n })
b-open-tasks = 📌 See tasks
p-tasks = Which task?
p-unit-tasks = The unit's tasks, what is due first:
p-task-result = With what result?
c-no-tasks = No task is open.
c-task-done = { $code }: the result is kept, the coordinators are told.
c-task-done-before = This is done already.
task-given = 📌 Task { $code }, due { $due }:
task-soon = ⏰ Task { $code } is due { $due }:
task-today = ⏰ Task { $code } is due today ({ $due }):
task-overdue = ⏰ { $n } tasks are overdue:
task-late = { $code } · { $owner } · { $n } days late: { $said }
task-finished = ✅ Task { $code } is done: { $said }
    Result: { $result }
task-label = { $code } · { $due } · { $title }
task-head = { $code } · { $owner } · { $state }
task-is-late = { $n } days late
task-is-due = due { $due }
