# The step goes with the velocity of before, and the gradient is added to it afterwards.
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum, self.v = lr, momentum, {}

    def step(self, params, grads):
        out = {}
        for name in params:
            v = self.v.get(name, grads[name])
            out[name] = params[name] - self.lr * v
            self.v[name] = self.momentum * v + grads[name]
        return out
