# steps uphill (plus lr * v); and changes the given arrays in place and returns the same dict
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum
        self.v = {}

    def step(self, params, grads):
        for k in params:
            self.v[k] = self.momentum * self.v.get(k, 0.0) + grads[k]
            params[k] += self.lr * self.v[k]
        return params
