"""Who is answered when: fair turns, how long they take, and the few threads that do the work. No Discord in it."""
