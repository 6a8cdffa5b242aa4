"""What an answer is given in: one field for each kind of answer."""
