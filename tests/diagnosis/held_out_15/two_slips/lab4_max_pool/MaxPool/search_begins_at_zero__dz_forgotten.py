# The search begins with 0, so where all entries are negative 0 comes out (and the first entry gets the gradient); and backward writes 1 at the winner, whatever dz is.
class MaxPool(Layer):
    def forward(self, h):
        z, self.i = 0, 0
        for i, v in enumerate(h):
            if v > z:
                z, self.i = v, i
        self.n = len(h)
        return z

    def backward(self, dz):
        dh = np.zeros(self.n)
        dh[self.i] = 1.0
        return dh
