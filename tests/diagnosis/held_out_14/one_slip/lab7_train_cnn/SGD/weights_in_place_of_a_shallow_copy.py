# the dict is copied but not its arrays, and w -= ... changes the caller's weights (integer weights raise)
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.mu, self.v = lr, momentum, {}

    def step(self, params, grads):
        params = dict(params)
        for k, w in params.items():
            self.v[k] = self.mu * self.v.get(k, 0) + grads[k]
            w -= self.lr * self.v[k]
        return params
