# wrong: everything goes back: no mask; a leaky slope of 0.01
class ReLU(Layer):
    def forward(self, a):
        self.keep = np.where(a > 0, 1, 0.01)
        return np.where(a > 0, a, 0.01 * a)

    def backward(self, dh):
        return 1.0 * dh
