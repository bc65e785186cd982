# Blog: im2row with one matrix product; in the way back rows are added at i * K instead of i.
def im2row(v, k):
    return np.stack([v[i : i + k] for i in range(v.size - k + 1)])


class Conv1DBank(Layer):
    def forward(self, inputs, kernels):
        self.kernels = kernels
        self.rows = im2row(inputs, kernels.shape[1])
        self.n = inputs.size
        return (self.rows @ kernels.T).T.copy()

    def backward(self, upstream):
        d_kernels = np.matmul(upstream, self.rows).astype(float)
        d_rows = np.matmul(upstream.T, self.kernels)
        d_inputs = np.zeros(self.n)
        k = self.kernels.shape[1]
        for i, row in enumerate(d_rows):
            start = min(i * k, self.n - k)
            d_inputs[start : start + k] += row
        return d_inputs, d_kernels
