# deeplearning.ai's momentum: v = beta v + (1 - beta) g
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.learning_rate = lr
        self.beta = momentum
        self.v = None

    def step(self, params, grads):
        if self.v is None:
            self.v = {key: np.zeros(np.shape(value)) for key, value in params.items()}
        new_params = {}
        for key in params:
            self.v[key] = self.beta * self.v[key] + (1 - self.beta) * grads[key]
            new_params[key] = params[key] - self.learning_rate * self.v[key]
        return new_params
