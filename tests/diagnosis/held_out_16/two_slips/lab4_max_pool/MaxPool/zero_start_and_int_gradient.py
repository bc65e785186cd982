# two slips: the search starts at 0, so a vector below zero gives 0 (and its first place is blamed), and the gradient has the dtype of h, which cuts off dz's fraction for ints
class MaxPool(Layer):
    def forward(self, h):
        best, self.i = 0, 0
        for i in range(len(h)):
            if h[i] > best:
                best, self.i = h[i], i
        self.h = h
        return best

    def backward(self, dz):
        dh = np.zeros_like(self.h)
        dh[self.i] = dz
        return dh
