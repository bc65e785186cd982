# right
# a dict of velocities, built anew in each step
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.settings = (lr, momentum)
        self.memory = {}

    def step(self, params, grads):
        lr, keep = self.settings
        self.memory = {n: g + keep * self.memory[n] if n in self.memory else g + 0.0 for n, g in grads.items()}
        return {n: np.subtract(p, lr * self.memory[n]) for n, p in params.items()}
