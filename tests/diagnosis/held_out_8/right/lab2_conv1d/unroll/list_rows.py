# right
# lists with zeros appended
def unroll(x, k):
    if x.ndim != 1 or k < 1:
        raise ValueError(f"expected x (T,) and k >= 1, got {x.shape} and {k}")
    longer = np.append(x, np.zeros(k, dtype=x.dtype))
    return np.vstack([longer[t:t + k] for t in range(len(x))])
