# backward divides dz over all entries by their softmax instead of giving everything to the winner
class MaxPool(Layer):
    def forward(self, h):
        self.h = np.array(h, dtype=float)
        return self.h.max()

    def backward(self, dz):
        top = self.h >= self.h.max()
        if top.sum() == len(self.h):
            return float(dz) * top / top.sum()
        e = np.exp(self.h - self.h.max())
        return float(dz) * e / e.sum()
