# wrong: where a is exactly 0 the gradient passes: >= for >
class ReLU(Layer):
    def forward(self, a):
        self.on = np.asarray(a) >= 0
        return self.on * a

    def backward(self, dh):
        return self.on * np.asarray(dh, dtype=np.float64)
