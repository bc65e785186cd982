# right
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.mu, self.v = lr, momentum, None

    def step(self, params, grads):
        if self.v is None:
            self.v = {k: np.zeros_like(g, dtype=float) for k, g in grads.items()}
        self.v = {k: self.mu * self.v[k] + grads[k] for k in grads}
        return {k: params[k] - self.lr * self.v[k] for k in params}
