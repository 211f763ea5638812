"""Records: what came out, kept for machines (results.jsonl, history.jsonl) and people (grades.csv)."""
