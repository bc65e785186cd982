# Momentum as in a deep learning course: v = beta * v + (1 - beta) * g.
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.learning_rate = lr
        self.beta = momentum
        self.v = None

    def step(self, parameters, grads):
        if self.v is None:
            self.v = {l: np.zeros(np.shape(grads[l])) for l in parameters}
        updated = {}
        for l in parameters:
            self.v[l] = self.beta * self.v[l] + (1 - self.beta) * grads[l]
            updated[l] = parameters[l] - self.learning_rate * self.v[l]
        return updated
