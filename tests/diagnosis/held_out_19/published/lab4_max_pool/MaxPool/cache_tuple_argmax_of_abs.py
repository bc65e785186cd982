# framework-style cache; the winner is found on np.abs(h), a large negative entry gets the gradient
class MaxPool(Layer):
    def forward(self, h):
        out = np.amax(h)
        idx = np.argmax(np.abs(h))
        self.cache = (h.shape, idx)
        return out

    def backward(self, dz):
        shape, idx = self.cache
        dx = np.zeros(shape, dtype=np.float64)
        dx[idx] = dz
        return dx
