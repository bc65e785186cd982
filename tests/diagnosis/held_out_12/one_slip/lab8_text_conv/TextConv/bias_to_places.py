# Adds the bias along the last axis, the places, instead of the filters.
class TextConv(Layer):
    """Filters over the positions of words, the numbers of a word as channels."""

    def forward(self, x, w, b):
        """Slide every filter along every sentence.

        Parameters
        ----------
        x : array (N, C, T)
            Sentences, channels, positions.
        w : array (O, C, K)
            Filters that span K <= T positions.
        b : array (O,)
            A bias for each filter.

        Returns
        -------
        array (N, O, T - K + 1)
        """
        if np.ndim(x) != 3 or np.ndim(w) != 3 or np.shape(x)[1] != np.shape(w)[1]:
            raise ValueError(f"Expected (N, C, T) and (O, C, K), got {np.shape(x)}, {np.shape(w)}.")
        if np.shape(w)[2] > np.shape(x)[2] or np.shape(b) != np.shape(w)[:1]:
            raise ValueError(
                f"Expected K <= T and b of shape (O,), got x {np.shape(x)}, w {np.shape(w)} and b "
                f"{np.shape(b)}."
            )
        self.x, self.w = x, w
        win = np.lib.stride_tricks.sliding_window_view(x, w.shape[2], axis=2)
        A = np.einsum("nctk,ock->not", win, w)
        return A + b

    def backward(self, da):
        """Send the upstream gradient back to all three inputs.

        Parameters
        ----------
        da : array (N, O, T - K + 1)

        Returns
        -------
        dx : array (N, C, T), float64
        dw : array (O, C, K), float64
        db : array (O,), float64
        """
        win = np.lib.stride_tricks.sliding_window_view(self.x, self.w.shape[2], axis=2)
        dx = np.zeros(self.x.shape)
        for k in range(self.w.shape[2]):
            dx[:, :, k : k + da.shape[2]] += np.einsum("not,oc->nct", da, self.w[:, :, k])
        return dx, np.einsum("not,nctk->ock", da, win).astype(float), np.einsum("not->o", da).astype(float)
