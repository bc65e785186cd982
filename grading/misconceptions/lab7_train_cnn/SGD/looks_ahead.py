"""Idea: Momentum is taken once more on top of the new velocity.
Hint: That is Nesterov's way, another one. What does the formula subtract?
Family: rule
Fails: test_SGD_momentum, test_SGD_steps, test_SGD_two, test_SGD_untouched
"""


class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum
        self.velocities = {}

    def step(self, params, grads):
        after = {}
        for name, w in params.items():
            v = self.momentum * self.velocities.get(name, 0.0) + grads[name]
            self.velocities[name] = v
            after[name] = w - self.lr * (grads[name] + self.momentum * v)
        return after
