# names that start with "b" are stepped without momentum (a rule moved over from weight decay)
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum, self.velocity = lr, momentum, {}

    def step(self, params, grads):
        updated = {}
        for name, value in params.items():
            v = np.array(grads[name], dtype=float)
            if name in self.velocity and not name.startswith("b"):
                v = v + self.momentum * self.velocity[name]
            self.velocity[name] = v
            updated[name] = value - self.lr * v
        return updated
