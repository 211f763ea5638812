"""Pages: results as people read them."""
