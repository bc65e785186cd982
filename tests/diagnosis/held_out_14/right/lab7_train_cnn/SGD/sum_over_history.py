# keeps all gradients and forms the velocity as the weighted sum of the history
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum, self.history = lr, momentum, {}

    def step(self, params, grads):
        after = {}
        for name, g in grads.items():
            past = self.history.setdefault(name, [])
            past.append(np.array(g, dtype=np.float64))
            v = sum(self.momentum ** age * old for age, old in enumerate(reversed(past)))
            after[name] = params[name] - self.lr * v
        return after
