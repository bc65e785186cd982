# The velocity is never kept: each step starts from rest.
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.momentum = momentum
        self.v = {}

    def step(self, params, grads):
        new = {}
        for name in params:
            old = self.v.get(name, np.zeros_like(grads[name], dtype=float))
            v = self.momentum * old + grads[name]
            v_before = v
            new[name] = params[name] - self.lr * v
        return new
