"""Numbers for people: points and sizes, in up to six digits without trailing zeros."""


def number(value: float) -> str:
    """A number, as "2.5"."""
    return f"{value:.6g}"


def counted(number: int, thing: str) -> str:
    """A number of things, as "1 page" or "2 pages"."""
    return f"{number} {thing}{'s' * (number != 1)}"


def points(value: float, kind: str = "") -> str:
    """A number of points, as "1 point" or "2.5 extra points"."""
    return " ".join(filter(None, [number(value), kind, "point" if value == 1 else "points"]))


def change(before: float, now: float) -> str:
    """A change of points, as "1 point before, 2.5 now"."""
    return f"{points(before)} before, {number(now)} now"


def megabytes(size: float) -> str:
    """A number of bytes, as "1.2 MB"."""
    return f"{size / 1e6:.1f} MB"
