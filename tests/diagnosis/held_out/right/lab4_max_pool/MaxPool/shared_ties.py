# right
class MaxPool(Layer):
    def forward(self, h):
        self.tied = h == h.max()
        return h.max()

    def backward(self, dz):
        return self.tied * (float(dz) / self.tied.sum())
