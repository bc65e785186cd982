# in the manner of a blog: the windows times the filters, reshaped instead of transposed
class Conv1DBank(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        num_filters, kernel = w.shape
        out_len = x.shape[0] - kernel + 1
        idx = np.arange(kernel).reshape(1, -1) + np.arange(out_len).reshape(-1, 1)
        self.cols = x[idx]
        out = self.cols.dot(w.T)
        return out.reshape(num_filters, out_len).copy()

    def backward(self, da):
        num_filters, kernel = self.w.shape
        dw = da.dot(self.cols).astype(float)
        dcols = da.T.dot(self.w)
        dx = np.zeros(self.x.shape)
        for i in range(dcols.shape[0]):
            dx[i : i + kernel] += dcols[i]
        return dx, dw
