# the gradient is multiplied by 1 - momentum
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum
        self.velocity = {}

    def step(self, params, grads):
        new = {}
        for key in params:
            old = self.velocity.get(key, np.zeros(params[key].shape))
            self.velocity[key] = self.momentum * old + (1 - self.momentum) * grads[key]
            new[key] = params[key] - self.lr * self.velocity[key]
        return new
