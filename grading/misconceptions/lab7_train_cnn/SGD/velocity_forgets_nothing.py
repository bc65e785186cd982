"""Idea: The old velocity is kept whole.
Hint: Without forgetting it never stops. What does momentum do to the old velocity?
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
            v = (
                self.velocities.get(name, 0.0) + self.momentum * grads[name]
                if self.velocities.get(name) is not None
                else 1.0 * grads[name]
            )
            self.velocities[name] = v
            after[name] = w - self.lr * v
        return after
