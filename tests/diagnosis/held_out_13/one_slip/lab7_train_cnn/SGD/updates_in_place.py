# params[name] -= ... writes into the weights that were given, and the same dict is returned.
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.momentum = momentum
        self.v = {}

    def step(self, params, grads):
        for name in params:
            self.v[name] = self.momentum * self.v.get(name, 0.0) + grads[name]
            params[name] -= self.lr * self.v[name]
        return params
