# wrong: lr is multiplied in twice: into the velocity and into the step
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.momentum = momentum
        self.v = {}

    def step(self, params, grads):
        out = {}
        for k in params:
            if k not in self.v:
                self.v[k] = np.zeros_like(params[k], dtype=float)
            self.v[k] = self.momentum * self.v[k] + self.lr * grads[k]
            out[k] = params[k] - self.lr * self.v[k]
        return out
