# Right: np.interp maps lowest to 0 and highest to 255, then rounds; the constant map is asked for first with ptp.
def to_image(A):
    numbers = np.array(A, dtype=float)
    if np.ptp(numbers) == 0:
        return np.zeros(numbers.shape, dtype=np.uint8)
    share = (numbers - numbers.min()) / np.ptp(numbers)
    return np.interp(share, [0, 1], [0, 255]).round().astype(np.uint8)
