"""The window: puts panels, pages and menus together and passes on what the user asks for."""
