# right
# Gradients are copied to where the input was above zero.
class ReLU(Layer):
    def forward(self, a):
        h = np.array(a)
        self.live = h > 0
        h[~self.live] = 0
        return h

    def backward(self, dh):
        da = np.zeros(np.shape(dh))
        da[self.live] = np.asarray(dh)[self.live]
        return da
