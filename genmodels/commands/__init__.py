"""The subcommands of `genmodels`, a file for each noun; torch is imported only by those that need it.

Each file has `add`, which makes its parser, and the functions that carry the commands out.
"""
