# two slips: all names share one velocity (gradients of other names are mixed in by broadcasting, or raise where the shapes do not fit), and the step goes uphill (w + lr * v)
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum
        self.v = 0.0

    def step(self, params, grads):
        new = dict(params)
        for name in new:
            self.v = self.momentum * self.v + grads[name]
            new[name] = params[name] + self.lr * self.v
        return new
