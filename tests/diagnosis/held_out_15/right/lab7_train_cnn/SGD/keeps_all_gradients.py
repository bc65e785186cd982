# Right: no velocity; keeps all gradients and sums them up, each times momentum to the power of its age.
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum, self.past = lr, momentum, []

    def step(self, params, grads):
        self.past.append({name: np.array(g, dtype=float) for name, g in grads.items()})

        def velocity(name):
            ages = enumerate(reversed(self.past))
            return sum(self.momentum**age * g[name] for age, g in ages if name in g)

        return {name: w - self.lr * velocity(name) for name, w in params.items()}
