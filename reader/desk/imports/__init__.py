"""What other programs export, each read by a file of its own."""
