# Below zero the gradient is 0.01 of the upstream: leaky, while forward is not.
class ReLU(Layer):
    def forward(self, a):
        self.a = np.array(a, dtype=float)
        return np.where(a > 0, a, 0)

    def backward(self, dh):
        return np.where(self.a > 0, 1.0, 0.01) * dh
