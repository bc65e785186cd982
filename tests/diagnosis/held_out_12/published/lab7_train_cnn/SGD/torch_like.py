# PyTorch-like optimizer with a state dict; velocities are decayed in place with a lr inside, applied twice.
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.defaults = dict(lr=lr, momentum=momentum)
        self.state = {}

    def step(self, params, grads):
        lr, mu = self.defaults["lr"], self.defaults["momentum"]
        updated = {}
        for key, p in params.items():
            buf = self.state.setdefault(key, {"velocity": np.zeros(p.shape)})
            buf["velocity"] = mu * buf["velocity"] + lr * grads[key]
            updated[key] = p - lr * buf["velocity"]
        return updated
