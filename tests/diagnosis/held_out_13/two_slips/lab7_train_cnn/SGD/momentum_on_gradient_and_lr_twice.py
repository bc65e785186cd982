# The momentum multiplies the new gradient too, and the learning rate is multiplied into the velocity and again into the step.
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.mu = lr, momentum
        self.velocity = {}

    def step(self, params, grads):
        out = {}
        for name, w in params.items():
            if name in self.velocity:
                v = self.mu * (self.velocity[name] + self.lr * grads[name])
            else:
                v = self.lr * grads[name]
            self.velocity[name] = v
            out[name] = w - self.lr * v
        return out
