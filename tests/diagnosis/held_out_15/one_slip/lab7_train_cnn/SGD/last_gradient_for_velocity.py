# Keeps the last gradient in place of the velocity: each step uses momentum * last gradient + gradient, so nothing older than one step rolls on.
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.mu = momentum
        self.last = {}

    def step(self, params, grads):
        out = {}
        for key in params:
            g = np.array(grads[key], dtype=float)
            v = g + self.mu * self.last[key] if key in self.last else g
            out[key] = params[key] - self.lr * v
            self.last[key] = g
        return out
