# wrong: forward takes the absolute value; backward masks by the sign of the upstream gradient
class ReLU(Layer):
    def forward(self, a):
        return np.abs(a)

    def backward(self, dh):
        return np.where(np.asarray(dh) > 0, dh, 0.0)
