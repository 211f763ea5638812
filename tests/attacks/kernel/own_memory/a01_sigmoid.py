def attack():
    for path in ("/proc/self/mem", "/proc/self/maps", "/proc/self/environ", "/proc/1/environ", "/proc/@PID@/environ",
                 "/proc/@PID@/cmdline", "/proc/self/fd/3", "/proc/thread-self/mem", "/dev/mem", "/dev/kmsg", "/dev/fd/3"):
        try:
            open(path, "rb").read(1)
        except OSError:
            continue
        return f"@TROPHY@ {path}"
    return "tried"


raise RuntimeError(attack())
