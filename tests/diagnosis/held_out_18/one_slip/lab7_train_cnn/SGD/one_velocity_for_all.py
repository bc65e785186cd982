# one single velocity under a fixed key is used for all names, so arrays of one shape push one another (and where the shapes differ it is set to zero and forgotten)
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.momentum = momentum
        self.v = 0.0
    def step(self, params, grads):
        updated = dict(params)
        for name, g in grads.items():
            if np.shape(self.v) != np.shape(g):
                self.v = np.zeros(np.shape(g))
            self.v = self.momentum * self.v + g
            updated[name] = params[name] - self.lr * self.v
        return updated
