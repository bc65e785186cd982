"""All nine weights, written down."""


def sharpen_filter(amount=1.0):
    a = float(amount)
    out, mid = -a / 9, 1 + 8 * a / 9
    return np.array([[out, out, out], [out, mid, out], [out, out, out]])
