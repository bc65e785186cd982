# keeps one little step function (a closure with its own velocity) for each name
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum, self.rollers = lr, momentum, {}
    def _roller(self):
        v = [0.0]
        def roll(w, g):
            v[0] = self.momentum * v[0] + np.array(g, dtype=np.float64)
            return np.asarray(w, dtype=np.float64) - self.lr * v[0]
        return roll
    def step(self, params, grads):
        for name in params:
            if name not in self.rollers:
                self.rollers[name] = self._roller()
        return {name: self.rollers[name](w, grads[name]) for name, w in params.items()}
