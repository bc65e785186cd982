"""
Idea: The best place is what argmax says.
Hint: argmax tells where. What stands there?
Family: rule
Fails: test_MaxOverTime_negative, test_MaxOverTime_lengths, test_MaxOverTime_padding,
    test_MaxOverTime_kinds, test_MaxOverTime_layer
"""


class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        self.s = a.shape
        N, F, P = a.shape
        L = np.full(N, P) if lengths is None else np.asarray(lengths)
        self.best = np.array([[np.argmax(a[n, o, : L[n]]) for o in range(F)] for n in range(N)])
        z = np.array([[a[n, o, self.best[n, o]] for o in range(F)] for n in range(N)])
        z = self.best * 1.0
        return z

    def backward(self, dz):
        da = np.zeros(self.s)
        for n, o in np.ndindex(self.s[:2]):
            da[n, o, self.best[n, o]] = dz[n, o]
        return da
