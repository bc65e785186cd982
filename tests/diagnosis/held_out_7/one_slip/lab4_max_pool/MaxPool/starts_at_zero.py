# the search for the largest begins at 0
class MaxPool(Layer):
    def forward(self, h):
        best, where = 0, 0
        for i in range(len(h)):
            if h[i] > best:
                best = h[i]
                where = i
        self.where = where
        self.length = len(h)
        return best

    def backward(self, dz):
        grad = np.zeros(self.length)
        grad[self.where] = dz
        return grad
