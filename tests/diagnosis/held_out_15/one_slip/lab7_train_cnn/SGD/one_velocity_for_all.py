# Keeps a single velocity that all names share, so the velocity of one array runs on into the next (and shapes clash).
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.momentum = momentum
        self.v = 0.0

    def step(self, params, grads):
        updated = {}
        for name in params:
            self.v = self.momentum * self.v + grads[name]
            updated[name] = params[name] - self.lr * self.v
        return updated
