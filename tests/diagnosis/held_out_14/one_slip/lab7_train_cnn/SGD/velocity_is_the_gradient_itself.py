# the first velocity is the given gradient array itself and is then changed in place (v *= momentum), so the gradients that the caller gave in the first step are changed by later ones
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum
        self.velocity = {}

    def step(self, params, grads):
        new = {}
        for name in params:
            if name in self.velocity:
                v = self.velocity[name]
                v *= self.momentum
                v += grads[name]
            else:
                self.velocity[name] = np.asarray(grads[name], dtype=np.float64)
            new[name] = params[name] - self.lr * self.velocity[name]
        return new
