# a loop over the pair and its reverse, einsum with a scalar
def dot_backward(x, w, da=None):
    upstream = np.array(1.0 if da is None else da, dtype=np.float64)
    return {
        name: np.einsum(",ij->ij", upstream, other.astype(np.float64))
        for name, other in zip("xw", (w, x))
    }
