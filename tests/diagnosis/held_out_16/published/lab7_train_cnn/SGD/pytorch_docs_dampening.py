# torch.optim.SGD from its docs with dampening = momentum after the first step: v = g at first, then v = momentum * v + (1 - momentum) * g
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.momentum = momentum
        self.state = {}

    def step(self, params, grads):
        new_params = {}
        for name, p in params.items():
            d_p = np.array(grads[name], dtype=float)
            if self.momentum != 0:
                if name not in self.state:
                    buf = self.state[name] = d_p.copy()
                else:
                    buf = self.momentum * self.state[name] + (1 - self.momentum) * d_p
                    self.state[name] = buf
                d_p = buf
            new_params[name] = p - self.lr * d_p
        return new_params
