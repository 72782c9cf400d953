# The team: coming and going by decision; coming back with a new code.

team-left = By decision no. { $decision } you are no longer a member of the collaborators' team. Thank you. This channel will send nothing more.
team-reentry = A code was made to enter from another device under your name. If you did not ask for it, tell { $contact } at once.
team-coordinator = the coordinator

role-collaborator = collaborator
role-coordinator = coordinator
role-duty = duty officer
role-leader = leader
role-administrator = administrator
role-observer = observer
role-unit = who answers for a unit
