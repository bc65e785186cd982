# In the first step the velocity is set to zero and the gradient is not added: nothing moves.
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.mu = momentum
        self.vel = None

    def step(self, params, grads):
        if self.vel is None:
            self.vel = {k: np.zeros(np.shape(v)) for k, v in params.items()}
        else:
            self.vel = {k: self.mu * self.vel[k] + grads[k] for k in params}
        return {k: params[k] - self.lr * self.vel[k] for k in params}
