"""What the screen and the command line both do: open, analyse, keep, save."""
