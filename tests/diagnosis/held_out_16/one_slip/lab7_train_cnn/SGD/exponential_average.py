# the gradient is weighted with 1 - momentum (a running mean) instead of counting in full
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.alpha = lr
        self.beta = momentum
        self.v = {}

    def step(self, params, grads):
        new = {}
        for name, w in params.items():
            if name not in self.v:
                self.v[name] = np.zeros(np.shape(w))
            self.v[name] = self.beta * self.v[name] + (1 - self.beta) * grads[name]
            new[name] = w - self.alpha * self.v[name]
        return new
