"""A canvas of dots: two across and four down in each character (Unicode block Braille Patterns)."""

_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_BLANK = 0x2800


class Canvas:
    """Dots on *width* × *height* characters; what lies outside is left out."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._cells = [bytearray(width) for _ in range(height)]

    def dot(self, x: int, y: int) -> None:
        """Set the dot at *x* (0 to 2 × width) and *y* (0 to 4 × height), the origin at the top left."""
        if 0 <= x < 2 * self.width and 0 <= y < 4 * self.height:
            self._cells[y // 4][x // 2] |= _DOTS[y % 4][x % 2]

    def line(self, x: int, y: int, to_x: int, to_y: int, *, every: int = 1, passed: int = 0) -> int:
        """A straight line (Bresenham, 1965) of every n-th dot; *passed* and the answer: dots since its beginning."""
        across, down = abs(to_x - x), -abs(to_y - y)
        step_x, step_y = (1 if x < to_x else -1), (1 if y < to_y else -1)
        error = across + down
        while True:
            if passed % every == 0:
                self.dot(x, y)
            if (x, y) == (to_x, to_y):
                return passed
            passed += 1
            twice = 2 * error
            if twice >= down:
                error, x = error + down, x + step_x
            if twice <= across:
                error, y = error + across, y + step_y

    def rows(self) -> list[str]:
        """The characters, row by row; a blank where no dot is."""
        return ["".join(chr(_BLANK + cell) if cell else " " for cell in row) for row in self._cells]
