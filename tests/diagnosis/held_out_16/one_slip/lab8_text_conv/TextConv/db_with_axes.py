# db keeps its summed axes (keepdims=True): its shape is (1, O, 1) instead of (O,)
class TextConv(Layer):
    """1-D convolution over word positions."""

    def forward(self, x, w, b):
        self.cache = (x, w)
        kernel_size = w.shape[2]
        windows = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=2)
        out = np.tensordot(windows, w, axes=([1, 3], [1, 2]))  # (N, P, O)
        return np.ascontiguousarray(out.transpose(0, 2, 1)) + b.reshape(1, -1, 1)

    def backward(self, da):
        x, w = self.cache
        da = np.asarray(da, dtype=np.float64)
        kernel_size = w.shape[2]
        num_positions = da.shape[2]

        dx = np.zeros(x.shape, dtype=np.float64)
        dw = np.zeros(w.shape, dtype=np.float64)
        for k in range(kernel_size):
            segment = slice(k, k + num_positions)
            dx[:, :, segment] += np.einsum("nop,oc->ncp", da, w[:, :, k])
            dw[:, :, k] = np.einsum("nop,ncp->oc", da, x[:, :, segment])

        db = da.sum(axis=(0, 2), keepdims=True)
        return dx, dw, db
