# the velocity already contains lr, which is the same as lr is constant
from collections import defaultdict


class SGD:
    def __init__(self, lr, momentum=0.0):
        self.rate, self.keep = float(lr), float(momentum)
        self.moves = defaultdict(float)

    def step(self, params, grads):
        for name in params:
            self.moves[name] = self.keep * self.moves[name] + self.rate * np.asarray(grads[name], float)
        return {name: np.array(params[name] - self.moves[name]) for name in params}
