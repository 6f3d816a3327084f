"""The commands of `pejl`, one file a command: its arguments and options, and the words around them, and nothing that takes long to load.

The work stands in the modules beside this package, loaded once a command is called. `command_line` puts the commands together.
"""
