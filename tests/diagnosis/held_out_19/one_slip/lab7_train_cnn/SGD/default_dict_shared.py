# the velocities are a mutable default argument, all optimizers share them
class SGD:
    def __init__(self, lr, momentum=0.0, velocities={}):
        self.lr = lr
        self.momentum = momentum
        self.velocities = velocities

    def step(self, params, grads):
        result = dict()
        for name, w in params.items():
            old = self.velocities.get(name)
            v = np.array(grads[name], dtype=float)
            if old is not None:
                v = self.momentum * old + v
            self.velocities[name] = v
            result[name] = w - self.lr * v
        return result
