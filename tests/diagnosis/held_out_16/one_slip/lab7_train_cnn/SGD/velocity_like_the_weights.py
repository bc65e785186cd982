# the velocities are zeros_like the weights and updated in place, so int weights raise and float32 ones keep float32 velocities
class SGD:
    """Stochastic gradient descent with momentum."""

    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.momentum = momentum
        self.velocity = {}

    def step(self, params, grads):
        updated = {}
        for name, param in params.items():
            if name not in self.velocity:
                self.velocity[name] = np.zeros_like(param)
            v = self.velocity[name]
            v *= self.momentum
            v += grads[name]
            updated[name] = param - self.lr * v
        return updated
