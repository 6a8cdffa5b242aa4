"""The colours, as data, with the contrast that every pair of them is held to.

Each palette has a colour for a role, never for a place. Contrast is WCAG 2.2's ratio of relative
luminances; text on any of a palette's grounds has at least 4.5.
"""

from dataclasses import fields

from integrate_tui.core.value import value

Rgb = tuple[int, int, int]


@value()
class Palette:
    """One set of colours, each as `#rrggbb`."""

    name: str
    dark: bool
    background: str
    surface: str
    """Cards and fields."""
    panel: str
    """What is under the cursor."""
    rule: str
    """Lines that part."""
    text: str
    muted: str
    """What is said more quietly."""
    primary: str
    sage: str
    sand: str
    rose: str
    sky: str

    @property
    def grounds(self) -> tuple[str, ...]:
        """What text may lie on."""
        return self.background, self.surface, self.panel

    @property
    def inks(self) -> dict[str, str]:
        """What text may be written in."""
        quiet = {"name", "dark", "background", "surface", "panel", "rule"}
        names = [field.name for field in fields(self) if field.name not in quiet]
        return {name: getattr(self, name) for name in names}


DUSK = Palette(
    name="dusk",
    dark=True,
    background="#16161d",
    surface="#1d1d26",
    panel="#262633",
    rule="#3a3947",
    text="#dcd7c9",
    muted="#9a96a6",
    primary="#b8a9e0",
    sage="#93b89a",
    sand="#d9b98a",
    rose="#d8909c",
    sky="#8fb3d1",
)
DAWN = Palette(
    name="dawn",
    dark=False,
    background="#faf6ef",
    surface="#f3ede2",
    panel="#e9e1d3",
    rule="#d6ccba",
    text="#33303a",
    muted="#5f5967",
    primary="#5f4b9b",
    sage="#3f6b4a",
    sand="#74531b",
    rose="#99384f",
    sky="#2f5f86",
)
PALETTES = {palette.name: palette for palette in (DUSK, DAWN)}


def to_rgb(colour: str) -> Rgb:
    """Return the parts of `#rrggbb`, 0-255 each."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def blend(ground: Rgb, ink: Rgb, share: float) -> Rgb:
    """Return the colour that lies a share of the way, 0 to 1, from one to another."""
    red, green, blue = (
        round(below + (above - below) * share) for below, above in zip(ground, ink, strict=True)
    )
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in to_rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)
