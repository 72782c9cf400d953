"""The steps that bring a database of any release to the newest one; `storage/migrate.py` takes them."""
