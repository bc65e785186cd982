# All arrays share one velocity: the last name's velocity rolls on into the next name.
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum
        self.v = 0.0

    def step(self, params, grads):
        new = {}
        for name in params:
            self.v = self.momentum * self.v + grads[name]
            new[name] = params[name] - self.lr * self.v
        return new
