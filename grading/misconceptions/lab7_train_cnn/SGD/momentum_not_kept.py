"""Idea: v is momentum times v plus the gradient.
Hint: Which v? Each step begins with 0 here.
Family: state
Fails: test_SGD_momentum, test_SGD_steps, test_SGD_two, test_SGD_untouched
"""


class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum
        self.velocities = {}

    def step(self, params, grads):
        after = {}
        for name, w in params.items():
            v = self.momentum * 0.0 + grads[name]
            self.velocities[name] = v
            after[name] = w - self.lr * (1 + self.momentum) * v
        return after
