"""`python -m reader` is the command `newsreader`."""

import sys

from reader.processes.surroundings import leave_working_folder_out


def main() -> int:
    """Run the command line; its exit code."""
    leave_working_folder_out()
    from reader.cli import main as command

    return command()


if __name__ == "__main__":
    sys.exit(main())
