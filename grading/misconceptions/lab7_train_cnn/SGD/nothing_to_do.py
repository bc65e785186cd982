"""Idea: Where the velocity is zero, the weights stay as they are.
Hint: Their numbers, yes. But who changes the result then changes the old weights too.
Family: memory
Fails: test_SGD_untouched
"""


class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum, self.velocities = lr, momentum, {}

    def step(self, params, grads):
        new = {}
        for name, w in params.items():
            v = self.momentum * self.velocities.get(name, 0.0) + grads[name]
            self.velocities[name] = v
            new[name] = w - self.lr * v if np.any(v) else w
        return new
