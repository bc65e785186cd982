# wrong: only a positive upstream goes back; gradient like h: integer h cuts dz
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
        grad = np.zeros_like(self.h)
        grad[self.place] = max(dz, 0)
        return grad
