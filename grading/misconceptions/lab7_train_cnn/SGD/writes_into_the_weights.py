"""Idea: The weights are updated in place, as everybody does.
Hint: The arrays that were given are somebody else's. step returns new ones.
Family: memory
Fails: test_SGD_untouched
"""


class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum
        self.velocities = {}

    def step(self, params, grads):
        for name, w in params.items():
            v = self.momentum * self.velocities.get(name, 0.0) + grads[name]
            self.velocities[name] = v
            if isinstance(w, np.ndarray) and w.dtype.kind == "f":
                w -= self.lr * v
            else:
                params[name] = w - self.lr * v
        return params
