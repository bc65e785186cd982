# right: all tied winners share the upstream gradient evenly, as weights that sum to 1
class MaxPool(Layer):
    def forward(self, h):
        z = sorted(h.tolist())[-1]
        wins = np.equal(h, z)
        self.shares = wins / wins.sum()
        return z

    def backward(self, dz):
        return self.shares * float(dz)
