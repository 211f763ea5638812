"""What knows nbgrader: its cells, its gradebook, the notebooks that its formgrader shows.

    results.jsonl ─► papers ─┬─► gradebook   a mark and a comment for each task, by nbgrader's own models
    submitted/ ──────────────┴─► autograded  the student's work in the frame of the released notebook

Nothing here knows how a release is made: the released notebooks are handed in. nbgrader itself is
imported only where something is to be written: it costs more than a second.
"""
