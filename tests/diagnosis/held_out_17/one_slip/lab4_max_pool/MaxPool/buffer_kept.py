# the gradient array is made in forward and filled in backward, so a second backward returns (and changes) the same array as the first
class MaxPool(Layer):
    def forward(self, h):
        self.i = h.argmax()
        self.dh = np.zeros(h.shape)
        return h[self.i]

    def backward(self, dz):
        self.dh[self.i] = dz
        return self.dh
