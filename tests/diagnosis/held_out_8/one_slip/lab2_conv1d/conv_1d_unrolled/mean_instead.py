# The mean of the products instead of the sum.
def conv_1d_unrolled(x, w):
    if x.ndim != 1 or w.ndim != 1:
        raise ValueError(f"expected x (T,) and w (k,), got {x.shape} and {w.shape}")
    products = unroll(x, len(w)) * w
    return products.mean(axis=1)
