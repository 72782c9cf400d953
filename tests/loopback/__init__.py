"""Stand-ins for the platforms, on loopback only and stricter than the real ones."""
