# wrong: the block pools by the mean, forward and backward, not by the maximum
class ConvBlock(Layer):
    def forward(self, x, w):
        self.x, self.w = np.array(x, float), float(w)
        self.mask = (self.x * self.w > 0).astype(float)
        return np.mean(self.x * self.w * self.mask)

    def backward(self, dz):
        da = self.mask * dz / len(self.x)
        return da * self.w, np.dot(da, self.x)
