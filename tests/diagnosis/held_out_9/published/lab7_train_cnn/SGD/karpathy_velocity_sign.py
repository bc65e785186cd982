# v = mu * v - lr * g, and then w = w - v: the step goes up.
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.config = {"learning_rate": lr, "momentum": momentum}
        self.velocity = {}

    def step(self, params, grads):
        next_w = {}
        for p, w in params.items():
            v = self.velocity.get(p, np.zeros_like(np.asarray(w, float)))
            v = self.config["momentum"] * v - self.config["learning_rate"] * grads[p]
            next_w[p] = w - v
            self.velocity[p] = v
        return next_w
