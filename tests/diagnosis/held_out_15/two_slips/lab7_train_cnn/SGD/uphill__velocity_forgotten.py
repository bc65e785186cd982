# The step goes uphill, w + lr * v; and the velocities are made anew in every step, so momentum does nothing.
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum

    def step(self, params, grads):
        v = {name: np.zeros(np.shape(w)) for name, w in params.items()}
        new = {}
        for name in params:
            v[name] = self.momentum * v[name] + grads[name]
            new[name] = params[name] + self.lr * v[name]
        return new
