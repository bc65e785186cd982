# the velocities are made anew in every step, momentum never does anything
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum

    def step(self, params, grads):
        velocity = {k: np.zeros(np.shape(p)) for k, p in params.items()}
        for k in velocity:
            velocity[k] = self.momentum * velocity[k] + grads[k]
        return {k: params[k] - self.lr * velocity[k] for k in params}
