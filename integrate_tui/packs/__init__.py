"""Text packs: plain files that hold every prompt, exercise, scale, feeling and contact."""
