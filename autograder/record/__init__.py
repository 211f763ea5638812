"""Records: what came out, kept for machines (results.jsonl) and for people (grades.csv)."""
