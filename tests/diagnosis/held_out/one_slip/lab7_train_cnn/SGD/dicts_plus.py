# wrong: climbs: + lr * v
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.momentum = momentum
        self.v = {}

    def step(self, params, grads):
        new = {}
        for key in params:
            if key not in self.v:
                self.v[key] = np.zeros(np.shape(params[key]))
            self.v[key] = self.momentum * self.v[key] + grads[key]
            new[key] = params[key] + self.lr * self.v[key]
        return new
