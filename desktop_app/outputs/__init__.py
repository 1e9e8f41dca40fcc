"""Other programs hear the answer: each kind of receiver gets the same messages."""
