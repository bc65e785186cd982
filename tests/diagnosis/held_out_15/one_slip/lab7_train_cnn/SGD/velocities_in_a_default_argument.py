# The dict of velocities is a default argument, made once for the class, so all optimizers share it and begin with the velocities of those before.
class SGD:
    def __init__(self, lr, momentum=0.0, velocities={}):
        self.lr = lr
        self.momentum = momentum
        self.velocities = velocities

    def step(self, params, grads):
        result = {}
        for name in params:
            v = self.momentum * self.velocities.get(name, 0) + grads[name]
            self.velocities[name] = v
            result[name] = params[name] - self.lr * v
        return result
