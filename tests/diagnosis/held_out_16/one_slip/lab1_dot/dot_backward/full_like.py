# the upstream gradient is spread by np.full_like(x, da), so for an int x it loses its fraction (2.5 becomes 2)
def dot_backward(x, w, da=None):
    da = 1 if da is None else da
    dp = np.full_like(x, da)  # the sum copies
    dx = (dp * w).astype("float64")
    dw = (dp * x).astype("float64")
    return {"x": dx, "w": dw}
