# The tape's closure adds to grads kept at module level, so a second call adds on top of the first.
TAPE = {}


def dot_backward(x, w, da=None):
    seed = 1.0 if da is None else da

    def push(name, value):
        TAPE[name] = TAPE.get(name, 0) + np.asarray(value, dtype=float)

    push("x", w * seed)
    push("w", x * seed)
    return {name: TAPE[name] for name in ("x", "w")}
