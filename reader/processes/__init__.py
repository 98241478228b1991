"""Processes: the only place that starts any, our own or the system's, and talks to them."""
