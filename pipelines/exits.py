"""The exit codes of `pejl`, which a scheduler can go by. click itself ends with 2 when a command is used wrongly."""

EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_BUSY = 75  # sysexits' EX_TEMPFAIL: a scheduler may try again
EXIT_INTERRUPTED = 130  # as shells tell of Ctrl-C
