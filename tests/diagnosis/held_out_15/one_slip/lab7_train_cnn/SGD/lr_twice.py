# The learning rate counts twice: the velocity already holds lr * g, and the step multiplies it by lr again.
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum
        self.v = {}

    def step(self, params, grads):
        new = {}
        for name, w in params.items():
            old = self.v.get(name, 0.0)
            self.v[name] = self.momentum * old + self.lr * grads[name]
            new[name] = w - self.lr * self.v[name]
        return new
