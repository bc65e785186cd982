# Exponential average: (1 - momentum) before the gradient.
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.mu = lr, momentum
        self.velocity = None

    def step(self, params, grads):
        if self.velocity is None:
            self.velocity = {k: 0.0 for k in params}
        self.velocity = {k: self.mu * self.velocity[k] + (1 - self.mu) * grads[k] for k in params}
        return {k: params[k] - self.lr * self.velocity[k] for k in params}
