"""Idea: The optimizer knows the weights after the first step.
Hint: The weights that are given count.
Family: state
Fails: test_SGD_kinds, test_SGD_steps, test_SGD_two
"""


class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum
        self.velocities, self.weights = {}, {}

    def step(self, params, grads):
        for name in params:
            w = self.weights.get(name, params[name])
            v = self.momentum * self.velocities.get(name, 0.0) + grads[name]
            self.velocities[name], self.weights[name] = v, w - self.lr * v
        return dict(self.weights)
