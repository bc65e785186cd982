# entries that are nearly as large as the winner (np.isclose) are treated as tied and get a share
class MaxPool(Layer):
    def forward(self, h):
        self.winners = np.isclose(h, np.max(h))
        return h.max()

    def backward(self, dz):
        share = dz / np.count_nonzero(self.winners)
        return np.where(self.winners, share, 0.0).astype(np.float64)
