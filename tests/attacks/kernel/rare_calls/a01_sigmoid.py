import ctypes

CALLS = {
    "prctl": 157, "seccomp": 317, "unshare": 272, "setns": 308, "mount": 165, "umount2": 166,
    "pivot_root": 155, "io_uring_setup": 425, "keyctl": 250, "add_key": 248, "request_key": 249,
    "memfd_create": 319, "execveat": 322, "userfaultfd": 323, "bpf": 321, "open_by_handle_at": 304,
    "name_to_handle_at": 303, "perf_event_open": 298, "shmget": 29, "shmat": 30, "msgget": 68,
    "semget": 64, "mq_open": 240, "fanotify_init": 300, "inotify_init1": 294, "quotactl": 179,
    "swapon": 167, "reboot": 169, "kexec_load": 246, "init_module": 175, "finit_module": 313,
    "acct": 163, "settimeofday": 164, "syslog": 103, "personality": 135, "modify_ldt": 154,
    "iopl": 172, "ioperm": 173, "landlock_create_ruleset": 444, "memfd_secret": 447,
    "pidfd_open": 434, "pidfd_getfd": 438, "pidfd_send_signal": 424, "process_madvise": 440,
    "vmsplice": 278, "splice": 275, "tee": 276, "sendmsg": 46, "recvmsg": 47, "setsid": 112,
    "setpgid": 109, "fsopen": 430, "open_tree": 428, "move_mount": 429, "kcmp": 312, "tgkill": 234,
    "tkill": 200, "rt_sigqueueinfo": 129, "truncate": 76, "utimensat": 280, "setxattr": 188,
}  # fmt: skip


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    refused = set()
    for name, number in CALLS.items():
        ctypes.set_errno(0)
        libc.syscall(number, 0, 0, 0, 0, 0, 0)
        refused.add(ctypes.get_errno() in (1, 38) or name)
    return "tried" if refused == {True} else f"@TROPHY@ {refused - {True}}"


raise RuntimeError(attack())
