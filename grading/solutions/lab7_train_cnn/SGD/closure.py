"""The state lives in a closure."""


class SGD:
    def __init__(self, lr, momentum=0.0):
        velocities = {}

        def update(name, w, g):
            velocities[name] = g + momentum * velocities.get(name, 0)
            return w - lr * velocities[name]

        self.update = update

    def step(self, params, grads):
        return {name: self.update(name, w, grads[name]) for name, w in params.items()}
