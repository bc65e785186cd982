# the tutorial's max_pool1d over all places: lengths are taken but never used, so padding can win and gets gradient
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        self.input_shape = a.shape
        self.idx = np.argmax(a, axis=2)
        return np.take_along_axis(a, self.idx[:, :, None], axis=2).squeeze(2)
    def backward(self, dz):
        grad = np.zeros(self.input_shape)
        np.put_along_axis(grad, self.idx[:, :, None], dz[:, :, None].astype(float), axis=2)
        return grad
