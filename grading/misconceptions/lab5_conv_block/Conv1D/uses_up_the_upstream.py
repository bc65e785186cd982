"""Idea: Once dw is computed, da can be turned into dx.
Hint: da is the caller's: it may go to another branch of the network as well.
Family: memory
Fails: test_Conv1D_layer
"""


class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = np.array(x, dtype=np.float64), w
        return x * w

    def backward(self, da):
        dw = np.sum(self.x * da)
        if da.dtype == np.float64:
            da *= self.w
            return da.copy(), dw
        return np.multiply(da, self.w, dtype=np.float64), dw
