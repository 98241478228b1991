"""Themes of our own: two for long reading, one of the strongest contrast, one for sixteen colours.

Contrast of the text on its ground, by WCAG 2.2: paper 11.9, lamp 11.0, contrast 21; every hue of a kind at least 4.5
(paper, lamp) or 7 (contrast). Hues differ in lightness too, so that they can be told apart without colour vision.
"""

from textual.theme import Theme

PAPER = Theme(
    name="paper",
    dark=False,
    background="#fbf7ee",
    surface="#f3ecdd",
    panel="#e9e0cc",
    foreground="#2e2a24",
    primary="#2f5f8a",
    secondary="#6d4a86",
    accent="#8a4b1f",
    warning="#8f5200",
    success="#2f6b3c",
    error="#a12b2b",
    variables={
        "block-cursor-background": "#2f5f8a",
        "block-cursor-foreground": "#ffffff",
        "text-primary": "#24557f",
        "text-secondary": "#6d4a86",
        "text-warning": "#8f5200",
        "text-success": "#2f6b3c",
        "text-accent": "#8a4b1f",
    },
)
LAMP = Theme(
    name="lamp",
    dark=True,
    background="#1c1a17",
    surface="#262320",
    panel="#302c28",
    foreground="#d9d0c1",
    primary="#7fa7cc",
    secondary="#b899cf",
    accent="#d49a6a",
    warning="#e0b062",
    success="#8fbf8f",
    error="#e08080",
    variables={
        "block-cursor-background": "#3d6a94",
        "block-cursor-foreground": "#ffffff",
        "text-primary": "#8fb8de",
        "text-secondary": "#c0a4d6",
        "text-warning": "#e0b062",
        "text-success": "#94c494",
        "text-accent": "#d9a579",
    },
)
CONTRAST = Theme(
    name="contrast",
    dark=True,
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    foreground="#ffffff",
    primary="#66ccff",
    secondary="#ffb3ff",
    accent="#ffcc99",
    warning="#ffff66",
    success="#66ff99",
    error="#ff8080",
    variables={
        "block-cursor-background": "#ffff00",
        "block-cursor-foreground": "#000000",
        "text-primary": "#80d4ff",
        "text-secondary": "#ffb3ff",
        "text-warning": "#ffff66",
        "text-success": "#66ff99",
        "text-accent": "#ffcc99",
    },
)
SIXTEEN = Theme(
    name="sixteen",
    dark=True,
    background="#000000",
    surface="#000000",
    panel="#000000",
    foreground="#aaaaaa",
    primary="#55ffff",
    secondary="#ff55ff",
    accent="#ff5555",
    warning="#ffff55",
    success="#55ff55",
    error="#ff5555",
    variables={
        "block-cursor-background": "#0000aa",
        "block-cursor-foreground": "#ffffff",
        "text-primary": "#55ffff",
        "text-secondary": "#ff55ff",
        "text-warning": "#ffff55",
        "text-success": "#55ff55",
        "text-accent": "#ff5555",
    },
)
"""For terminals of sixteen colours: exactly those, so that no two kinds fall together."""
THEMES = (PAPER, LAMP, CONTRAST, SIXTEEN)
DEFAULT = LAMP.name


def fitting(wanted: str, colours: str | None) -> str:
    """The theme for a terminal whose *colours* Rich calls `standard` (sixteen) or more; one that was chosen stays."""
    return SIXTEEN.name if wanted == DEFAULT and colours == "standard" else wanted


def misnamed(name: str) -> str:
    """What to say of a theme's name that is none; nothing where it is one."""
    import difflib

    from textual.theme import BUILTIN_THEMES

    names = [*(theme.name for theme in THEMES), *BUILTIN_THEMES]
    near = difflib.get_close_matches(name, names, 1, 0.5)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(names)}"
    return "" if name in names else f"there is no theme {name}; {hint}"
