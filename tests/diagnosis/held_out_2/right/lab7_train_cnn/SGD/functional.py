# right
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.momentum = momentum
        self.velocity = {}

    def step(self, params, grads):
        self.velocity = {k: self.momentum * self.velocity.get(k, 0.0) + grads[k] for k in params}
        return {k: params[k] - self.lr * self.velocity[k] for k in params}
