"""The sandbox: a warm zygote, one jailed guest per submission, and a wire for plain data.

remote   (grader's side)  a guest as an object: load cells, run requests
zygote   imports torch once, forks guests
jail     namespaces, Landlock, seccomp, limits, uid
guest    (student's side) reads requests, answers them
loader, driver, figures   what a guest does; the grader runs the references with the same code
wire     frames of plain data and tensors, every bound checked
"""
