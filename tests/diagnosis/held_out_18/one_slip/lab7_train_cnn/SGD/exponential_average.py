# exponential averaging: the gradient enters the velocity with the factor (1 - momentum)
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.mu = lr, momentum
        self.vel = {}
    def step(self, params, grads):
        new = {}
        for name in params:
            g = np.asarray(grads[name], dtype=np.float64)
            old = self.vel.get(name, np.zeros(g.shape))
            self.vel[name] = self.mu * old + (1 - self.mu) * g
            new[name] = params[name] - self.lr * self.vel[name]
        return new
