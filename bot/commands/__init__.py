"""The commands, one file each. A file has

    EXAMPLES            lines shown under `--help`
    options(parser)     its options; their help is the sentence `cli-option-<name>`
    act(session)        what it does; gives the exit code

and imports what is heavy inside `act`, so that `--help` stays quick.
"""
