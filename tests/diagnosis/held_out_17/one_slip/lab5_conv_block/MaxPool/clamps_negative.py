# starts the search at 0 (best = 0), so a vector of negative numbers gives 0, and where nothing is positive the first place gets the gradient
class MaxPool(Layer):
    def forward(self, h):
        best = 0
        self.place = 0
        self.n = len(h)
        for i in range(len(h)):
            if h[i] > best:
                best = h[i]
                self.place = i
        return best

    def backward(self, dz):
        dh = np.zeros(self.n)
        dh[self.place] += dz
        return dh
