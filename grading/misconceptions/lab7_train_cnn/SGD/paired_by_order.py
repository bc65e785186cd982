"""Idea: Both dicts hold the same names, so their values pair up.
Hint: A dict keeps the order in which it was filled. Which gradient belongs to "w"?
Family: form
Fails: test_SGD_params
"""


class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum, self.velocities = lr, momentum, {}

    def step(self, params, grads):
        new = {}
        for (name, w), g in zip(params.items(), grads.values()):
            v = self.momentum * self.velocities.get(name, 0.0) + g
            self.velocities[name] = v
            new[name] = w - self.lr * v
        return new
