# The step goes up the gradient; the velocity is not kept.
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum

    def step(self, params, grads):
        out = {}
        for name in params:
            v = self.momentum * 0 + grads[name]
            out[name] = params[name] + self.lr * v
        return out
