# The learning rate stands in the velocity, and in the step again.
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum, self.v = lr, momentum, {}

    def step(self, params, grads):
        new = {}
        for name in params:
            self.v[name] = self.momentum * self.v.get(name, 0) + self.lr * grads[name]
            new[name] = params[name] - self.lr * self.v[name]
        return new
