# the velocity is subtracted from the gradient instead of added: v = g - momentum * v
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.momentum = momentum
        self.last = {}

    def step(self, params, grads):
        out = {}
        for name, g in grads.items():
            before = self.last.get(name)
            v = np.array(g, dtype=float)
            if before is not None:
                v = v - self.momentum * before
            self.last[name] = v
            out[name] = params[name] - self.lr * v
        return out
