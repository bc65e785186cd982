# right: keeps every gradient ever seen and weighs them with powers of the momentum
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum, self.seen = lr, momentum, {}

    def step(self, params, grads):
        new = {}
        for name, w in params.items():
            past = self.seen.setdefault(name, [])
            past.append(np.array(grads[name], dtype=np.float64))
            v = sum(self.momentum**age * g for age, g in enumerate(reversed(past)))
            new[name] = np.array(w - self.lr * v)
        return new
