"""The palettes as Textual themes, with every role as a variable of the stylesheets."""

from textual.theme import Theme

from integrate_tui.tui.palette import PALETTES, Palette


def themes() -> list[Theme]:
    """Return a theme for every palette."""
    return [_theme(palette) for palette in PALETTES.values()]


def variables(palette: Palette) -> dict[str, str]:
    """Return the stylesheet variables of a palette that Textual has no name for."""
    return {
        "rule": palette.rule,
        "muted": palette.muted,
        "sage": palette.sage,
        "sand": palette.sand,
        "rose": palette.rose,
        "sky": palette.sky,
    }


def _theme(palette: Palette) -> Theme:
    return Theme(
        name=palette.name,
        dark=palette.dark,
        primary=palette.primary,
        secondary=palette.sky,
        accent=palette.primary,
        warning=palette.sand,
        error=palette.rose,
        success=palette.sage,
        foreground=palette.text,
        background=palette.background,
        surface=palette.surface,
        panel=palette.panel,
        text_alpha=1.0,
        variables={
            **variables(palette),
            "block-cursor-foreground": palette.text,
            "block-cursor-background": palette.panel,
            "input-cursor-background": palette.primary,
            "input-cursor-foreground": palette.background,
            "input-selection-background": palette.panel,
            "border": palette.rule,
            "border-blurred": palette.rule,
            "scrollbar": palette.rule,
            "scrollbar-hover": palette.muted,
            "scrollbar-active": palette.primary,
            "scrollbar-background": palette.background,
            "scrollbar-background-hover": palette.background,
            "scrollbar-background-active": palette.background,
            "scrollbar-corner-color": palette.background,
            "link-color": palette.primary,
        },
    )
