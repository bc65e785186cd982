# the velocities are a class attribute shared by all optimizers (emptied whenever a new one is made); the gradient is weighted with 1 - momentum
class SGD:
    v = {}

    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum
        SGD.v = {}

    def step(self, params, grads):
        new = {}
        for n in params:
            old = SGD.v.get(n, np.zeros(np.shape(grads[n])))
            SGD.v[n] = self.momentum * old + (1 - self.momentum) * grads[n]
            new[n] = params[n] - self.lr * SGD.v[n]
        return new
