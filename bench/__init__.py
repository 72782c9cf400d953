"""The benchmarks: this product beside bots as they are usually written, on one machine in one go.

`python -m bench` (or `make bench`) plays 100 people against each subject in turn and prints a table.
"""
