# Kim-CNN blog code with unfolded windows; the filter's gradient is averaged over the batch.
def unfold(seqs, k):
    n, c, t = seqs.shape
    return np.stack([seqs[:, :, i : i + k].reshape(n, c * k) for i in range(t - k + 1)], axis=1)


class TextConv(Layer):
    def forward(self, seqs, kernels, bias):
        self.k = kernels.shape[2]
        self.unf = unfold(seqs, self.k)
        self.kernels, self.in_shape = kernels, seqs.shape
        flat = kernels.reshape(len(kernels), -1)
        return np.ascontiguousarray((self.unf @ flat.T + bias).transpose(0, 2, 1))

    def backward(self, g):
        flat = self.kernels.reshape(len(self.kernels), -1)
        gt = g.transpose(0, 2, 1).astype(float)
        d_unf = gt @ flat
        d_seq = np.zeros(self.in_shape)
        for i in range(gt.shape[1]):
            d_seq[:, :, i : i + self.k] += d_unf[:, i].reshape(len(gt), -1, self.k)
        d_kernels = np.einsum("npo,npq->oq", gt, self.unf).reshape(self.kernels.shape) / len(gt)
        return d_seq, d_kernels, gt.sum(axis=(0, 1))
