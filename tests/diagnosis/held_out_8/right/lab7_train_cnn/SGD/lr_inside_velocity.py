# right
# the learning rate within the velocity, which is the same while it stays
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum, self.moves = lr, momentum, {}

    def step(self, params, grads):
        after = {}
        for name in params:
            move = self.momentum * self.moves.get(name, 0) - self.lr * grads[name]
            self.moves[name] = move
            after[name] = params[name] + move
        return after
