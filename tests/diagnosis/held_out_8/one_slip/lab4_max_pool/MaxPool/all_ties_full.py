# Every tied place gets the whole gradient.
class MaxPool(Layer):
    def forward(self, h):
        self.h = h
        self.z = h.max()
        return self.z

    def backward(self, dz):
        mask = (self.h == self.z).astype(float)
        return dz * mask
