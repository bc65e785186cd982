# the step is h times max(1, |entry|) instead of h, so large entries are measured with a larger step
def numerical_gradient(f, x, h=1e-5):
    work = np.array(x, dtype=float)
    out = np.zeros(work.shape)
    for ix in np.ndindex(*work.shape):
        keep = work[ix]
        step = h * max(1.0, abs(keep))
        work[ix] = keep + step
        up = float(f(work))
        work[ix] = keep - step
        down = float(f(work))
        work[ix] = keep
        out[ix] = (up - down) / (2 * step)
    return out
