# The velocity is an average, v = beta * v + (1 - beta) * g, as in the Coursera course, in place of momentum * v + g.
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.learning_rate = lr
        self.beta = momentum
        self.v = None

    def initialize_velocity(self, parameters):
        self.v = {}
        for key in parameters:
            self.v["d" + key] = np.zeros(np.shape(parameters[key]))

    def step(self, parameters, grads):
        if self.v is None:
            self.initialize_velocity(parameters)
        new_parameters = {}
        for key in parameters:
            dkey = "d" + key
            self.v[dkey] = self.beta * self.v[dkey] + (1 - self.beta) * grads[key]
            new_parameters[key] = parameters[key] - self.learning_rate * self.v[dkey]
        return new_parameters
