# the dict of velocities stands in the class: all optimizers share it
class SGD:
    velocities = {}

    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.momentum = momentum

    def step(self, params, grads):
        for name, g in grads.items():
            self.velocities[name] = self.momentum * self.velocities.get(name, 0.0) + g
        return {name: w - self.lr * self.velocities[name] for name, w in params.items()}
