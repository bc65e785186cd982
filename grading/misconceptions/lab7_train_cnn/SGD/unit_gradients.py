"""Idea: Only the direction of a gradient counts; lr says how far.
Hint: A step is lr times the velocity, as long as it is.
Family: scale
Fails: test_SGD, test_SGD_kinds, test_SGD_momentum, test_SGD_params, test_SGD_steps, test_SGD_two,
test_SGD_untouched
"""


class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum
        self.velocities = {}

    def step(self, params, grads):
        after = {}
        for name, w in params.items():
            v = self.momentum * self.velocities.get(name, 0.0) + grads[name] / (
                np.linalg.norm(grads[name]) + 1e-9
            )
            self.velocities[name] = v
            after[name] = w - self.lr * v
        return after
