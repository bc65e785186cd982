# the step goes along the gradient (w + lr * v); and the velocities are made anew in each step, so nothing rolls on
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.momentum = momentum
    def step(self, params, grads):
        self.v = {k: 0.0 for k in params}
        out = {}
        for k in params:
            self.v[k] = self.momentum * self.v[k] + grads[k]
            out[k] = params[k] + self.lr * self.v[k]
        return out
