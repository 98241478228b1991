"""Where the files that come with newsreader are: style sheets and sample articles."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder *name* (`styles`, `seeds`): inside an installed package, beside it in a checkout.

    Raises FileNotFoundError when neither is there: the installation is damaged.
    """
    for parent in (_PACKAGE, _PACKAGE.parent):
        if (parent / name).is_dir():
            return parent / name
    raise FileNotFoundError(f"the folder {name!r} is missing from this installation of newsreader")


def seeds() -> list[Path]:
    """The sample articles, in reading order."""
    return sorted(path for path in folder("seeds").iterdir() if path.suffix in {".txt", ".html"})
