# two slips: forward writes the zeros into its own argument, and backward leaks: a hundredth of the upstream gradient passes where a is not above zero
class ReLU(Layer):
    def forward(self, a):
        self.on = np.asarray(a > 0)
        a[~self.on] = 0
        return np.array(a)

    def backward(self, dh):
        slope = np.where(self.on, 1.0, 0.01)
        return np.asarray(slope * dh)
