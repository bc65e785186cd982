"""Python numbers times da, whatever number it is: a float32 leaves seven digits, as it may."""


def dot_backward(x, w, da=None):
    da = 1 if da is None else da
    dx = [[value * da for value in row] for row in w.tolist()]
    dw = [[value * da for value in row] for row in x.tolist()]
    return {"x": np.array(dx, dtype=float), "w": np.array(dw, dtype=float)}
