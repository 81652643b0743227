"""The SQLite file: its tables and views, how it is opened, and how values are written in it."""
