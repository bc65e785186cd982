# the gradient is added into an array made in forward and that array is handed out: a second backward doubles it and changes the first result
class MaxPool:
    def forward(self, h):
        self.where = int(h.argmax())
        self.dh = np.zeros(h.shape, dtype=np.float64)
        return h[self.where]

    def backward(self, dz):
        self.dh[self.where] += dz
        return self.dh
