"""Idea: A step is the newest gradient, and momentum times it on top.
Hint: And what is left of the steps before? Momentum multiplies the old velocity.
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
