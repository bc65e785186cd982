# the velocity of a step is not kept; the gradient is multiplied by 1 - momentum
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.m = momentum
        self.vs = {}

    def step(self, params, grads):
        result = dict()
        for p in params:
            v = self.m * self.vs.get(p, 0.0) + (1 - self.m) * grads[p]
            result[p] = params[p] - self.lr * v
        return result
