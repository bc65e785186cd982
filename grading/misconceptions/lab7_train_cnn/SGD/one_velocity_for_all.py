"""Idea: The optimizer has one velocity.
Hint: Each weight array has its own. What are their shapes?
Family: state
Fails: test_SGD_velocities
"""


class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum
        self.v = 0.0

    def step(self, params, grads):
        after = {}
        for name, w in params.items():
            old = self.v if np.shape(self.v) in ((), np.shape(w)) else 0.0
            self.v = self.momentum * old + grads[name]
            after[name] = w - self.lr * self.v
        return after
