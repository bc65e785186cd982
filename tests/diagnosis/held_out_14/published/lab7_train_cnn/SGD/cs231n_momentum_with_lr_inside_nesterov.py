# cs231n's Nesterov form: the weights move by -mu * v_old + (1 + mu) * v with v = mu * v - lr * g, not by the plain momentum step
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.learning_rate = lr
        self.mu = momentum
        self.v = {}

    def step(self, params, grads):
        new = {}
        for key in params:
            v = self.v.get(key, np.zeros_like(params[key], dtype=float))
            v_prev = v
            v = self.mu * v - self.learning_rate * grads[key]
            new[key] = params[key] + (-self.mu * v_prev + (1 + self.mu) * v)
            self.v[key] = v
        return new
