# right
# keeps all gradients and sums their powers
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum, self.seen = lr, momentum, []

    def step(self, params, grads):
        self.seen.append({k: np.array(g, dtype=float) for k, g in grads.items()})
        last = len(self.seen) - 1
        return {
            k: p - self.lr * sum(self.momentum ** (last - i) * g[k] for i, g in enumerate(self.seen))
            for k, p in params.items()
        }
