# wrong: the learning rate is left out; the step goes uphill
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.momentum, self.v = momentum, {}

    def step(self, params, grads):
        for k in grads:
            self.v[k] = self.momentum * self.v.get(k, 0) + grads[k]
        return {k: params[k] + self.v[k] for k in params}
