"""`python -m tequio.cli` is the command `tequio`."""

from tequio.cli.app import main

if __name__ == "__main__":
    main()
