"""What the program means: frozen values and pure functions, with no input, output or clock."""
