# Coursera's momentum: v = momentum * v + (1 - momentum) * gradient, the gradient does not count in full
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.learning_rate, self.beta = lr, momentum
        self.v = {}

    def step(self, params, grads):
        parameters = {}
        for l in params:
            if l not in self.v:
                self.v[l] = np.zeros(np.shape(grads[l]))
            self.v[l] = self.beta * self.v[l] + (1 - self.beta) * grads[l]
            parameters[l] = params[l] - self.learning_rate * self.v[l]
        return parameters
