"""The seven places, by the keys 1 to 7."""

from integrate_tui.tui.widgets.place_strip import PlaceName

PLACES = (
    PlaceName("today", "Today"),
    PlaceName("journal", "Journal"),
    PlaceName("ground", "Ground"),
    PlaceName("insights", "Insights"),
    PlaceName("goals", "Goals"),
    PlaceName("experiences", "Experiences"),
    PlaceName("look-back", "Look back"),
)
