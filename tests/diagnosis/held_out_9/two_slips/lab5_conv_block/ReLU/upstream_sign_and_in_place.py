# The mask is the upstream's sign; and forward writes into a.
class ReLU(Layer):
    def forward(self, a):
        a[a < 0] = 0
        return a

    def backward(self, dh):
        return np.where(dh > 0, dh, 0.0)
