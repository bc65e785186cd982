"""Copies first, then arithmetic in place."""


class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum, self.velocities = lr, momentum, {}

    def step(self, params, grads):
        after = {name: np.array(w, dtype=np.float64) for name, w in params.items()}
        for name in grads:
            v = self.velocities.setdefault(name, np.zeros(after[name].shape))
            v *= self.momentum
            v += grads[name]
            after[name] -= self.lr * v
        return after
