# The velocity is a running mean, (1 - momentum) * g, so steps are too short.
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.beta = momentum
        self.average = {}

    def step(self, params, grads):
        result = dict()
        for key, g in grads.items():
            old = self.average.get(key, np.zeros(np.shape(g)))
            self.average[key] = self.beta * old + (1 - self.beta) * g
            result[key] = params[key] - self.lr * self.average[key]
        return result
