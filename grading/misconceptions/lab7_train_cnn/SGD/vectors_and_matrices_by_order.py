"""Idea: Weights and gradients come in the same order.
Hint: The dicts need not have the same order. Go by name.
Family: form
Fails: test_SGD_params
"""


class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum
        self.velocities = {}

    def step(self, params, grads):
        after = {}
        for (name, w), g in zip(params.items(), grads.values()):
            v = self.momentum * self.velocities.get(name, 0.0) + g
            self.velocities[name] = v
            after[name] = w - self.lr * v
        return after
