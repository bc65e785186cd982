# right
class MaxPool(Layer):
    def forward(self, h):
        self.h = h
        biggest = h[0]
        place = 0
        for i in range(len(h)):
            if h[i] > biggest:
                biggest = h[i]
                place = i
        self.place = place
        return biggest

    def backward(self, dz):
        grad = np.zeros(self.h.shape)
        grad[self.place] = dz
        return grad
