# wrong: v is not kept for the next step: config is made anew each time
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.learning_rate = lr
        self.momentum = momentum

    def step(self, params, grads):
        next_w = {}
        for p, w in params.items():
            config = {}
            v = config.get("velocity", np.zeros(np.shape(w)))
            v = self.momentum * v - self.learning_rate * np.asarray(grads[p])
            next_w[p] = w + v
            config["velocity"] = v
        return next_w
