# one velocity for all names: each parameter's step goes on with the velocity of the name before it
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum, self.v = lr, momentum, 0.0

    def step(self, params, grads):
        new = {}
        for name in params:
            if np.shape(self.v) != np.shape(params[name]):
                self.v = 0.0
            self.v = self.momentum * self.v + grads[name]
            new[name] = params[name] - self.lr * self.v
        return new
