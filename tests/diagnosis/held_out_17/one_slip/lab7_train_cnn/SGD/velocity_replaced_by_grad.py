# what is kept for the next step is the gradient, not the velocity: momentum looks one step back only
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum
        self.last = None

    def step(self, params, grads):
        if self.last is None:
            self.last = {n: np.zeros(np.shape(g)) for n, g in grads.items()}
        v = {n: self.momentum * self.last[n] + grads[n] for n in params}
        self.last = {n: np.array(grads[n]) for n in grads}
        return {n: params[n] - self.lr * v[n] for n in params}
