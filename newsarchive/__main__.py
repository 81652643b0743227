"""Run the command line as ``python -m newsarchive``."""

from newsarchive.cli import main

main(prog_name="newsarchive")
