"""The sandbox: a warm zygote, one jailed guest per submission, and a wire for plain data.

On the grader's side:

    launch      starts a zygote, and asks it for guests
    remote      a guest as an object: frames out, frames back, within limits of time
    defendant   a submission: its cells loaded into a guest, which is replaced when it dies

In processes of their own:

    zygote      imports torch once (rehearsal, heap: so that its forks are cheap), forks nurseries
    nursery     forks guests for one worker of the grader, watches them, tells of their end
    jail        what confines a guest: namespaces, Landlock, seccomp (through kernel), limits, uid
    guest       reads orders, answers them; holds nothing but the student's code

On both sides, for the grader runs the references with the same code:

    loader      runs cells (source reads them as Python) into a module
    driver      carries out requests on it (bans, figures)
    protocol    the messages; orders and wire are their frames, there and back
"""
