# the velocity is subtracted from the gradient: v = g - momentum * v
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum
        self.velocity = {}

    def step(self, params, grads):
        out = {}
        for key in params:
            g = np.asarray(grads[key], dtype=float)
            v = g - self.momentum * self.velocity.get(key, 0)
            self.velocity[key] = v
            out[key] = params[key] - self.lr * v
        return out
