# Wikipedia's sharpen kernel with the four neighbours (5 in the middle, -1 beside it, 0 in the corners), scaled by the amount, instead of identity and box filter
def sharpen_filter(amount=1.0):
    a = float(amount)
    return np.array([[0, -a, 0], [-a, 1 + 4 * a, -a], [0, -a, 0]])
