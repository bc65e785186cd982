"""Idea: Who gives no momentum gets some.
Hint: What does the signature promise whoever gives no momentum?
Family: options
Fails: test_SGD_kinds, test_SGD_steps
"""


class SGD:
    def __init__(self, lr, momentum=0.9):
        self.lr, self.momentum = lr, momentum
        self.velocities = {}

    def step(self, params, grads):
        after = {}
        for name, w in params.items():
            v = self.momentum * self.velocities.get(name, 0.0) + grads[name]
            self.velocities[name] = v
            after[name] = w - self.lr * v
        return after
