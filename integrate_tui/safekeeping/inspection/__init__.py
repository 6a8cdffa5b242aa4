"""What a journal's surroundings look like: its files, its copies, and the machine it lies on."""
