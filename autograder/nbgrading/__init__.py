"""What knows nbgrader: the metadata of its cells, its gradebook. It is imported where it is used."""
