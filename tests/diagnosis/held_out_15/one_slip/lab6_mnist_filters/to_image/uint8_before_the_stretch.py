# Turns the numbers above the lowest into uint8 before they are stretched, so decimals are cut off and what is above 255 wraps round.
def to_image(A):
    low, high = A.min(), A.max()
    if low == high:
        return np.zeros(A.shape, dtype=np.uint8)
    above = (A - low).astype(np.uint8)
    span = float(high - low)
    return np.clip(np.round(above / span * 255), 0, 255).astype(np.uint8)
