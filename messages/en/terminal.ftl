# A conversation in a terminal: baonhanh chat.
chat-nobody = Nobody is called “{ $who }”. Give the label of the list, CTV-17, or an invite code that is still open.
chat-several = { $n } people are called “{ $who }”: { $labels }. Give one of these.
chat-hint = Type a line and press Enter. Ctrl-D ends.
chat-picture = (A picture comes with it; a terminal cannot show it.)
