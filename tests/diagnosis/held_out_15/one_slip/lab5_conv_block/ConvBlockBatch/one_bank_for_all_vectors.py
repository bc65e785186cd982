# One and the same Conv1DBank goes over all vectors, so on the way back it remembers the last vector only and dw is computed with that one's entries.
class ConvBlockBatch(Layer):
    def forward(self, x, w):
        self.bank = Conv1DBank()
        self.shape = x.shape
        self.maps = np.array([self.bank.forward(row, w) for row in x])
        return np.maximum(self.maps.max(axis=2), 0).astype(float)

    def backward(self, dz):
        dx, dw = np.zeros(self.shape), 0
        for b, maps in enumerate(self.maps):
            da = np.zeros(maps.shape)
            for m in range(len(maps)):
                i = maps[m].argmax()
                if maps[m, i] > 0:
                    da[m, i] = dz[b, m]
            dx[b], dw_b = self.bank.backward(da)
            dw = dw + dw_b
        return dx, dw
