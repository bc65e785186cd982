# keeps all gradients and sums them with powers of the momentum
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.m, self.past = lr, momentum, []

    def step(self, params, grads):
        self.past.append({k: np.array(g, dtype=float) for k, g in grads.items()})
        n = len(self.past)
        return {k: p - self.lr * sum(self.m ** (n - 1 - t) * old[k] for t, old in enumerate(self.past))
                for k, p in params.items()}
