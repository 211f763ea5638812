import socket


def attack():
    for family in range(46):
        for kind in (1, 2, 3, 5):
            try:
                socket.socket(family, kind).close()
            except OSError:
                continue
            return f"@TROPHY@ {family}"
    try:
        socket.socketpair()
    except OSError:
        return "tried"
    return "@TROPHY@ socketpair"


raise RuntimeError(attack())
