"""The command line: scriptable, without Textual."""
