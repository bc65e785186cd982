# Goes up the gradient, and the momentum is not used: the velocity keeps everything.
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.momentum = momentum
        self.v = {}

    def step(self, params, grads):
        result = dict(params)
        for name, g in grads.items():
            if name not in self.v:
                self.v[name] = np.zeros(np.shape(g))
            self.v[name] = self.v[name] + g
            result[name] = params[name] + self.lr * self.v[name]
        return result
