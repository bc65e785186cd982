# in the manner of CS231n: v = mu * v - lr * dx, and then w - v: uphill
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.config = {"learning_rate": lr, "momentum": momentum, "velocity": {}}

    def step(self, params, grads):
        config = self.config
        next_params = {}
        for k, w in params.items():
            v = config["velocity"].get(k, np.zeros(w.shape))
            v = config["momentum"] * v - config["learning_rate"] * grads[k]
            next_params[k] = w - v
            config["velocity"][k] = v
        return next_params
