"""Pages: results as people read them. What they look like is in templates/; look is what all share.

feedback    a page for each student and assignment (returned: zips of them, as an LMS takes them back)
report      the class report: its report_words, its plots, and a specimen for each known mistake
similarity  who shares much code, side by side
"""
