"""Idea: The velocity is a running mean of the gradients.
Hint: A mean weighs the new gradient with 1 - momentum. The formula weighs it with 1.
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
            v = self.momentum * self.velocities.get(name, 0.0) + (1 - self.momentum) * grads[name]
            self.velocities[name] = v
            after[name] = w - self.lr * v
        return after
