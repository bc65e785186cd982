# forward sets the negative entries of its input to zero
class ReLU(Layer):
    def forward(self, a):
        self.positive = a > 0
        h = a
        h[~self.positive] = 0
        return h

    def backward(self, dh):
        da = np.zeros(dh.shape)
        da[self.positive] = dh[self.positive]
        return da
