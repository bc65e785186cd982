"""Idea: Velocity holds steps, so the learning rate belongs into it.
Hint: It may stand there, but once only.
Family: rule
Fails: test_SGD, test_SGD_kinds, test_SGD_steps, test_SGD_two, test_SGD_untouched
"""


class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum
        self.velocities = {}

    def step(self, params, grads):
        after = {}
        for name, w in params.items():
            v = self.momentum * self.velocities.get(name, 0.0) + self.lr * grads[name]
            self.velocities[name] = v
            after[name] = w - self.lr * v
        return after
