# goes uphill (w + lr v); writes into the given params dict
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum
        self.v = {}

    def step(self, params, grads):
        for key, g in grads.items():
            v = self.momentum * self.v.get(key, 0.0) + g
            self.v[key] = v
            params[key] = params[key] + self.lr * v
        return params
