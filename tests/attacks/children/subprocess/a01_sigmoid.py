import subprocess


def attack():
    subprocess.Popen(["/bin/sh", "-c", "sleep 3600"], start_new_session=True)
    return "@TROPHY@ started"


raise RuntimeError(attack())
