# the maximum starts from 0 (initial=0), so a vector of negative entries gives 0
class MaxPool(Layer):
    def forward(self, h):
        self.share = np.zeros(len(h))
        self.share[np.argmax(h)] = 1
        return np.max(h, initial=0)

    def backward(self, dz):
        return self.share * float(dz)
