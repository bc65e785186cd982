# -= on the arrays that were given.
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.m = momentum
        self.vel = {}

    def step(self, params, grads):
        out = {}
        for key, value in params.items():
            self.vel[key] = self.m * self.vel.get(key, 0.0) + grads[key]
            p = value
            p -= self.lr * self.vel[key]
            out[key] = p
        return out
