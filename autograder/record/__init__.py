"""Records: what came out, kept for machines (results.jsonl, history.jsonl) and people (grades.csv).

Kept:

    results     results.jsonl: each assignment of each student as graded (a line is a result.Result)
    history     history.jsonl: every grading, with the basis that it rests on

Worked out of them when they are shown:

    marks       what counts: as graded, then changed by hand, then less the deductions for lateness
    shifts      whose mark moved (changes: why), and trail: how one mark came about
    survey      the class's figures

Written out:

    table       grades.csv
    glance      the class on the terminal (overview: a class too large for a line each)
    lms         marks for Moodle, Canvas and spreadsheets
"""
