"""Idea: New weights have the dtype of the old ones.
Hint: What becomes of 0.01 in an array of integers?
Family: number types
Fails: test_SGD_kinds
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
            after[name] = (w - self.lr * v).astype(np.asarray(w).dtype)
        return after
