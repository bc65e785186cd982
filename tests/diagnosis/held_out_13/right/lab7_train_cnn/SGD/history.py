# right: keeps no velocity but a list of all gradients, and sums them with powers of the momentum.
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = float(lr), float(momentum)
        self.past = {}

    def step(self, params, grads):
        new = {}
        for name, w in params.items():
            seen = self.past.setdefault(name, [])
            seen.append(np.array(grads[name], dtype=np.float64))
            v = 0.0
            for g in seen:
                v = self.momentum * v + g
            new[name] = np.asarray(w, dtype=np.float64) - self.lr * v
        return new
