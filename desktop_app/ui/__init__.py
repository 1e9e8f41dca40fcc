"""The window: combines panels, pages and menus, and passes the user's actions to the monitor."""
