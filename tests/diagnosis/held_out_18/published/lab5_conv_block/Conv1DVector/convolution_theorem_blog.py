# a blog's backprop: dx is the 'valid' sliding of the turned filter over da zero-padded with K on both sides (one too many), so dx has N + 2 entries
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        n = x.shape[0] - w.shape[0] + 1
        return np.array([(x[i:i + w.shape[0]] * w).sum() for i in range(n)])
    def backward(self, da):
        def slide(line, kernel):
            n = line.shape[0] - kernel.shape[0] + 1
            return np.array([float((line[i:i + kernel.shape[0]] * kernel).sum()) for i in range(n)])
        K = self.w.shape[0]
        dx = slide(np.pad(da, (K, K)), self.w[::-1])
        dw = slide(self.x, da)
        return dx, dw
