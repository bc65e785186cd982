# cs231n's sgd_momentum with one config dict for all parameters; the step is Nesterov's look-ahead instead of plain momentum.
def sgd_momentum(w, dw, config):
    v = config.get("velocity", np.zeros(np.shape(w)))
    v_prev = v
    v = config["momentum"] * v - config["learning_rate"] * dw
    next_w = w - config["momentum"] * v_prev + (1 + config["momentum"]) * v
    config["velocity"] = v
    return next_w, config


class SGD:
    def __init__(self, lr, momentum=0.0):
        self.optim_config = {"learning_rate": lr, "momentum": momentum}
        self.optim_configs = {}

    def step(self, params, grads):
        next_params = {}
        for p, w in params.items():
            config = self.optim_configs.setdefault(p, dict(self.optim_config))
            next_w, self.optim_configs[p] = sgd_momentum(w, grads[p], config)
            next_params[p] = next_w
        return next_params
