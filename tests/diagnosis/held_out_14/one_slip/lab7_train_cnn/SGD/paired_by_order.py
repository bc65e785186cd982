# weights and gradients are paired by their order in the two dicts (zip of the values) instead of by name
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.momentum = momentum
        self.vs = None

    def step(self, params, grads):
        gs = list(grads.values())
        if self.vs is None:
            self.vs = [np.zeros(np.shape(g)) for g in gs]
        self.vs = [self.momentum * v + g for v, g in zip(self.vs, gs)]
        return {name: w - self.lr * v for (name, w), v in zip(params.items(), self.vs)}
