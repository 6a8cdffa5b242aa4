"""Run the program as `python -m integrate_tui`, for where no console script is on the path."""

from integrate_tui.cli.main import main

if __name__ == "__main__":
    main()
