"""The velocity is the step itself: v = momentum v - lr g, w = w + v."""


class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum, self.v = lr, momentum, None

    def step(self, params, grads):
        if self.v is None:
            self.v = {name: np.zeros(np.shape(w)) for name, w in params.items()}
        self.v = {k: self.momentum * v - self.lr * grads[k] for k, v in self.v.items()}
        return {name: params[name] + self.v[name] for name in params}
