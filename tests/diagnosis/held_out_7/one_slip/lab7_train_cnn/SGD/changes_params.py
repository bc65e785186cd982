# the weights that were given are changed in place
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.mu = momentum
        self.v = {}

    def step(self, params, grads):
        out = {}
        for name, w in params.items():
            if name not in self.v:
                self.v[name] = np.zeros(np.shape(w))
            self.v[name] = self.mu * self.v[name] + grads[name]
            out[name] = np.asarray(w, dtype=float)
            out[name] -= self.lr * self.v[name]
        return out
