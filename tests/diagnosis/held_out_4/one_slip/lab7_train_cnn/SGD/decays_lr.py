# wrong: the learning rate is divided by the number of the step
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.m = lr, momentum
        self.v = {}
        self.t = 0

    def step(self, params, grads):
        self.t += 1
        new = {}
        for k in params:
            self.v[k] = self.m * self.v.get(k, 0) + np.asarray(grads[k], float)
            new[k] = params[k] - self.lr / self.t * self.v[k]
        return new
