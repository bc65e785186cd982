# right
# The velocity carries the rate and the sign, which comes to the same.
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum
        self.moves = {}

    def step(self, params, grads):
        self.moves = {
            n: self.momentum * self.moves.get(n, 0.0) - self.lr * grads[n] for n in params
        }
        return {n: params[n] + self.moves[n] for n in params}
