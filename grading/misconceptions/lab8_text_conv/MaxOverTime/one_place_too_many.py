"""
Idea: The places from 0 to lengths[n] count.
Hint: With a length of 3, which places count? How many are they in yours?
Family: counting
Fails: test_MaxOverTime_lengths, test_MaxOverTime_padding, test_MaxOverTime_backward_lengths,
    test_MaxOverTime_kinds, test_MaxOverTime_layer
"""


class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        self.s = a.shape
        N, F, P = a.shape
        L = np.full(N, P) if lengths is None else np.asarray(lengths)
        self.best = np.array([[np.argmax(a[n, o, : L[n] + 1]) for o in range(F)] for n in range(N)])
        z = np.array([[a[n, o, self.best[n, o]] for o in range(F)] for n in range(N)])
        return z

    def backward(self, dz):
        da = np.zeros(self.s)
        for n, o in np.ndindex(self.s[:2]):
            da[n, o, self.best[n, o]] = dz[n, o]
        return da
