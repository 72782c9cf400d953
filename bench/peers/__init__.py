"""Bots to be measured against, each written the way its kind usually is; they ask what our card asks."""
