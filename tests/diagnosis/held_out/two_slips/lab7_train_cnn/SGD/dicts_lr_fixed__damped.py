# wrong: lr is hard-coded; (1 - momentum) * g
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = 0.01
        self.momentum = momentum
        self.v = {}

    def step(self, params, grads):
        new = {}
        for key in params:
            if key not in self.v:
                self.v[key] = np.zeros(np.shape(params[key]))
            self.v[key] = self.momentum * self.v[key] + (1 - self.momentum) * grads[key]
            new[key] = params[key] - self.lr * self.v[key]
        return new
