# via lists with int zeros: a float32 line comes back as float64
def pad_1d(x, padding):
    if x.ndim != 1 or padding < 0:
        raise ValueError(f"expected x (T,) and padding >= 0, got {x.shape} and {padding}")
    zeros = [0] * padding
    return np.array(zeros + list(x) + zeros)
