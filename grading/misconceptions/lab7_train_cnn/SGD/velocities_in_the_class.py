"""Idea: The dict of velocities is made once.
Hint: What stands directly under class, or in a default argument, is made once, for all optimizers.
Family: state
Fails: test_SGD_two
"""


class SGD:
    velocities = {}

    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum

    def step(self, params, grads):
        after = {}
        for name, w in params.items():
            v = self.momentum * self.velocities.get(name, np.zeros(np.shape(w))) + grads[name]
            self.velocities[name] = v
            after[name] = w - self.lr * v
        return after
