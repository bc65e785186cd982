"""Idea: The first velocity is the first gradient.
Hint: It is the caller's array. What does v *= momentum write into?
Family: memory
Fails: test_SGD_untouched
"""


class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum
        self.velocities = {}

    def step(self, params, grads):
        after = {}
        for name, g in grads.items():
            v = self.velocities.get(name)
            if v is None:
                v = g if g.dtype == np.float64 else g.astype(np.float64)
            else:
                kept = np.array(g)
                v *= self.momentum
                v += kept
            self.velocities[name] = v
            after[name] = params[name] - self.lr * v
        return after
