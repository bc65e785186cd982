"""
Idea: Backward goes through the layers as forward does: ReLU, then the pool.
Hint: Which layer made the output? Its gradient comes first.
Family: rule
Fails: test_ConvBlock_backward_x, test_ConvBlock_backward_w, test_ConvBlock_dead_x, test_ConvBlock_dead_w, test_ConvBlock_upstream_x, test_ConvBlock_upstream_w, test_ConvBlock_ties, test_ConvBlock_kinds, test_ConvBlock_layer
"""


class ConvBlock(Layer):
    def __init__(self):
        pass

    def forward(self, x, w):
        self.x, self.w = np.asarray(x, dtype=float), float(w)
        self.a = self.x * self.w
        self.h = np.maximum(self.a, 0)
        self.winner = np.argmax(self.h)
        return self.h[self.winner]

    def backward(self, dz):
        dh = np.where(self.a > 0, dz, 0.0)
        da = np.zeros(len(self.a))
        da[self.winner] = dh.sum()
        return da * self.w, float(np.sum(da * self.x))
