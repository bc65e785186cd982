# wrong: the velocity is not kept from step to step
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum

    def step(self, params, grads):
        new = {}
        for name in params:
            v = np.zeros(np.shape(params[name]))
            v = self.momentum * v + grads[name]
            new[name] = params[name] - self.lr * v
        return new
