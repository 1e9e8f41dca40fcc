"""The session page: everything heard since the program started, part by part."""
