# wrong: one velocity for all parameters
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum, self.v = lr, momentum, 0.0

    def step(self, params, grads):
        out = {}
        for key, value in params.items():
            self.v = self.momentum * self.v + grads[key]
            out[key] = value - self.lr * self.v
        return out
