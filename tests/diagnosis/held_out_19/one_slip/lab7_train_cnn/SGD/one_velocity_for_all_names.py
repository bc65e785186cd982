# one velocity for all names: the next name goes on with the one before
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.momentum = momentum
        self.v = 0.0

    def step(self, params, grads):
        new = {}
        for name in params:
            self.v = self.momentum * self.v + grads[name]
            new[name] = params[name] - self.lr * self.v
        return new
