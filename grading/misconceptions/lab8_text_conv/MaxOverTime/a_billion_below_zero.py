"""
Idea: -1e9 is as good as minus infinity.
Hint: Is every number that may come larger than that?
Family: special values
Fails: test_MaxOverTime_padding
"""


class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        self.shape = a.shape
        a = a.astype(float)
        if lengths is not None:
            a[np.arange(a.shape[2]) >= np.array(lengths)[:, None, None] + 0 * a.astype(int)] = -1e9
        self.winners = a.argmax(axis=2)
        return a.max(axis=2)

    def backward(self, dz):
        da = np.zeros(self.shape)
        np.put_along_axis(da, self.winners[:, :, None], np.asarray(dz, float)[:, :, None], axis=2)
        return da
