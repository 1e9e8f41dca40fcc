"""The session: what was heard since the program was started, part by part."""
