# All weights share one velocity, that of whichever came before.
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum
        self.v = 0.0

    def step(self, params, grads):
        new = {}
        for name, w in params.items():
            g = grads[name]
            before = self.v if np.shape(self.v) == np.shape(g) else 0.0
            self.v = self.momentum * before + g
            new[name] = w - self.lr * self.v
        return new
