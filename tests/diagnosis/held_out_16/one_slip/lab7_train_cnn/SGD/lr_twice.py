# the gradient is multiplied by lr on its way into the velocity, and the velocity by lr again
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.mu = lr, momentum
        self.velocity = dict()

    def step(self, params, grads):
        result = dict()
        for key, value in params.items():
            old = self.velocity[key] if key in self.velocity else np.zeros(np.shape(value))
            self.velocity[key] = self.mu * old + self.lr * grads[key]
            result[key] = value - self.lr * self.velocity[key]
        return result
