"""Pictures of the window: of every page at every size, and those in the documentation."""
