"""Idea: The dict of weights gets the new arrays.
Hint: The dict that was given is somebody else's, too.
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
