"""Idea: A step is lr times the newest gradient.
Hint: And what is left of the steps before?
Family: rule
Fails: test_SGD_momentum, test_SGD_steps, test_SGD_two
"""


class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum
        self.velocities = {}

    def step(self, params, grads):
        after = {}
        for name, w in params.items():
            v = 1.0 * grads[name]
            self.velocities[name] = v
            after[name] = w - self.lr * v
        return after
