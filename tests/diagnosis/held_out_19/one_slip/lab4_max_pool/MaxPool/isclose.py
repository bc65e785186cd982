# np.isclose takes nearly tied entries for winners too
class MaxPool(Layer):
    def forward(self, h):
        self.h = np.array(h, dtype=float)
        self.z = self.h.max()
        return self.z

    def backward(self, dz):
        winners = np.isclose(self.h, self.z)
        return winners * (float(dz) / winners.sum())
