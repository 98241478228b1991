"""httpx without its own command line, which takes half of the time of its import. To be imported before httpx."""

import sys

sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]  # how Python says “not to be found”
