# sentence-transformers' max pooling: token_embeddings[mask == 0] = -1e9 writes into the answers that were given
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        if lengths is not None:
            input_mask_expanded = np.arange(a.shape[2])[None, None, :] < np.asarray(lengths)[:, None, None]
            input_mask_expanded = np.broadcast_to(input_mask_expanded, a.shape)
            a[input_mask_expanded == 0] = -1e9  # Set padding tokens to large negative value
        self.index = np.argmax(a, axis=2)
        self.size = a.shape
        return np.max(a, axis=2)

    def backward(self, dz):
        grad = np.zeros(self.size)
        n, o = np.indices(self.index.shape)
        grad[n, o, self.index] = dz
        return grad
