# the search begins at 0; the winner gets 1 whatever dz is
class MaxPool(Layer):
    def forward(self, h):
        self.index = 0
        self.count = len(h)
        largest = 0
        for i, value in enumerate(h):
            if value > largest:
                largest, self.index = value, i
        return largest

    def backward(self, dz):
        return np.array([1 if i == self.index else 0 for i in range(self.count)], dtype=float)
