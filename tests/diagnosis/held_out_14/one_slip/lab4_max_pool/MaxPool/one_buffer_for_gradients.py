# backward writes into one buffer made in forward and returns it, so two backward calls hand out the same array and the second changes the first result
class MaxPool(Layer):
    def forward(self, h):
        self.dh = np.zeros(len(h))
        self.place = h.argmax()
        return h[self.place]

    def backward(self, dz):
        self.dh[self.place] = dz
        return self.dh
