"""Velocities in a list beside sorted names, weights as float64 arrays."""


class SGD:
    def __init__(self, lr, momentum=0.0):
        self.settings = float(lr), float(momentum)
        self.velocities = []

    def step(self, params, grads):
        lr, momentum = self.settings
        names = sorted(params)
        old = self.velocities or [np.zeros_like(grads[name], dtype=float) for name in names]
        self.velocities = [momentum * v + grads[name] for v, name in zip(old, names, strict=True)]
        steps = dict(zip(names, self.velocities, strict=True))
        return {name: np.subtract(params[name], lr * steps[name]) for name in params}
