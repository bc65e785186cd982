"""Idea: The weights that were given get their new values.
Hint: The dict that was given, and the arrays in it, are somebody else's: make new ones.
Family: memory
Fails: test_SGD_untouched
"""


class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum
        self.velocities = {}

    def step(self, params, grads):
        for name, g in grads.items():
            v = self.momentum * self.velocities.get(name, 0.0) + g
            self.velocities[name] = v
            params[name] = params[name] - self.lr * v
        return params
