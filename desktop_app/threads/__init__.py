"""How background threads take requests and survive faults; knows neither sound nor Qt."""
