"""Makes the models that find quotes and their speakers, from PolNeAR's train part."""
